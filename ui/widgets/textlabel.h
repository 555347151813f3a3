// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A label that never reads markup and takes its colour from the theme.
#pragma once

#include "ui/widgets/tone.h"

#include <QLabel>

namespace Textdesk {

class TextLabel final : public QLabel {
    Q_OBJECT
public:
    TextLabel(const Theme& theme, Tone tone, const QFont& font, QWidget* parent = nullptr);
    void setTone(Tone tone);

private:
    void recolour();
    const Theme& m_theme;
    Tone m_tone;
};

} // namespace Textdesk
