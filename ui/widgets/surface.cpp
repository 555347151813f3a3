// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/surface.h"

#include <QPainter>

namespace Textdesk {

Surface::Surface(const Theme& theme, Ground ground, Qt::Edges lines, QWidget* parent)
    : QWidget{parent}
    , m_theme{theme}
    , m_ground{ground}
    , m_lines{lines}
{
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void Surface::paintEvent(QPaintEvent*)
{
    const Colours& colours{m_theme.colours()};
    QPainter painter{this};
    painter.fillRect(rect(),
        m_ground == Ground::Panel      ? colours.panel
            : m_ground == Ground::Rail ? colours.rail
                                       : colours.background);
    const bool mirrored{layoutDirection() == Qt::RightToLeft};
    if (m_lines.testFlag(Qt::TopEdge)) {
        painter.fillRect(0, 0, width(), 1, colours.line);
    }
    if (m_lines.testFlag(Qt::BottomEdge)) {
        painter.fillRect(0, height() - 1, width(), 1, colours.line);
    }
    if (m_lines.testFlag(mirrored ? Qt::RightEdge : Qt::LeftEdge)) {
        painter.fillRect(0, 0, 1, height(), colours.line);
    }
    if (m_lines.testFlag(mirrored ? Qt::LeftEdge : Qt::RightEdge)) {
        painter.fillRect(width() - 1, 0, 1, height(), colours.line);
    }
}

} // namespace Textdesk
