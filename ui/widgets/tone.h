// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a piece of text is for; the theme knows its colour.
#pragma once

#include "ui/theme/theme.h"

namespace Textdesk {

enum class Tone { Normal, Muted, Warn, Bad };

[[nodiscard]] inline QColor colourOf(const Theme& theme, Tone tone)
{
    const Colours& colours{theme.colours()};
    switch (tone) {
    case Tone::Muted:
        return colours.muted;
    case Tone::Warn:
        return colours.warn;
    case Tone::Bad:
        return colours.bad;
    case Tone::Normal:
        break;
    }
    return colours.text;
}

} // namespace Textdesk
