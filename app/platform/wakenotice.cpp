// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/wakenotice.h"

namespace Textdesk {

WakeNotice::WakeNotice(DesktopBuses buses, QObject* parent)
    : QObject{parent}
{
    if (buses.system.isConnected()) {
        // systemd's org.freedesktop.login1(5): true before sleep, false after it.
        buses.system.connect(QStringLiteral("org.freedesktop.login1"),
            QStringLiteral("/org/freedesktop/login1"),
            QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("PrepareForSleep"),
            this, SLOT(onPrepareForSleep(bool)));
    }
}

void WakeNotice::onPrepareForSleep(bool begins)
{
    begins ? emit fallingAsleep() : emit woke();
}

} // namespace Textdesk
