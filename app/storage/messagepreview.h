// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the list of conversations shows of a text: one line, never half a character.
#pragma once

#include <QString>

namespace Textdesk {

[[nodiscard]] inline QString previewOf(const QString& text)
{
    constexpr qsizetype previewLength{120};
    const bool cutsAPair{
        text.size() > previewLength && text.at(previewLength - 1).isHighSurrogate()};
    return text.left(previewLength - (cutsAPair ? 1 : 0)).simplified();
}

} // namespace Textdesk
