// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/keycap.h"

#include "ui/theme/fonts.h"

#include <QPainter>

namespace Textdesk {

KeyCap::KeyCap(const Theme& theme, const QString& words, QWidget* parent)
    : QWidget{parent}
    , m_theme{theme}
    , m_words{words}
{
    setAccessibleName(words);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize KeyCap::sizeHint() const
{
    return {QFontMetrics{Fonts::small()}.horizontalAdvance(m_words) + 18, 24};
}

void KeyCap::paintEvent(QPaintEvent*)
{
    const Colours& colours{m_theme.colours()};
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.line);
    painter.setBrush(colours.background);
    painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter.setFont(Fonts::small());
    painter.setPen(colours.muted);
    painter.drawText(rect(), Qt::AlignCenter, m_words);
}

} // namespace Textdesk
