// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/painting.h"

#include "ui/theme/fonts.h"
#include "ui/theme/labelcolours.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace Textdesk::Painting {

void text(QPainter& painter, const QRect& rect, const QString& text, const QFont& font,
    const QColor& colour, Qt::LayoutDirection direction)
{
    if (rect.width() <= 0) {
        return;
    }
    const QString line{QFontMetrics{font}.elidedText(text, Qt::ElideRight, rect.width())};
    const Qt::Alignment start{direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft};
    painter.setFont(font);
    painter.setPen(colour);
    // Its own direction: "+1 555 0134" must not turn round in a right-to-left window.
    painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter.drawText(
        rect, int(start | Qt::AlignVCenter | Qt::AlignAbsolute) | Qt::TextSingleLine, line);
}

int pillWidth(const QString& text)
{
    return std::max(20, QFontMetrics{Fonts::smallStrong()}.horizontalAdvance(text) + 14);
}

void pill(QPainter& painter, const QRect& rect, const QString& text, const QColor& fill,
    const QColor& ink)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    const qreal radius{rect.height() / 2.0};
    painter.drawRoundedRect(rect, radius, radius);
    painter.setPen(ink);
    painter.setFont(Fonts::smallStrong());
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, text);
    painter.restore();
}

void veil(QPainter& painter, const QRect& line, const QColor& colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const QRectF bar{QRectF{line}.adjusted(0, line.height() * 0.25, 0, -line.height() * 0.25)};
    painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2);
    painter.restore();
}

void focusRing(QPainter& painter, const QRect& rect, const QColor& colour, int radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{colour, 2});
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF{rect}.adjusted(1, 1, -1, -1), radius, radius);
    painter.restore();
}

namespace {

// The first letter as people see it: marks and surrogate pairs stay whole.
QString firstLetter(const QString& word)
{
    QTextBoundaryFinder finder{QTextBoundaryFinder::Grapheme, word};
    const auto end = finder.toNextBoundary();
    return end > 0 ? word.left(end).toUpper() : QString{};
}

bool startsReadable(const QString& word)
{
    return !word.isEmpty() && (word.at(0).isLetterOrNumber() || word.at(0).isSurrogate());
}

} // namespace

QString initials(const QString& name, bool isNamed)
{
    if (!isNamed) {
        return QStringLiteral("#");
    }
    QStringList words;
    const QStringList all{name.split(u' ', Qt::SkipEmptyParts)};
    for (const QString& word : all) {
        if (!startsReadable(word)) {
            break; // "Grade 7 parents · 64 people": what follows the dot is no name
        }
        words.append(word);
    }
    if (words.isEmpty()) {
        return QStringLiteral("#");
    }
    if (words.size() == 1) {
        return firstLetter(words.first());
    }
    const bool secondIsNumber{words.at(1).at(0).isDigit()};
    return firstLetter(words.first()) + firstLetter(secondIsNumber ? words.at(1) : words.last());
}

void avatar(QPainter& painter, const QRect& rect, const QString& initials, const Colours& colours)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.avatar);
    painter.drawEllipse(rect);
    QFont font{Fonts::smallStrong()};
    font.setPixelSize(rect.height() * 13 / 36);
    painter.setFont(font);
    painter.setPen(colours.muted);
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, initials);
    painter.restore();
}

void lineDot(QPainter& painter, const QRect& avatar, int colour, const Colours& colours,
    const QColor& ground, Qt::LayoutDirection direction)
{
    constexpr int outside{14};
    constexpr int inside{10};
    const QRect place{QStyle::visualRect(direction, avatar,
        {avatar.right() - outside + 4, avatar.bottom() - outside + 3, outside, outside})};
    constexpr int rim{(outside - inside) / 2};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawEllipse(place);
    painter.setBrush(labelColour(colours, colour).ink);
    painter.drawEllipse(place.adjusted(rim, rim, -rim, -rim));
    painter.restore();
}

} // namespace Textdesk::Painting
