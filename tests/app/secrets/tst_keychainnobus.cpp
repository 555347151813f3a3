// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A machine without a session bus, such as a server.
#include "app/secrets/keychainsecrets.h"
#include "tests/support/callprobe.h"
#include "tests/support/testregistry.h"

using namespace Textdesk;
using Testing::resultOf;

class TestKeychainNoBus final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/textdesk-test-bus");
    }

    void saysThatThereIsNoKeychain()
    {
        SystemClock clock;
        KeychainSecrets secrets{clock, std::chrono::seconds{10}};
        const SecretKey key{QStringLiteral("work"), QStringLiteral("token")};
        const QString noBackend{QStringLiteral("no-backend")};
        QCOMPARE(resultOf(secrets.read(key), 20000).error().detail(), noBackend);
        QCOMPARE(resultOf(secrets.write(key, SecretText{QByteArrayLiteral("x")}), 20000)
                     .error()
                     .detail(),
            noBackend);
        QCOMPARE(resultOf(secrets.remove(key), 20000).error().detail(), noBackend);
    }
};

TEXTDESK_TEST(tst_keychainnobus, TestKeychainNoBus)
#include "tst_keychainnobus.moc"
