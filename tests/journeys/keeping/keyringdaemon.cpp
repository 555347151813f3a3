// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/keeping/keyringdaemon.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDBusVariant>
#include <QProcess>
#include <QTest>

#include <csignal>

namespace Textdesk::Testing {

// The Secret Service API, draft 0.2: Secret, a struct of (oayays).
struct BusSecret final {
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};

QDBusArgument& operator<<(QDBusArgument& argument, const BusSecret& secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

const QDBusArgument& operator>>(const QDBusArgument& argument, BusSecret& secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

} // namespace Textdesk::Testing

Q_DECLARE_METATYPE(Textdesk::Testing::BusSecret)

namespace Textdesk::Testing::KeyringDaemon {

namespace {

constexpr int patienceMs{20000};

const QString& service()
{
    static const QString name{QStringLiteral("org.freedesktop.secrets")};
    return name;
}

QDBusObjectPath collection()
{
    return QDBusObjectPath{QStringLiteral("/org/freedesktop/secrets/collection/login")};
}

QDBusMessage question(const char* interface, const char* method)
{
    return QDBusMessage::createMethodCall(service(), QStringLiteral("/org/freedesktop/secrets"),
        QLatin1String{interface}, QLatin1String{method});
}

bool isOnTheBus()
{
    return QDBusConnection::sessionBus().interface()->isServiceRegistered(service());
}

} // namespace

bool lock()
{
    QDBusMessage request{question("org.freedesktop.Secret.Service", "Lock")};
    request << QVariant::fromValue(QList<QDBusObjectPath>{collection()});
    return QDBusConnection::sessionBus().call(request).type() == QDBusMessage::ReplyMessage;
}

bool unlock()
{
    qDBusRegisterMetaType<BusSecret>();
    QDBusMessage open{question("org.freedesktop.Secret.Service", "OpenSession")};
    open << QStringLiteral("plain") << QVariant::fromValue(QDBusVariant{QString{}});
    const QDBusMessage opened{QDBusConnection::sessionBus().call(open)};
    if (opened.type() != QDBusMessage::ReplyMessage) {
        return false;
    }
    // What the keyring's own prompt and the log-in call.
    QDBusMessage request{question(
        "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface", "UnlockWithMasterPassword")};
    const BusSecret master{opened.arguments().value(1).value<QDBusObjectPath>(), {},
        QByteArrayLiteral("unlocked"), QStringLiteral("text/plain")};
    request << QVariant::fromValue(collection()) << QVariant::fromValue(master);
    return QDBusConnection::sessionBus().call(request).type() == QDBusMessage::ReplyMessage;
}

bool kill()
{
    const QDBusReply<uint> daemon{QDBusConnection::sessionBus().interface()->servicePid(service())};
    return daemon.isValid() && ::kill(pid_t(daemon.value()), SIGKILL) == 0
        && QTest::qWaitFor([] { return !isOnTheBus(); }, patienceMs);
}

bool startUnlocked()
{
    QProcess daemon; // goes into the background by itself
    daemon.start(QStringLiteral("gnome-keyring-daemon"),
        {QStringLiteral("--unlock"), QStringLiteral("--components=secrets")});
    daemon.write("unlocked");
    daemon.closeWriteChannel();
    return QTest::qWaitFor([&] { return daemon.state() == QProcess::NotRunning; }, patienceMs)
        && daemon.exitCode() == 0 && QTest::qWaitFor(isOnTheBus, patienceMs);
}

} // namespace Textdesk::Testing::KeyringDaemon
