// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The few strokes that several delegates and widgets share.
#pragma once

#include "ui/theme/theme.h"

#include <QFont>
#include <QRect>
#include <QString>

class QPainter;

namespace Textdesk::Painting {

// One line of plain text, shortened at its end; runs in the text's own direction, starts where the
// layout does.
void text(QPainter& painter, const QRect& rect, const QString& text, const QFont& font,
    const QColor& colour, Qt::LayoutDirection direction);
// A filled pill with a short text; rect is its place.
void pill(QPainter& painter, const QRect& rect, const QString& text, const QColor& fill,
    const QColor& ink);
[[nodiscard]] int pillWidth(const QString& text);
// In the place of one line of words that are hidden: as long as the place is wide.
void veil(QPainter& painter, const QRect& line, const QColor& colour);
// The keyboard focus, always visible.
void focusRing(QPainter& painter, const QRect& rect, const QColor& colour, int radius);
// Up to two letters of a name; "#" for something that is only a number.
[[nodiscard]] QString initials(const QString& name, bool isNamed);
// At the lower end of an avatar: whose line it is, in a label colour, cut out of the ground.
void lineDot(QPainter& painter, const QRect& avatar, int colour, const Colours& colours,
    const QColor& ground, Qt::LayoutDirection direction);
void avatar(QPainter& painter, const QRect& rect, const QString& initials, const Colours& colours);

} // namespace Textdesk::Painting
