// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/desktopbuses.h"

#include <QFileInfo>

namespace Textdesk {

DesktopBuses DesktopBuses::ofThisSession()
{
    DesktopBuses buses;
#ifdef Q_OS_LINUX
    // Asking for a session bus that nobody named would start one by itself on some systems.
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")) {
        buses.session = QDBusConnection::sessionBus();
    }
    // The well-known place of the D-Bus specification, "Well-known Message Bus Instances".
    if (!qEnvironmentVariableIsEmpty("DBUS_SYSTEM_BUS_ADDRESS")
        || QFileInfo::exists(QStringLiteral("/run/dbus/system_bus_socket"))) {
        buses.system = QDBusConnection::systemBus();
    }
#endif
    return buses;
}

} // namespace Textdesk
