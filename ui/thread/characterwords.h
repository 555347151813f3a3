// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a character is called, for those who cannot tell two dashes apart.
#pragma once

#include <QString>

namespace Textdesk {

// Of one grapheme cluster: "en dash", "no-break space", "emoji", else its kind or its code point.
[[nodiscard]] QString characterName(const QString& cluster);

} // namespace Textdesk
