// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/avatar.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/painting.h"

#include <QPainter>

namespace Textdesk {

Avatar::Avatar(const Theme& theme, QWidget* parent)
    : QWidget{parent}
    , m_theme{theme}
{
    setFixedSize(Metrics::avatar, Metrics::avatar);
}

void Avatar::present(const QString& name, bool isNamed)
{
    m_initials = Painting::initials(name, isNamed);
    update();
}

void Avatar::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    Painting::avatar(painter, rect(), m_initials, m_theme.colours());
}

} // namespace Textdesk
