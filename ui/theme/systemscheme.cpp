// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/systemscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace Textdesk {

namespace {

const QString service{QStringLiteral("org.freedesktop.portal.Desktop")};
const QString path{QStringLiteral("/org/freedesktop/portal/desktop")};
const QString settingsInterface{QStringLiteral("org.freedesktop.portal.Settings")};
const QString group{QStringLiteral("org.freedesktop.appearance")};
const QString key{QStringLiteral("color-scheme")};

} // namespace

SystemScheme::SystemScheme(bool fallbackIsDark, QObject* parent)
    : QObject{parent}
    , m_fallbackIsDark{fallbackIsDark}
    , m_dark{fallbackIsDark}
{ }

void SystemScheme::follow()
{
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")) {
        return; // asking would start a bus by itself on some systems
    }
    QDBusConnection bus{QDBusConnection::sessionBus()};
    if (!bus.isConnected()) {
        return;
    }
    bus.connect(service, path, settingsInterface, QStringLiteral("SettingChanged"), this,
        SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    QDBusMessage call{
        QDBusMessage::createMethodCall(service, path, settingsInterface, QStringLiteral("Read"))};
    call << group << key;
    auto* watcher = new QDBusPendingCallWatcher{bus.asyncCall(call, 5000), this};
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply{*watcher};
        if (!reply.isError()) {
            take(reply.value().variant());
        }
        watcher->deleteLater();
    });
}

void SystemScheme::onSettingChanged(
    const QString& changedGroup, const QString& changedKey, const QDBusVariant& value)
{
    if (changedGroup == group && changedKey == key) {
        take(value.variant());
    }
}

void SystemScheme::take(const QVariant& value)
{
    // Read wraps the value in a second variant; SettingChanged does not.
    const QVariant plain{
        value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value};
    const uint wish{plain.toUInt()}; // 0 no preference, 1 dark, 2 light
    const bool dark{wish == 1 || (wish != 2 && m_fallbackIsDark)};
    if (dark != m_dark) {
        m_dark = dark;
        emit changed();
    }
}

} // namespace Textdesk
