// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/avatar.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/painting.h"

#include <QPainter>
#include <QStyle>

namespace Textdesk {

Avatar::Avatar(const Theme& theme, QWidget* parent)
    : QWidget{parent}
    , m_theme{theme}
{
    setFixedSize(Metrics::avatar + 4, Metrics::avatar + 3); // room for the mark of the line
}

void Avatar::present(const QString& name, bool isNamed)
{
    m_initials = Painting::initials(name, isNamed);
    update();
}

void Avatar::setLine(int colour)
{
    m_line = colour;
    update();
}

void Avatar::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    const Colours& colours{m_theme.colours()};
    const QRect face{
        QStyle::visualRect(layoutDirection(), rect(), {0, 0, Metrics::avatar, Metrics::avatar})};
    Painting::avatar(painter, face, m_initials, colours);
    if (m_line >= 0) {
        Painting::lineDot(painter, face, m_line, colours, colours.panel, layoutDirection());
    }
}

} // namespace Textdesk
