// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/bubbledelegate.h"

#include "app/domain/message.h"
#include "app/models/roles.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/thread/bubbletext.h"
#include "ui/widgets/painting.h"
#include "ui/words/timewords.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>

namespace Textdesk {

namespace {

constexpr int padX{12};
constexpr int padY{8};
constexpr int metaHeight{16};
constexpr int metaGap{4};
constexpr int rowGap{12};
constexpr int actGap{12};

ThreadRowKind kindOf(const QModelIndex& index)
{
    return ThreadRowKind(index.data(ThreadKindRole).toInt());
}

QFont actFont()
{
    QFont font{Fonts::small()};
    font.setWeight(QFont::Medium);
    return font;
}

int actsRoom(const BubbleShape& shape)
{
    int room{0};
    for (const ActPlace& act : shape.acts) {
        room += act.place.width() + actGap;
    }
    return room;
}

bool isOutgoing(const QModelIndex& index)
{
    return Direction(index.data(MessageDirectionRole).toInt()) == Direction::Out;
}

QPainterPath bubblePath(const QRectF& r, bool tailAtRight)
{
    constexpr qreal big{Metrics::bubbleRadius};
    constexpr qreal small{Metrics::bubbleCorner};
    const qreal left{tailAtRight ? big : small};
    const qreal right{tailAtRight ? small : big};
    QPainterPath path;
    path.moveTo(r.left() + big, r.top());
    path.lineTo(r.right() - big, r.top());
    path.arcTo(r.right() - 2 * big, r.top(), 2 * big, 2 * big, 90, -90);
    path.lineTo(r.right(), r.bottom() - right);
    path.arcTo(r.right() - 2 * right, r.bottom() - 2 * right, 2 * right, 2 * right, 0, -90);
    path.lineTo(r.left() + left, r.bottom());
    path.arcTo(r.left(), r.bottom() - 2 * left, 2 * left, 2 * left, 270, -90);
    path.lineTo(r.left(), r.top() + big);
    path.arcTo(r.left(), r.top(), 2 * big, 2 * big, 180, -90);
    path.closeSubpath();
    return path;
}

} // namespace

QRect BubbleShape::placeOf(MessageAct act) const
{
    for (const ActPlace& one : acts) {
        if (one.offered.act == act) {
            return one.place;
        }
    }
    return {};
}

BubbleDelegate::BubbleDelegate(const Theme& theme, const Clock& clock, QObject* parent)
    : QStyledItemDelegate{parent}
    , m_theme{theme}
    , m_clock{clock}
{ }

Qt::LayoutDirection BubbleDelegate::direction() const
{
    const auto* view = qobject_cast<const QWidget*>(parent());
    return view == nullptr ? Qt::LeftToRight : view->layoutDirection();
}

int BubbleDelegate::textRoom() const
{
    const int room{m_rowWidth - 2 * Metrics::threadMargin - 40};
    return std::clamp(room, 120, Metrics::bubbleMaximum) - 2 * padX;
}

QSize BubbleDelegate::textSize(const QModelIndex& index) const
{
    const QString text{index.data(MessageTextRole).toString()};
    const QString key{QStringLiteral("%1/%2/%3")
                          .arg(index.data(MessageIdRole).toLongLong())
                          .arg(m_rowWidth)
                          .arg(qHash(text))};
    if (const QSize * known{m_sizes.object(key)}) {
        return *known;
    }
    ++m_measured;
    auto* size = new QSize{BubbleText{text, Fonts::base(), textRoom()}.size()};
    const QSize found{*size};
    m_sizes.insert(key, size);
    return found;
}

QSize BubbleDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    if (kindOf(index) == ThreadRowKind::DayMark) {
        return {m_rowWidth, 44};
    }
    return {m_rowWidth, textSize(index).height() + 2 * padY + metaGap + metaHeight + rowGap};
}

MetaLine BubbleDelegate::lineOf(const QModelIndex& index) const
{
    return metaLineOf(index, m_clock, m_locale, m_hold);
}

BubbleShape BubbleDelegate::shapeOf(const QModelIndex& index, const QRect& row) const
{
    if (kindOf(index) != ThreadRowKind::Message) {
        return {};
    }
    const bool isOut{isOutgoing(index)};
    const QSize text{textSize(index)};
    const int width{text.width() + 2 * padX + 1};
    const int margin{Metrics::threadMargin};
    const int x{isOut ? row.right() + 1 - margin - width : row.left() + margin};
    BubbleShape shape;
    shape.bubble = {x, row.top(), width, text.height() + 2 * padY};
    shape.meta = {row.left() + margin, shape.bubble.bottom() + 1 + metaGap,
        row.width() - 2 * margin, metaHeight};
    if (isOut) {
        const QFontMetrics metrics{actFont()};
        std::vector<OfferedAct> acts{lineOf(index).acts};
        int end{shape.meta.right() + 1};
        for (auto act = acts.crbegin(); act != acts.crend(); ++act) {
            const int wide{metrics.horizontalAdvance(act->words) + 2};
            const QRect place{end - wide, shape.meta.top() - 3, wide, metaHeight + 6};
            shape.acts.insert(
                shape.acts.begin(), {*act, QStyle::visualRect(direction(), row, place)});
            end -= wide + actGap;
        }
    }
    shape.bubble = QStyle::visualRect(direction(), row, shape.bubble);
    return shape;
}

void BubbleDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (kindOf(index) == ThreadRowKind::Message) {
        paintBubble(*painter, option, index);
    } else {
        paintMark(*painter, option.rect, index);
    }
    painter->restore();
}

