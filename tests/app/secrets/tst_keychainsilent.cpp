// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A keyring service that takes every question and answers none.
#include "app/secrets/keychainsecrets.h"
#include "tests/support/callprobe.h"
#include "tests/support/manualclock.h"
#include "tests/support/testregistry.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusVirtualObject>

#include <csignal>

using namespace Textdesk;
using namespace std::chrono_literals;
using Testing::resultOf;

namespace {

class SilentService final : public QDBusVirtualObject {
    Q_OBJECT
public:
    [[nodiscard]] QString introspect(const QString&) const override { return {}; }
    bool handleMessage(const QDBusMessage& message, const QDBusConnection&) override
    {
        message.setDelayedReply(true);
        ++questions;
        return true;
    }
    int questions{0};
};

} // namespace

class TestKeychainSilent final : public QObject {
    Q_OBJECT
private slots:
    // The keyring of with-keyring.sh makes room. A bus of the test's own would not do: libsecret
    // ends the process with the bus it is on.
    void initTestCase()
    {
        QVERIFY2(qEnvironmentVariable("HOME").contains(QLatin1String{"textdesk-keyring"}),
            "run me through tests/support/with-keyring.sh");
        const QString name{QStringLiteral("org.freedesktop.secrets")};
        const uint keyring{m_server.interface()->servicePid(name)};
        QVERIFY(keyring > 1);
        QCOMPARE(::kill(pid_t(keyring), SIGTERM), 0);
        QTRY_VERIFY(!m_server.interface()->isServiceRegistered(name));
        QVERIFY(m_server.registerVirtualObject(
            QStringLiteral("/"), &m_service, QDBusConnection::SubPath));
        QVERIFY(m_server.registerService(name));
    }

    void theTimeLimitEndsTheWait()
    {
        Testing::ManualClock clock;
        KeychainSecrets secrets{clock, 20s};
        const SecretKey key{QStringLiteral("work"), QStringLiteral("token")};
        Call<SecretText>* call{secrets.read(key)};
        QString detail;
        call->then(this, [&detail](const Result<SecretText>& result) {
            detail = result ? QStringLiteral("worked") : result.error().detail();
        });
        QTRY_VERIFY(m_service.questions > 0);
        clock.advance(19s);
        QCoreApplication::sendPostedEvents();
        QVERIFY(!call->isSettled());
        const int before{m_service.questions};
        clock.advance(1s);
        // Before it says so it asks whether the keyring is only waiting to be unlocked.
        QTRY_VERIFY(m_service.questions > before);
        QVERIFY(!call->isSettled());
        clock.advance(1s);
        QTRY_COMPARE(detail, QStringLiteral("silent"));
    }

    void laterCallsEndAsWell()
    {
        Testing::ManualClock clock;
        KeychainSecrets secrets{clock, 20s};
        const SecretKey key{QStringLiteral("work"), QStringLiteral("token")};
        Call<Done>* write{secrets.write(key, SecretText{QByteArrayLiteral("x")})};
        QString detail;
        write->then(
            this, [&detail](const Result<Done>& result) { detail = result.error().detail(); });
        clock.advance(20s);
        clock.advance(1s);
        QTRY_COMPARE(detail, QStringLiteral("silent"));
    }

private:
    QDBusConnection m_server{QDBusConnection::connectToBus(
        QDBusConnection::SessionBus, QStringLiteral("silent service"))};
    SilentService m_service;
};

TEXTDESK_TEST(tst_keychainsilent, TestKeychainSilent)
#include "tst_keychainsilent.moc"
