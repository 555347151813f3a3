// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A real gnome-keyring that the person locked.
#include "app/secrets/keychainsecrets.h"
#include "tests/support/callprobe.h"
#include "tests/support/testregistry.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>

using namespace Textdesk;
using Testing::resultOf;

class TestKeychainLocked final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QVERIFY(resultOf(m_secrets.write(m_key, SecretText{QByteArrayLiteral("kept")})));
        QDBusMessage lock{QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"),
            QStringLiteral("/org/freedesktop/secrets"),
            QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("Lock"))};
        lock << QVariant::fromValue(QList<QDBusObjectPath>{
            QDBusObjectPath{QStringLiteral("/org/freedesktop/secrets/collection/login")}});
        const QDBusMessage answer{QDBusConnection::sessionBus().call(lock)};
        QCOMPARE(answer.type(), QDBusMessage::ReplyMessage);
    }

    void readingSaysLockedNotMissing()
    {
        QCOMPARE(detailOf(resultOf(m_secrets.read(m_key), 30000)), QStringLiteral("locked"));
        // Nor does it guess about what was never there.
        const SecretKey never{QStringLiteral("never"), QStringLiteral("token")};
        QCOMPARE(detailOf(resultOf(m_secrets.read(never), 30000)), QStringLiteral("locked"));
    }

    void writingSaysLocked()
    {
        const SecretText value{QByteArrayLiteral("new")};
        QCOMPARE(
            detailOf(resultOf(m_secrets.write(m_key, value), 30000)), QStringLiteral("locked"));
    }

    void removingSaysLocked()
    {
        QCOMPARE(detailOf(resultOf(m_secrets.remove(m_key), 30000)), QStringLiteral("locked"));
    }

private:
    template <typename T> static QString detailOf(const Result<T>& result)
    {
        return result ? QStringLiteral("worked") : result.error().detail();
    }

    SystemClock m_clock;
    KeychainSecrets m_secrets{m_clock, std::chrono::seconds{5}};
    const SecretKey m_key{QStringLiteral("work"), QStringLiteral("token")};
};

TEXTDESK_TEST(tst_keychainlocked, TestKeychainLocked)
#include "tst_keychainlocked.moc"