void BubbleDelegate::paintBubble(
    QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colours& colours{m_theme.colours()};
    const bool isOut{isOutgoing(index)};
    const BubbleShape shape{shapeOf(index, option.rect)};
    const bool tailAtRight{isOut == (option.direction == Qt::LeftToRight)};
    const bool selected{option.state.testFlag(QStyle::State_Selected)};
    painter.setPen(selected ? QPen{isOut ? colours.text : colours.accent, 2}
            : isOut         ? QPen{Qt::NoPen}
                            : QPen{colours.line});
    painter.setBrush(isOut ? colours.bubble : colours.panel);
    const qreal inset{selected ? 1.0 : isOut ? 0.0 : 0.5};
    painter.drawPath(
        bubblePath(QRectF{shape.bubble}.adjusted(inset, inset, -inset, -inset), tailAtRight));
    paintMeta(painter, index, shape, isOut);
    const bool isKeyed{option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange)};
    if (m_contentHidden && !isKeyed && !option.state.testFlag(QStyle::State_MouseOver)) {
        paintVeil(painter, shape.bubble, isOut ? colours.onBubble : colours.text);
        return;
    }
    const BubbleText text{index.data(MessageTextRole).toString(), Fonts::base(), textRoom()};
    text.paint(painter, QPointF(shape.bubble.left() + padX, shape.bubble.top() + padY),
        isOut ? colours.onBubble : colours.text,
        m_marked.isEmpty()
            ? QList<MarkedWord>{}
            : markedWords(BubbleText::drawable(index.data(MessageTextRole).toString()), m_marked),
        colours.warnSoft, colours.warn);
}

// A bar a line, so that the thread keeps its shape and nobody loses their place.
void BubbleDelegate::paintVeil(QPainter& painter, const QRect& bubble, const QColor& ink) const
{
    constexpr int pitch{20};
    constexpr int faint{70};
    QColor bar{ink};
    bar.setAlpha(faint);
    const int lines{std::max(1, (bubble.height() - 2 * padY) / pitch)};
    for (int line{0}; line < lines; ++line) {
        Painting::veil(painter,
            {bubble.left() + padX, bubble.top() + padY + line * pitch, bubble.width() - 2 * padX,
                pitch},
            bar);
    }
}

void BubbleDelegate::paintMeta(
    QPainter& painter, const QModelIndex& index, const BubbleShape& shape, bool isOut) const
{
    const Colours& colours{m_theme.colours()};
    const MetaLine line{lineOf(index)};
    const QFontMetrics metrics{Fonts::small()};
    const int room{actsRoom(shape)};
    const QString dot{line.state.isEmpty() ? QString{} : QStringLiteral(" · ")};
    const int timeWidth{metrics.horizontalAdvance(line.time)};
    const int dotWidth{metrics.horizontalAdvance(dot)};
    const QString state{metrics.elidedText(
        line.state, Qt::ElideRight, shape.meta.width() - room - timeWidth - dotWidth - 2)};
    const int stateWidth{metrics.horizontalAdvance(state)};
    const bool mirrored{direction() == Qt::RightToLeft};
    const bool atRight{isOut != mirrored};
    int x{atRight
            ? shape.meta.right() + 1 - timeWidth - dotWidth - stateWidth - (mirrored ? 0 : room)
            : shape.meta.left() + (mirrored ? room : 0)};
    painter.setFont(Fonts::small());
    const auto put = [&painter, &shape, &x](const QString& text, int width, const QColor& ink) {
        painter.setPen(ink);
        painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        painter.drawText(QRect{x, shape.meta.top(), width + 2, metaHeight},
            int(Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute) | Qt::TextSingleLine, text);
        x += width;
    };
    const QColor stateInk{line.isTrouble ? colours.bad : colours.muted};
    if (mirrored) {
        put(state, stateWidth, stateInk);
        put(dot, dotWidth, colours.muted);
        put(line.time, timeWidth, colours.muted);
    } else {
        put(line.time, timeWidth, colours.muted);
        put(dot, dotWidth, colours.muted);
        put(state, stateWidth, stateInk);
    }
    for (const ActPlace& act : shape.acts) {
        paintAct(painter, act, atRight);
    }
}

void BubbleDelegate::paintAct(QPainter& painter, const ActPlace& act, bool atRight) const
{
    painter.setFont(actFont());
    painter.setPen(m_theme.colours().accentInk);
    painter.drawText(act.place,
        int((atRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::AlignAbsolute)
            | Qt::TextSingleLine,
        act.offered.words);
}

void BubbleDelegate::paintMark(QPainter& painter, const QRect& row, const QModelIndex& index) const
{
    const Colours& colours{m_theme.colours()};
    painter.setFont(Fonts::small());
    const QDate day{QDateTime::fromMSecsSinceEpoch(index.data(MessageAtRole).toLongLong()).date()};
    painter.setPen(colours.muted);
    painter.drawText(row.adjusted(0, 12, 0, -12), Qt::AlignCenter,
        dayName(day, m_clock.now().toLocalTime().date(), m_locale));
}

bool BubbleDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view,
    const QStyleOptionViewItem&, const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid()
        || kindOf(index) != ThreadRowKind::Message) {
        return false;
    }
    // The whole meta line: a long reason may be shortened on screen.
    QToolTip::showText(event->globalPos(),
        QStringLiteral("<qt>%1</qt>").arg(lineOf(index).plain().toHtmlEscaped()), view);
    return true;
}

} // namespace Textdesk
