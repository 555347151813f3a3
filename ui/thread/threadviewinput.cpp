// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The half of ThreadView that a person acts on: mouse, keys and menus.
#include "app/domain/deliverystate.h"
#include "app/models/roles.h"
#include "ui/thread/bubbledelegate.h"
#include "ui/thread/metaline.h"
#include "ui/thread/threadview.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>

namespace Textdesk {

namespace {

constexpr int rowsThatMayTick{20}; // those whose seconds are counted down

} // namespace

std::optional<MessageAct> ThreadView::actAt(const QPoint& position) const
{
    const QModelIndex index{indexAt(position)};
    if (index.isValid()) {
        for (const ActPlace& act : m_delegate->shapeOf(index, visualRect(index)).acts) {
            if (act.place.contains(position)) {
                return act.offered.act;
            }
        }
    }
    return std::nullopt;
}

void ThreadView::mouseMoveEvent(QMouseEvent* event)
{
    viewport()->setCursor(actAt(event->pos()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QListView::mouseMoveEvent(event);
}

bool ThreadView::event(QEvent* event)
{
    // The empty room above a few messages is no part of the viewport, but a click there counts.
    if (event->type() == QEvent::MouseButtonPress) {
        setFocus(Qt::MouseFocusReason);
        emit attended();
    }
    return QListView::event(event);
}

void ThreadView::mousePressEvent(QMouseEvent* event)
{
    emit attended();
    QListView::mousePressEvent(event);
}

void ThreadView::mouseReleaseEvent(QMouseEvent* event)
{
    QListView::mouseReleaseEvent(event);
    const auto act = actAt(event->pos());
    if (event->button() == Qt::LeftButton && act) {
        const QModelIndex index{indexAt(event->pos())};
        emit actRequested(MessageId{index.data(MessageIdRole).toLongLong()}, *act);
    }
}

QString ThreadView::selectedText() const
{
    QModelIndexList rows{selectionModel() == nullptr ? QModelIndexList{} : selectedIndexes()};
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex& row : rows) {
        if (ThreadRowKind(row.data(ThreadKindRole).toInt()) == ThreadRowKind::Message) {
            lines.append(row.data(MessageTextRole).toString());
        }
    }
    return lines.join(u'\n');
}

std::vector<MessageId> ThreadView::selectedMessages() const
{
    std::vector<MessageId> ids;
    if (selectionModel() != nullptr) {
        for (const QModelIndex& row : selectedIndexes()) {
            if (ThreadRowKind(row.data(ThreadKindRole).toInt()) == ThreadRowKind::Message) {
                ids.emplace_back(row.data(MessageIdRole).toLongLong());
            }
        }
    }
    return ids;
}

bool ThreadView::mayGoOut() const
{
    const QModelIndexList rows{selectionModel() == nullptr ? QModelIndexList{} : selectedIndexes()};
    return std::any_of(rows.cbegin(), rows.cend(), [](const QModelIndex& row) {
        const auto state = DeliveryState(row.data(MessageStateRole).toInt());
        return ThreadRowKind(row.data(ThreadKindRole).toInt()) == ThreadRowKind::Message
            && (state == DeliveryState::Queued || state == DeliveryState::Submitting
                || state == DeliveryState::Unknown);
    });
}

void ThreadView::addDeletes(QMenu& menu)
{
    if (mayGoOut()) {
        menu.addAction(tr("Delete: not while it may still go out"))->setEnabled(false);
        return;
    }
    if (!m_deletesAtProvider) {
        menu.addAction(tr("De&lete"), this, [this] { emit deleteRequested(false); })
            ->setShortcut(QKeySequence::Delete);
        return;
    }
    menu.addAction(tr("De&lete here only"), this, [this] { emit deleteRequested(false); });
    menu.addAction(
        tr("Delete here and at the &provider"), this, [this] { emit deleteRequested(true); });
}

// Where there is no choice there is no question: it can be undone.
void ThreadView::askWhereToDelete()
{
    if (!m_deletesAtProvider) {
        emit deleteRequested(false);
        return;
    }
    auto* menu = new QMenu{this};
    menu->setObjectName(QStringLiteral("deleteMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addDeletes(*menu);
    menu->setActiveAction(menu->actions().constFirst());
    menu->popup(viewport()->mapToGlobal(visualRect(currentIndex()).center()));
}

void ThreadView::copySelection()
{
    const QString text{selectedText()};
    if (!text.isEmpty()) {
        QGuiApplication::clipboard()->setText(text);
    }
}

QModelIndex ThreadView::undoable() const
{
    if (model() == nullptr) {
        return {};
    }
    if (selectionModel()->isSelected(currentIndex()) && undoLeftMs(currentIndex(), m_clock) > 0) {
        return currentIndex();
    }
    const int rows{model()->rowCount()};
    for (int row{rows - 1}; row >= std::max(0, rows - rowsThatMayTick); --row) {
        if (const QModelIndex index{model()->index(row, 0)}; undoLeftMs(index, m_clock) > 0) {
            return index;
        }
    }
    return {};
}

bool ThreadView::undoLast()
{
    const QModelIndex index{undoable()};
    if (index.isValid()) {
        emit actRequested(MessageId{index.data(MessageIdRole).toLongLong()}, MessageAct::Undo);
    }
    return index.isValid();
}

void ThreadView::keyPressEvent(QKeyEvent* event)
{
    emit attended();
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    if (event->matches(QKeySequence::Undo) && undoLast()) {
        return;
    }
    if (event->matches(QKeySequence::Delete) && !selectedMessages().empty()) {
        deleteSelected();
        return;
    }
    if (event->matches(QKeySequence::MoveToEndOfDocument)) {
        scrollToEnd();
        return;
    }
    QListView::keyPressEvent(event);
}

// What waits here is taken back; for the rest that may still go out the menu says what can be done.
void ThreadView::deleteSelected()
{
    if (!mayGoOut()) {
        askWhereToDelete();
        return;
    }
    const QModelIndex index{currentIndex()};
    const std::vector<OfferedAct> acts{m_delegate->lineOf(index).acts};
    const auto back = std::find_if(acts.cbegin(), acts.cend(), [](const OfferedAct& offered) {
        return offered.act == MessageAct::Undo || offered.act == MessageAct::TakeBack;
    });
    if (selectedMessages().size() == 1 && back != acts.cend()) {
        emit actRequested(MessageId{index.data(MessageIdRole).toLongLong()}, back->act);
    } else {
        showMenu(index, viewport()->mapToGlobal(visualRect(index).center()));
    }
}

void ThreadView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey{event->reason() == QContextMenuEvent::Keyboard};
    const QModelIndex index{byKey ? currentIndex() : indexAt(event->pos())};
    if (!index.isValid()
        || ThreadRowKind(index.data(ThreadKindRole).toInt()) != ThreadRowKind::Message) {
        return;
    }
    if (!selectionModel()->isSelected(index)) {
        setCurrentIndex(index); // what the menu does, it does to the message under it
    }
    showMenu(
        index, byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

void ThreadView::showMenu(const QModelIndex& index, const QPoint& globalPosition)
{
    const MessageId id{index.data(MessageIdRole).toLongLong()};
    auto* menu = new QMenu{this};
    menu->setObjectName(QStringLiteral("messageMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* copy{menu->addAction(tr("&Copy text"), this, &ThreadView::copySelection)};
    copy->setShortcut(QKeySequence::Copy);
    menu->addAction(tr("&Forward…"), this, [this] { emit forwardRequested(selectedText()); });
    for (const OfferedAct& offered : m_delegate->lineOf(index).acts) {
        menu->addAction(
            offered.words, this, [this, id, act = offered.act] { emit actRequested(id, act); });
    }
    menu->addSeparator();
    addDeletes(*menu);
    menu->popup(globalPosition);
}

} // namespace Textdesk
