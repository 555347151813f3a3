// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/conversationlist.h"

#include "app/models/roles.h"
#include "ui/inbox/conversationdelegate.h"

#include <QContextMenuEvent>
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
    connect(this, &QAbstractItemView::clicked, this, &ConversationList::openRow);
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
    if (found.isValid()) {
        const QModelIndexList exact{model()->match(
            model()->index(0, 0), ConversationFoundRole, found.value(), 1, Qt::MatchExactly)};
        if (!exact.isEmpty()) {
            return exact.first();
        }
    }
    return model()
        ->match(model()->index(0, 0), ConversationIdRole, id.value(), 1, Qt::MatchExactly)
        .value(0);
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

void ConversationList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    // Rows that go away move the current index by themselves: that is not the person's choice.
    if (m_restoring || m_changing || !current.isValid()) {
        return;
    }
    openRow(current);
}

void ConversationList::openRow(const QModelIndex& row)
{
    const ConversationId id{row.data(ConversationIdRole).toLongLong()};
    const MessageId found{row.data(ConversationFoundRole).toLongLong()};
    if (id != m_selected || found != m_found) {
        m_selected = id;
        m_found = found;
        emit opened(id, found);
    }
}

void ConversationList::focusInEvent(QFocusEvent* event)
{
    // The base class makes the first row current; opening it would mark a text as read unseen.
    m_restoring = true;
    QListView::focusInEvent(event);
    if (selectionModel() != nullptr && !find(m_selected).isValid()) {
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
}

} // namespace Textdesk
