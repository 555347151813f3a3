// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/conversationdelegate.h"

#include "app/domain/deliverystate.h"
#include "app/domain/label.h"
#include "app/domain/message.h"
#include "app/models/roles.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/pillrow.h"
#include "ui/words/statewords.h"
#include "ui/words/timewords.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace Textdesk {

namespace {

constexpr int edge{16};
constexpr int textStart{67}; // right of the avatar
constexpr int veiledTitle{96}; // every name and text the same, so that no length tells one
constexpr int veiledEnd{24};

// A place within the row, mirrored where people write from right to left.
QRect placed(const QStyleOptionViewItem& option, const QRect& inRow)
{
    return QStyle::visualRect(
        option.direction, option.rect, inRow.translated(option.rect.topLeft()));
}

DeliveryState stateOf(const QModelIndex& index)
{
    return DeliveryState(index.data(ConversationPreviewStateRole).toInt());
}

bool isOutgoing(const QModelIndex& index)
{
    return Direction(index.data(ConversationPreviewDirectionRole).toInt()) == Direction::Out;
}

// -1 where there is only one line.
int lineOf(const QModelIndex& index)
{
    const QVariant line{index.data(ConversationLineRole)};
    return line.isValid() ? line.toInt() : -1;
}

QColor groundOf(const QStyleOptionViewItem& option, const Colours& colours)
{
    return option.state.testFlag(QStyle::State_Selected) ? colours.accentSoft
        : option.state.testFlag(QStyle::State_MouseOver) ? colours.hover
                                                         : colours.panel;
}

// Keeps a right-to-left text from turning the words around it.
QString isolated(const QString& text)
{
    return QChar{0x2068} + text + QChar{0x2069};
}

} // namespace

ConversationDelegate::ConversationDelegate(const Theme& theme, const Clock& clock, QObject* parent)
    : QStyledItemDelegate{parent}
    , m_theme{theme}
    , m_clock{clock}
{ }

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {200, Metrics::rowHeight};
}

QString ConversationDelegate::previewOf(const QModelIndex& index)
{
    const QString text{index.data(ConversationPreviewRole).toString()};
    if (index.data(ConversationDraftRole).toBool()) {
        return tr("Draft: %1").arg(isolated(text));
    }
    if (!isOutgoing(index)) {
        return text;
    }
    if (isTrouble(stateOf(index))) {
        const QString reason{index.data(ConversationPreviewReasonRole).toString()};
        return reason.isEmpty()
            ? tr("%1: %2").arg(describeState(stateOf(index), reason), isolated(text))
            : describeState(stateOf(index), reason, {});
    }
    return tr("You: %1").arg(isolated(text));
}

// The pointer that rests on a row, or the keyboard that stands there, shows that row alone.
bool ConversationDelegate::isHidden(const QStyleOptionViewItem& option) const
{
    const bool isKeyed{option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange)};
    return m_contentHidden && !option.state.testFlag(QStyle::State_MouseOver) && !isKeyed;
}

void ConversationDelegate::paintGround(QPainter& painter, const QStyleOptionViewItem& option) const
{
    const Colours& colours{m_theme.colours()};
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter.fillRect(option.rect, colours.accentSoft);
        painter.fillRect(QStyle::visualRect(option.direction, option.rect,
                             {option.rect.left(), option.rect.top(), 3, option.rect.height()}),
            colours.accent);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter.fillRect(option.rect, colours.hover);
    }
}

// Labels stand between the name and the time; a long name leaves them a dot each. Returns the room
// of the name.
int ConversationDelegate::paintPills(QPainter& painter, const QStyleOptionViewItem& option,
    const QModelIndex& index, int titleWidth) const
{
    constexpr int timeRoom{78};
    constexpr int dotRoom{12};
    const int room{option.rect.width() - edge - timeRoom - textStart};
    const auto labels = index.data(ConversationLabelsRole).value<QList<Label>>();
    if (labels.isEmpty()) {
        return option.rect.width();
    }
    std::vector<Pill> pills;
    for (const Label& label : labels) {
        pills.push_back({label.name, label.colour});
    }
    const int titleRoom{std::min(titleWidth, room - dotRoom * int(labels.size()) - 8)};
    const QRect place{option.rect.left() + textStart + titleRoom + 8, option.rect.top() + 11,
        room - titleRoom - 8, PillRow::height};
    PillRow::paint(painter, QStyle::visualRect(option.direction, option.rect, place), pills,
        m_theme.colours(), option.direction);
    return titleRoom;
}

