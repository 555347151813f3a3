// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Emoji on paper: Qt leaves the glyphs of colour fonts out of a PDF, so they are drawn as pictures.
#pragma once

#include <QPointF>

class QPainter;
class QTextLine;

namespace Textdesk {

// To be called after the line was drawn at the same place. Units are the painter's.
void paintColourGlyphs(QPainter& painter, const QTextLine& line, const QPointF& place);

} // namespace Textdesk
