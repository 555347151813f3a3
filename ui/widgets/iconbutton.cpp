// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/iconbutton.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/painting.h"

#include <QPainter>
#include <QStyleOption>

namespace Textdesk {

IconButton::IconButton(const Theme& theme, const QString& icon, const QString& name,
    const QString& words, QWidget* parent)
    : QAbstractButton{parent}
    , m_theme{theme}
    , m_icon{icon}
{
    setObjectName(name);
    setAccessibleName(words);
    setToolTip(words);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setFixedSize(sizeHint());
}

QSize IconButton::sizeHint() const
{
    return {32, 32};
}

void IconButton::paintEvent(QPaintEvent*)
{
    QStyleOption option;
    option.initFrom(this);
    const Colours& colours{m_theme.colours()};
    const bool hovered{isEnabled() && option.state.testFlag(QStyle::State_MouseOver)};
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    if (hovered || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? colours.accentSoft : colours.hover);
        painter.drawRoundedRect(rect(), Metrics::radius, Metrics::radius);
    }
    const int inset{(width() - Metrics::icon) / 2};
    QColor ink{hovered ? colours.text : colours.muted};
    if (!isEnabled()) {
        ink.setAlpha(110);
    }
    m_theme.icons().paint(painter, {inset, inset, Metrics::icon, Metrics::icon}, m_icon, ink);
    if (hasFocus() && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        Painting::focusRing(painter, rect(), colours.accent, Metrics::radius);
    }
}

} // namespace Textdesk
