// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textlabel.h"

namespace Textdesk {

TextLabel::TextLabel(const Theme& theme, Tone tone, const QFont& font, QWidget* parent)
    : QLabel{parent}
    , m_theme{theme}
    , m_tone{tone}
{
    setTextFormat(Qt::PlainText);
    setFont(font);
    connect(&m_theme, &Theme::changed, this, &TextLabel::recolour);
    recolour();
}

void TextLabel::setTone(Tone tone)
{
    if (tone != m_tone) {
        m_tone = tone;
        recolour();
    }
}

void TextLabel::recolour()
{
    QPalette changed{palette()};
    changed.setColor(QPalette::WindowText, colourOf(m_theme, m_tone));
    setPalette(changed);
}

} // namespace Textdesk
