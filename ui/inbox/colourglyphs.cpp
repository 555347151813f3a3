// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/colourglyphs.h"

#include <QGlyphRun>
#include <QImage>
#include <QPainter>
#include <QRawFont>
#include <QTextLayout>

#include <algorithm>

namespace Textdesk {

namespace {

// OpenType 1.9: the tables by which a font has glyphs in colour (Google's, Apple's, Microsoft's).
bool isColoured(const QRawFont& font)
{
    return !font.fontTable("CBDT").isEmpty() || !font.fontTable("sbix").isEmpty()
        || !font.fontTable("COLR").isEmpty();
}

} // namespace

void paintColourGlyphs(QPainter& painter, const QTextLine& line, const QPointF& place)
{
    const QList<QGlyphRun> runs{line.glyphRuns()};
    for (const QGlyphRun& run : runs) {
        const QRectF bounds{run.boundingRect()};
        if (bounds.isEmpty() || !isColoured(run.rawFont())) {
            continue;
        }
        QImage picture{bounds.size().toSize() + QSize{1, 1}, QImage::Format_ARGB32_Premultiplied};
        picture.fill(Qt::transparent);
        QPainter brush{&picture};
        brush.setRenderHint(QPainter::SmoothPixmapTransform);
        brush.drawGlyphRun(-bounds.topLeft(), run);
        brush.end();
        painter.drawImage(QRectF{bounds.topLeft() + place, QSizeF{picture.size()}}, picture);
    }
}

} // namespace Textdesk
