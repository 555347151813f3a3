// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/threadview.h"

#include "app/domain/deliverystate.h"
#include "app/models/roles.h"
#include "ui/theme/metrics.h"
#include "ui/thread/bubbledelegate.h"
#include "ui/thread/metaline.h"
#include "ui/widgets/painting.h"

#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>

#include <algorithm>

namespace Textdesk {

namespace {

constexpr int nearEnd{400}; // ask for more rows before the person sees the end
constexpr int rowsThatMayTick{20};

} // namespace

ThreadView::ThreadView(const Theme& theme, Clock& clock, QWidget* parent)
    : QListView{parent}
    , m_theme{theme}
    , m_clock{clock}
    , m_delegate{new BubbleDelegate{theme, clock, this}}
{
    setObjectName(QStringLiteral("threadView"));
    setAccessibleName(tr("Messages"));
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    verticalScrollBar()->setSingleStep(20);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTextElideMode(Qt::ElideNone);
    setAutoScroll(false);
    setMouseTracking(true);
}

void ThreadView::setModel(QAbstractItemModel* changed)
{
    if (model() != nullptr) {
        model()->disconnect(this);
    }
    m_anchor = QModelIndex{};
    m_atEnd = true;
    QListView::setModel(changed);
    if (changed == nullptr) {
        return;
    }
    connect(changed, &QAbstractItemModel::modelReset, this, [this] {
        m_anchor = QModelIndex{};
        m_atEnd = true;
        scheduleDelayedItemsLayout();
    });
    const auto grow = [this] {
        scheduleDelayedItemsLayout(); // heights may have changed with the text
        tick();
    };
    connect(changed, &QAbstractItemModel::rowsInserted, this, grow);
    connect(changed, &QAbstractItemModel::dataChanged, this, grow);
    executeDelayedItemsLayout();
    tick();
}

bool ThreadView::isAtEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 4;
}

void ThreadView::rememberPlace()
{
    m_atEnd = isAtEnd();
    const QModelIndex first{indexAt({viewport()->width() / 2, 1})};
    m_anchor = first;
    m_anchorTop = first.isValid() ? visualRect(first).top() : 0;
}

void ThreadView::returnToPlace()
{
    if (m_atEnd || !m_anchor.isValid()) {
        if (m_atEnd) {
            verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        }
        return;
    }
    const int moved{visualRect(m_anchor).top() - m_anchorTop};
    verticalScrollBar()->setValue(verticalScrollBar()->value() + moved);
}

// Few messages stand at the bottom, next to the compose bar, not under the header.
void ThreadView::alignToBottom()
{
    const int free{height() - contentsSize().height() - Metrics::unit};
    setViewportMargins(0, std::clamp(free, 0, std::max(0, height() - 1)), 0, Metrics::unit);
}

void ThreadView::doItemsLayout()
{
    if (m_layingOut) {
        return;
    }
    m_layingOut = true;
    m_delegate->setRowWidth(viewport()->width());
    QListView::doItemsLayout();
    alignToBottom();
    updateGeometries();
    returnToPlace();
    m_layingOut = false;
    rememberPlace();
}

void ThreadView::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    if (!m_layingOut) {
        doItemsLayout(); // before the next paint, so that nothing is seen to jump
    }
}

void ThreadView::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    if (!m_layingOut) {
        rememberPlace();
        askForMore();
    }
}

void ThreadView::askForMore()
{
    const QScrollBar* bar{verticalScrollBar()};
    if (bar->value() <= nearEnd) {
        emit olderWanted();
    }
    if (bar->value() >= bar->maximum() - nearEnd) {
        emit newerWanted();
    }
}

void ThreadView::setHold(const QString& reason)
{
    m_delegate->setHold(reason);
    viewport()->update();
}

void ThreadView::scrollToEnd()
{
    executeDelayedItemsLayout();
    m_atEnd = true;
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void ThreadView::showMessage(MessageId id)
{
    if (model() == nullptr) {
        return;
    }
    const QModelIndex found{
        model()
            ->match(model()->index(0, 0), MessageIdRole, id.value(), 1, Qt::MatchExactly)
            .value(0)};
    if (found.isValid()) {
        executeDelayedItemsLayout();
        m_atEnd = false;
        setCurrentIndex(found);
        scrollTo(found, PositionAtCenter);
        rememberPlace();
    }
}

void ThreadView::setMarkedWords(const QString& words)
{
    m_delegate->setMarkedWords(words);
    viewport()->update();
}

void ThreadView::setContentHidden(bool hidden)
{
    m_delegate->setContentHidden(hidden);
    viewport()->update();
}

// Counts the seconds of "Undo (4 s)" down while there is one; otherwise nothing runs.
void ThreadView::tick()
{
    if (m_ticking || model() == nullptr) {
        return;
    }
    const int rows{model()->rowCount()};
    bool any{false};
    for (int row{std::max(0, rows - rowsThatMayTick)}; row < rows; ++row) {
        any = any || undoLeftMs(model()->index(row, 0), m_clock) > 0;
    }
    if (!any) {
        return;
    }
    m_ticking = true;
    m_clock.after(std::chrono::milliseconds{500}, this, [this] {
        m_ticking = false;
        viewport()->update();
        tick();
    });
}

void ThreadView::paintEvent(QPaintEvent* event)
{
    QPainter{viewport()}.fillRect(event->rect(), m_theme.colours().background);
    QListView::paintEvent(event);
    // A message that is chosen shows it itself.
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)
        && selectedIndexes().isEmpty()) {
        QPainter painter{viewport()};
        Painting::focusRing(painter, viewport()->rect(), m_theme.colours().accent, 4);
    }
}

} // namespace Textdesk
