// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/painting.h"

#include <QPainter>
#include <QStyleOption>

namespace Textdesk {

Chip::Chip(const Theme& theme, const QString& name, const QString& label, QWidget* parent)
    : QAbstractButton{parent}
    , m_theme{theme}
{
    setObjectName(name);
    setText(label);
    setAccessibleName(label);
    setCheckable(true);
    setAutoExclusive(true); // arrow keys then move the choice
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setFont(Fonts::small());
}

QString Chip::shownText() const
{
    //: A filter and how many rows it would show, e.g. "Unread 3".
    return m_count > 0 ? tr("%1 %2").arg(text(), locale().toString(m_count)) : text();
}

void Chip::setCount(int count)
{
    if (count != m_count) {
        m_count = count;
        setAccessibleName(shownText());
        updateGeometry();
        update();
    }
}

QSize Chip::sizeHint() const
{
    // Measured bold, so that choosing a chip moves nothing.
    return {QFontMetrics{Fonts::smallStrong()}.horizontalAdvance(shownText()) + 20, 24};
}

void Chip::paintEvent(QPaintEvent*)
{
    QStyleOption option;
    option.initFrom(this);
    const Colours& colours{m_theme.colours()};
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hovered{option.state.testFlag(QStyle::State_MouseOver)};
    painter.setPen(isChecked() ? QPen{Qt::NoPen} : QPen{colours.line});
    painter.setBrush(isChecked() ? colours.accentSoft : hovered ? colours.hover : colours.panel);
    painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), 11.5, 11.5);
    painter.setFont(isChecked() ? Fonts::smallStrong() : Fonts::small());
    painter.setPen(isChecked() ? colours.accentInk : colours.muted);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, shownText());
    if (hasFocus() && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        Painting::focusRing(painter, rect(), colours.accent, 11);
    }
}

} // namespace Textdesk
