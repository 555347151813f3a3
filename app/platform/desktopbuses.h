// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The two message buses of a Linux desktop; elsewhere, and on a server, neither is connected.
#pragma once

#include <QDBusConnection>

namespace Textdesk {

struct DesktopBuses final {
    QDBusConnection system{QString{}};
    QDBusConnection session{QString{}};

    // Those this process was started with. Never starts a bus.
    [[nodiscard]] static DesktopBuses ofThisSession();
};

} // namespace Textdesk
