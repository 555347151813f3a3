// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The two text sizes and the heading; Inter where it is installed, else the system's own font.
#pragma once

#include <QFont>

namespace Textdesk::Fonts {

[[nodiscard]] QFont base(); // 14 px
[[nodiscard]] QFont medium(); // 14 px, names
[[nodiscard]] QFont strong(); // 14 px, the selected place, buttons
[[nodiscard]] QFont bold(); // 14 px, unread names
[[nodiscard]] QFont preview(); // 13 px, the second line of a row
[[nodiscard]] QFont small(); // 12 px
[[nodiscard]] QFont smallStrong(); // 12 px
[[nodiscard]] QFont heading(); // 16 px
[[nodiscard]] QFont title(); // 22 px, pages that stand alone

} // namespace Textdesk::Fonts
