// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/elidedlabel.h"

#include "ui/widgets/painting.h"

#include <QPainter>

#include <algorithm>

namespace Textdesk {

ElidedLabel::ElidedLabel(const Theme& theme, Tone tone, const QFont& font, QWidget* parent)
    : QWidget{parent}
    , m_theme{theme}
    , m_tone{tone}
{
    setFont(font);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void ElidedLabel::setText(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    // A tooltip guesses markup from the text; escaping keeps a stranger's "<b>" as written.
    setToolTip(QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped()));
    updateGeometry();
    update();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + 2, fontMetrics().height() + 2};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QSize whole{sizeHint()};
    return {std::min(whole.width(), fontMetrics().averageCharWidth() * 6), whole.height()};
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    Painting::text(painter, rect(), m_text, font(), colourOf(m_theme, m_tone), layoutDirection());
}

} // namespace Textdesk
