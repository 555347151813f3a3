// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lays out one message as plain text: its own direction, whole emoji, no markup, no links.
#pragma once

#include "ui/thread/markedwords.h"

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QSize>
#include <QString>

class QPainter;

namespace Textdesk {

class BubbleText final {
public:
    BubbleText(const QString& text, const QFont& font, int maximumWidth,
        Qt::Alignment alignment = Qt::AlignLeft);

    [[nodiscard]] QSize size() const { return m_size; }
    // width is the room the lines are aligned in, at least size().width().
    // marks stand on a ground of their own.
    void paint(QPainter& painter, const QPointF& topLeft, const QColor& colour,
        const QList<MarkedWord>& marks = {}, const QColor& ground = {},
        const QColor& ink = {}) const;
    // What is drawn: line ends as one break, other control characters as visible signs.
    [[nodiscard]] static QString drawable(const QString& text);

private:
    template <typename F> QSize layOut(int width, F&& eachLayout) const;
    QString m_text;
    QFont m_font;
    Qt::Alignment m_alignment;
    QSize m_size;
};

} // namespace Textdesk
