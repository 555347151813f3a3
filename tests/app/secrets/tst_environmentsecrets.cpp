// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/environmentsecrets.h"
#include "tests/support/callprobe.h"
#include "tests/support/testregistry.h"

using namespace Textdesk;
using Testing::resultOf;

namespace {

const QStringList names{QStringLiteral("token"), QStringLiteral("webhook-key")};

} // namespace

class TestEnvironmentSecrets final : public QObject {
    Q_OBJECT
private slots:
    void namesItsVariables_data()
    {
        QTest::addColumn<QString>("account");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("variable");
        const auto row = [](const char* account, const char* name, const char* variable) {
            QTest::newRow(variable) << QString::fromUtf8(account) << QString::fromUtf8(name)
                                    << QString::fromUtf8(variable);
        };
        row("work", "token", "TEXTDESK_SECRET_WORK_TOKEN");
        row("work", "webhook-key", "TEXTDESK_SECRET_WORK_WEBHOOK_KEY");
        row("My Shop 2", "token", "TEXTDESK_SECRET_MY_SHOP_2_TOKEN");
        row("caf\u00e9", "token", "TEXTDESK_SECRET_CAF__TOKEN");
        row("a\U0001F600b", "token", "TEXTDESK_SECRET_A_B_TOKEN");
        row("stra\u00dfe", "token", "TEXTDESK_SECRET_STRA_E_TOKEN");
        row("", "", "TEXTDESK_SECRET__");
    }

    void namesItsVariables()
    {
        QFETCH(QString, account);
        QFETCH(QString, name);
        QTEST(environmentVariableName({account, name}), "variable");
    }

    void seesNamesThatWouldCollide()
    {
        const auto collide = [](const char* a, const char* b) {
            const QString first{QString::fromUtf8(a)};
            const QString second{QString::fromUtf8(b)};
            const bool there{environmentNamesCollide(first, second, names)};
            return there && environmentNamesCollide(second, first, names);
        };
        QVERIFY(collide("work", "work"));
        QVERIFY(collide("work", "WORK"));
        QVERIFY(collide("my shop", "my-shop"));
        QVERIFY(!collide("work", "work2"));
        QVERIFY(!collide("work", "work-web"));
        // An account's own name may run into the name of a secret.
        const QStringList longer{QStringLiteral("key"), QStringLiteral("webhook-key")};
        QVERIFY(environmentNamesCollide(
            QStringLiteral("work-webhook"), QStringLiteral("work"), longer));
        QVERIFY(!environmentNamesCollide(QStringLiteral("a"), QStringLiteral("a"), {}));
    }

    void readsAndNeverWrites()
    {
        QProcessEnvironment environment;
        environment.insert(
            QStringLiteral("TEXTDESK_SECRET_WORK_TOKEN"), QStringLiteral("made-up \u00E9"));
        environment.insert(QStringLiteral("TEXTDESK_SECRET_WORK_EMPTY"), QString{});
        EnvironmentSecrets secrets{environment};
        const SecretKey token{QStringLiteral("work"), QStringLiteral("token")};
        QCOMPARE(resultOf(secrets.read(token)).value().revealUtf8(),
            QByteArrayLiteral("made-up \xC3\xA9"));
        for (const char* absent : {"webhook-key", "empty"}) {
            const auto result =
                resultOf(secrets.read({QStringLiteral("work"), QLatin1String{absent}}));
            QCOMPARE(result.error().kind(), ErrorKind::SecretUnavailable);
            QCOMPARE(result.error().detail(), QStringLiteral("not-found"));
        }
        QCOMPARE(resultOf(secrets.write(token, SecretText{})).error().detail(),
            QStringLiteral("read-only"));
        QCOMPARE(resultOf(secrets.remove(token)).error().detail(), QStringLiteral("read-only"));
        QCOMPARE(secrets.backendName(), QStringLiteral("environment"));
    }
};

TEXTDESK_TEST(tst_environmentsecrets, TestEnvironmentSecrets)
#include "tst_environmentsecrets.moc"
