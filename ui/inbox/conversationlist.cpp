// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/conversationlist.h"

#include "app/models/roles.h"
#include "ui/inbox/conversationdelegate.h"
#include "ui/widgets/painting.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace Textdesk {

ConversationList::ConversationList(const Theme& theme, const Clock& clock, QWidget* parent)
    : QListView{parent}
    , m_theme{theme}
{
    setObjectName(QStringLiteral("conversationList"));
    setAccessibleName(tr("Conversations"));
    setItemDelegate(new ConversationDelegate{theme, clock, this});
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    verticalScrollBar()->setSingleStep(20);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    // The row may be the current one already, because its conversation is open elsewhere.
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex& row) {
        if (!m_pressOpened) {
            openRow(row);
        }
    });
    connect(this, &QAbstractItemView::activated, this, &ConversationList::openRow);
}

void ConversationList::setContentHidden(bool hidden)
{
    if (auto* delegate = qobject_cast<ConversationDelegate*>(itemDelegate())) {
        delegate->setContentHidden(hidden);
        viewport()->update();
    }
}

void ConversationList::setModel(QAbstractItemModel* changed)
{
    if (model() != nullptr) {
        model()->disconnect(this);
    }
    if (changed != nullptr) {
        // Before the base class connects: its own handler already moves the current row.
        const auto begin = [this] { m_changing = true; };
        connect(changed, &QAbstractItemModel::modelAboutToBeReset, this, begin);
        connect(changed, &QAbstractItemModel::rowsAboutToBeRemoved, this, begin);
    }
    QListView::setModel(changed);
    if (changed == nullptr) {
        return;
    }
    const auto end = [this] {
        m_changing = false;
        restore();
    };
    connect(changed, &QAbstractItemModel::modelReset, this, end);
    connect(changed, &QAbstractItemModel::rowsRemoved, this, end);
    connect(changed, &QAbstractItemModel::rowsInserted, this, &ConversationList::restore);
    restore();
}

QModelIndex ConversationList::find(ConversationId id, MessageId found) const
{
    if (model() == nullptr || !id.isValid()) {
        return {};
    }
    // Among what a search found, another message of the open conversation is not the open row: to
    // mark it would say that it is shown.
    const QModelIndexList rows{
        model()->match(model()->index(0, 0), ConversationIdRole, id.value(), -1, Qt::MatchExactly)};
    QModelIndex whole;
    for (const QModelIndex& row : rows) {
        const MessageId listed{row.data(ConversationFoundRole).toLongLong()};
        if (listed == found) {
            return row;
        }
        if (!listed.isValid() && !whole.isValid()) {
            whole = row;
        }
    }
    return whole;
}

bool ConversationList::isOpen(const QModelIndex& row) const
{
    return ConversationId{row.data(ConversationIdRole).toLongLong()} == m_selected
        && MessageId{row.data(ConversationFoundRole).toLongLong()} == m_found;
}

void ConversationList::restore()
{
    const QModelIndex wanted{find(m_selected, m_found)};
    if (m_changing || wanted == currentIndex()) {
        return;
    }
    m_restoring = true;
    setCurrentIndex(wanted);
    if (!wanted.isValid()) {
        clearSelection();
    }
    m_restoring = false;
}

void ConversationList::select(ConversationId id, MessageId found)
{
    m_selected = id;
    m_found = found;
    restore();
    if (currentIndex().isValid()) {
        scrollTo(currentIndex());
    }
}

void ConversationList::step(int rows)
{
    const int count{model() == nullptr ? 0 : model()->rowCount()};
    if (count == 0) {
        return;
    }
    const int from{currentIndex().isValid() ? currentIndex().row() + rows : 0};
    setCurrentIndex(model()->index(std::clamp(from, 0, count - 1), 0));
}

void ConversationList::enter(bool atFirst)
{
    setFocus(Qt::ShortcutFocusReason);
    if (model() == nullptr || model()->rowCount() == 0) {
        return;
    }
    const QModelIndex row{
        atFirst || !currentIndex().isValid() ? model()->index(0, 0) : currentIndex()};
    m_pressOpened = false;
    setCurrentIndex(row);
    if (!m_pressOpened) {
        openRow(row);
    }
    scrollTo(row);
}

void ConversationList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    // Rows that go away move the current index by themselves: that is not the person's choice.
    if (m_restoring || m_changing || !current.isValid()) {
        return;
    }
    if (!isOpen(current)) {
        openRow(current);
    }
}

void ConversationList::openRow(const QModelIndex& row)
{
    m_selected = ConversationId{row.data(ConversationIdRole).toLongLong()};
    m_found = MessageId{row.data(ConversationFoundRole).toLongLong()};
    m_pressOpened = true;
    emit opened(m_selected, m_found);
}

void ConversationList::mousePressEvent(QMouseEvent* event)
{
    m_pressOpened = false;
    QListView::mousePressEvent(event);
}

void ConversationList::keyPressEvent(QKeyEvent* event)
{
    constexpr Qt::KeyboardModifiers commands{
        Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier};
    const QString letters{event->text()};
    if (!(event->modifiers() & commands) && !letters.isEmpty() && letters.front().isPrint()
        && !letters.front().isSpace()) {
        emit typed(letters);
        event->accept();
        return;
    }
    QListView::keyPressEvent(event);
}

void ConversationList::focusInEvent(QFocusEvent* event)
{
    // The base class makes the first row current; opening it would mark a text as read unseen.
    m_restoring = true;
    QListView::focusInEvent(event);
    if (selectionModel() != nullptr && !find(m_selected, m_found).isValid()) {
        selectionModel()->clearCurrentIndex();
    }
    m_restoring = false;
}

void ConversationList::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey{event->reason() == QContextMenuEvent::Keyboard};
    const QModelIndex index{byKey ? currentIndex() : indexAt(event->pos())};
    if (index.isValid()) {
        emit menuRequested(ConversationId{index.data(ConversationIdRole).toLongLong()},
            byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
    }
}

void ConversationList::paintEvent(QPaintEvent* event)
{
    QPainter{viewport()}.fillRect(event->rect(), m_theme.colours().panel);
    QListView::paintEvent(event);
    // A row that has the focus shows it itself.
    if (hasFocus() && !currentIndex().isValid()
        && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        QPainter painter{viewport()};
        Painting::focusRing(painter, viewport()->rect(), m_theme.colours().accent, 4);
    }
}

} // namespace Textdesk
