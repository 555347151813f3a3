// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The freedesktop.org Secret Service API, draft 0.2: CollectionChanged, and the Locked property of
// a collection.
#include "app/secrets/keyringwatch.h"

#include "app/secrets/keyringstate.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QLibrary>

namespace Textdesk {

namespace {

const QString& service()
{
    static const QString name{QStringLiteral("org.freedesktop.secrets")};
    return name;
}

// libsecret, which QtKeychain loads by this name, holds on to its session with the service; a
// service that was started anew knows nothing of that session and refuses every secret.
void forgetOldSession()
{
    using Disconnect = void (*)();
    QLibrary library{QStringLiteral("secret-1"), 0};
    if (const auto disconnect =
            reinterpret_cast<Disconnect>(library.resolve("secret_service_disconnect"))) {
        disconnect();
    }
}

} // namespace

KeyringWatch::KeyringWatch(QObject* parent)
    : QObject{parent}
{
    QDBusConnection bus{QDBusConnection::sessionBus()};
    if (!bus.isConnected()) {
        return;
    }
    m_watcher =
        new QDBusServiceWatcher{service(), bus, QDBusServiceWatcher::WatchForOwnerChange, this};
    connect(m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
        [this](const QString&, const QString&, const QString& owner) {
            forgetOldSession();
            if (!owner.isEmpty()) {
                look();
            }
        });
    bus.connect(service(), QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("CollectionChanged"), this,
        SLOT(collectionChanged()));
    bus.connect(service(), {}, QStringLiteral("org.freedesktop.DBus.Properties"),
        QStringLiteral("PropertiesChanged"), this,
        SLOT(propertiesChanged(QString, QVariantMap, QStringList)));
}

void KeyringWatch::collectionChanged()
{
    look();
}

void KeyringWatch::propertiesChanged(
    const QString& interface, const QVariantMap& changed, const QStringList&)
{
    if (interface == QLatin1String{"org.freedesktop.Secret.Collection"}
        && changed.contains(QStringLiteral("Locked"))) {
        look();
    }
}

void KeyringWatch::look()
{
    askKeyringState(this, [this](KeyringState state) {
        if (state == KeyringState::Unlocked) {
            emit unlocked();
        }
    });
}

} // namespace Textdesk
