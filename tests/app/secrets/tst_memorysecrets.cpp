// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/memorysecrets.h"
#include "tests/support/callprobe.h"
#include "tests/support/testregistry.h"

using namespace Textdesk;
using Testing::resultOf;

class TestMemorySecrets final : public QObject {
    Q_OBJECT
private slots:
    void keepsWhatItWasGiven()
    {
        MemorySecrets secrets;
        const SecretKey key{QStringLiteral("a"), QStringLiteral("b/c")};
        const SecretKey other{QStringLiteral("a/b"), QStringLiteral("c")};
        QCOMPARE(resultOf(secrets.read(key)).error().detail(), QStringLiteral("not-found"));
        QVERIFY(resultOf(secrets.write(key, SecretText{QByteArrayLiteral("one")})));
        QVERIFY(resultOf(secrets.write(key, SecretText{QByteArrayLiteral("two")})));
        QCOMPARE(resultOf(secrets.read(key)).value().revealUtf8(), QByteArrayLiteral("two"));
        QVERIFY(!resultOf(secrets.read(other)));
        QVERIFY(resultOf(secrets.remove(key)));
        QVERIFY(resultOf(secrets.remove(key)));
        QVERIFY(!resultOf(secrets.read(key)));
    }

    void hasTheLimitOfTheNarrowestKeychain()
    {
        MemorySecrets secrets;
        const SecretKey key{QStringLiteral("a"), QStringLiteral("b")};
        QVERIFY(resultOf(secrets.write(key, SecretText{QByteArray(2560, 'x')})));
        QCOMPARE(resultOf(secrets.write(key, SecretText{QByteArray(2561, 'x')})).error().detail(),
            QStringLiteral("too-long"));
        QCOMPARE(resultOf(secrets.read(key)).value().revealUtf8().size(), 2560);
    }
};

TEXTDESK_TEST(tst_memorysecrets, TestMemorySecrets)
#include "tst_memorysecrets.moc"
