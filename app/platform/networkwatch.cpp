// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/networkwatch.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace Textdesk {

namespace {

const QLatin1String service{"org.freedesktop.NetworkManager"};
const QLatin1String path{"/org/freedesktop/NetworkManager"};

// NMState of NetworkManager's D-Bus reference: 10 asleep, 20 disconnected, 30 disconnecting,
// 40 connecting, 50 and more connected; 0 unknown.
bool isDownState(uint state)
{
    return state >= 10 && state < 50;
}

} // namespace

NetworkWatch::NetworkWatch(DesktopBuses buses, QObject* parent)
    : QObject{parent}
{
    if (!buses.system.isConnected()) {
        return;
    }
    buses.system.connect(
        service, path, service, QStringLiteral("StateChanged"), this, SLOT(onStateChanged(uint)));
    askState(buses);
}

void NetworkWatch::askState(DesktopBuses& buses)
{
    QDBusMessage call{QDBusMessage::createMethodCall(
        service, path, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"))};
    call << QString{service} << QStringLiteral("State");
    auto* watcher = new QDBusPendingCallWatcher{buses.system.asyncCall(call), this};
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply{*watcher};
        // A signal that came first is as new as the answer, or newer.
        if (!reply.isError() && !m_told) {
            onStateChanged(reply.value().variant().toUInt());
        }
    });
}

void NetworkWatch::onStateChanged(uint state)
{
    m_told = true;
    const bool down{isDownState(state)};
    if (down == m_down) {
        return;
    }
    m_down = down;
    down ? emit wentDown() : emit cameUp();
}

} // namespace Textdesk
