// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The picture in the tray: the program's own, with the number of unread conversations on it.
#pragma once

#include <QIcon>

namespace Textdesk {

// unread 0: no badge; silent: greyed, because nothing pops up. In every size that panels ask for.
[[nodiscard]] QIcon trayIcon(int unread, bool silent);
// The number as it fits on the badge: "7", "99+".
[[nodiscard]] QString trayCount(int unread);

} // namespace Textdesk
