// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The freedesktop.org Secret Service API, draft 0.2: ReadAlias, and the Locked property of a
// collection.
#include "app/secrets/keyringstate.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QTimer>

#include <limits>

namespace Textdesk {

namespace {

constexpr QLatin1String service{"org.freedesktop.secrets"};

using Answer = std::function<void(KeyringState)>;

KeyringState stateOf(const QDBusError& error)
{
    switch (error.type()) {
    case QDBusError::ServiceUnknown:
    case QDBusError::Disconnected:
    case QDBusError::NoServer:
        return KeyringState::Absent;
    default:
        // Activation failures have names of their own (org.freedesktop.DBus.Error.Spawn...).
        return error.name().contains(QLatin1String{"Error.Spawn"}) ? KeyringState::Absent
                                                                   : KeyringState::Unknown;
    }
}

// The bus's own time limit is left aside: the caller has one, by its clock.
template <typename T, typename F> void ask(QObject* context, const QDBusMessage& question, F then)
{
    const QDBusPendingCall call{
        QDBusConnection::sessionBus().asyncCall(question, std::numeric_limits<int>::max())};
    auto* watcher = new QDBusPendingCallWatcher{call, context};
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
        [then = std::move(then)](QDBusPendingCallWatcher* finished) {
            finished->deleteLater();
            then(QDBusPendingReply<T>{*finished});
        });
}

void askCollection(QObject* context, const QString& path, Answer answer)
{
    QDBusMessage question{QDBusMessage::createMethodCall(
        service, path, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"))};
    question << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    ask<QDBusVariant>(context, question, [answer](const QDBusPendingReply<QDBusVariant>& reply) {
        if (reply.isError()) {
            answer(stateOf(reply.error()));
            return;
        }
        answer(reply.value().variant().toBool() ? KeyringState::Locked : KeyringState::Unlocked);
    });
}

} // namespace

void askKeyringState(QObject* context, Answer answer)
{
    if (!QDBusConnection::sessionBus().isConnected()) {
        QTimer::singleShot(0, context, [answer] { answer(KeyringState::Absent); });
        return;
    }
    QDBusMessage question{
        QDBusMessage::createMethodCall(service, QStringLiteral("/org/freedesktop/secrets"),
            QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("ReadAlias"))};
    question << QStringLiteral("default");
    ask<QDBusObjectPath>(
        context, question, [context, answer](const QDBusPendingReply<QDBusObjectPath>& reply) {
            if (reply.isError()) {
                answer(stateOf(reply.error()));
            } else if (reply.value().path() == QLatin1String{"/"}) {
                answer(KeyringState::Unlocked); // nothing was ever kept: there is nothing to lock
            } else {
                askCollection(context, reply.value().path(), answer);
            }
        });
}

} // namespace Textdesk