void ConversationDelegate::paintHead(
    QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colours& colours{m_theme.colours()};
    const bool isVeiled{isHidden(option)};
    const QString title{isVeiled ? QString{} : index.data(ConversationTitleRole).toString()};
    const bool isNamed{index.data(ConversationNamedRole).toBool()};
    const QRect avatar{placed(option, {19, 12, 36, 36})};
    Painting::avatar(
        painter, avatar, isVeiled ? QString{} : Painting::initials(title, isNamed), colours);
    if (const int line{lineOf(index)}; line >= 0) {
        Painting::lineDot(
            painter, avatar, line, colours, groundOf(option, colours), option.direction);
    }
    const QString time{
        listTime(QDateTime::fromMSecsSinceEpoch(index.data(ConversationAtRole).toLongLong()),
            m_clock.now().toLocalTime(), option.locale)};
    const int end{option.rect.width() - edge};
    const int timeWidth{QFontMetrics{Fonts::small()}.horizontalAdvance(time) + 2};
    Painting::text(painter, placed(option, {end - timeWidth, 10, timeWidth, 20}), time,
        Fonts::small(), colours.muted,
        option.direction == Qt::RightToLeft ? Qt::LeftToRight : Qt::RightToLeft);
    if (isVeiled) {
        Painting::veil(painter, placed(option, {textStart, 10, veiledTitle, 20}), colours.line);
        return;
    }
    const QFont font{
        index.data(ConversationUnreadRole).toInt() > 0 ? Fonts::bold() : Fonts::medium()};
    const int room{end - timeWidth - 8 - textStart};
    const int width{
        paintPills(painter, option, index, QFontMetrics{font}.horizontalAdvance(title) + 2)};
    Painting::text(painter, placed(option, {textStart, 10, std::min(room, width), 20}), title, font,
        colours.text, option.direction);
}

void ConversationDelegate::paintPreview(
    QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colours& colours{m_theme.colours()};
    int end{option.rect.width() - edge};
    const int unread{index.data(ConversationUnreadRole).toInt()};
    if (unread > 0) {
        const QString count{unread > 99 ? tr("99+") : option.locale.toString(unread)};
        const int wide{Painting::pillWidth(count)};
        Painting::pill(painter, placed(option, {end - wide, 31, wide, 18}), count, colours.accent,
            colours.onAccent);
        end -= wide + 8;
    }
    const bool isDraft{index.data(ConversationDraftRole).toBool()};
    const bool isBad{!isDraft && isOutgoing(index) && isTrouble(stateOf(index))};
    // That a text failed says nothing of what was written, and somebody has to see to it.
    if (isHidden(option) && !isBad) {
        const int room{std::max(0, end - textStart - veiledEnd)};
        Painting::veil(painter, placed(option, {textStart, 31, room, 18}), colours.line);
        return;
    }
    Painting::text(painter, placed(option, {textStart, 31, end - textStart, 18}),
        isHidden(option) ? describeState(
            stateOf(index), index.data(ConversationPreviewReasonRole).toString(), {})
                         : previewOf(index),
        Fonts::preview(), isBad ? colours.bad : colours.muted, option.direction);
}

void ConversationDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    paintGround(*painter, option);
    paintHead(*painter, option, index);
    paintPreview(*painter, option, index);
    if (option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        Painting::focusRing(*painter, option.rect, m_theme.colours().accent, 4);
    }
    painter->restore();
}

bool ConversationDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view,
    const QStyleOptionViewItem&, const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid()) {
        return false;
    }
    QString words{index.data(ConversationTitleRole).toString() + u'\n' + previewOf(index)};
    if (lineOf(index) >= 0) {
        //: In the tooltip of a conversation: which account it belongs to.
        words += u'\n' + tr("Line: %1").arg(index.data(ConversationAccountRole).toString());
    }
    QToolTip::showText(event->globalPos(),
        QStringLiteral("<qt>%1</qt>")
            .arg(words.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"))),
        view);
    return true;
}

} // namespace Textdesk
