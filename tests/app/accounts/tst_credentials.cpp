// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets grow old, are copied and replaced; the old one works until the new one is proved.
#include "app/accounts/credentials.h"

#include "tests/app/accounts/countingsecrets.h"
#include "tests/support/messaging/storeandaccounts.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

class TestCredentials final : public QObject {
    Q_OBJECT
    static constexpr qint64 day{86400000};

    struct Bench final {
        Bench()
            : services{*box.database, secrets, box.registry, box.http, box.clock}
            , list{services}
            , credentials{services, list}
        {
            (void)answerOf(list.load());
            NewAccount fresh;
            fresh.provider = u"fake"_s;
            fresh.name = u"Clinic"_s;
            fresh.secrets = {{u"token"_s, SecretText::fromString(u"first-t0ken"_s)}};
            id = *answerOf(list.add(fresh, true));
        }
        Result<Done> replace(const QString& name, const QString& value)
        {
            return answerOf(credentials.replace(id, name, SecretText::fromString(value)));
        }
        QString kept(const QString& name) const
        {
            return secrets.values.value(u"Clinic/"_s + name).revealString();
        }
        QString used(const QString& name) const
        {
            return list.find(id)->secrets->value(name).revealString();
        }
        Credential one(const QString& name) { return *credentials.find(id, name); }
        QStringList log(const QString& name)
        {
            QStringList actions;
            for (const auto& event : CredentialTable::history(box.reader(), id, name, 100)) {
                actions.prepend(event.action);
            }
            return actions;
        }
        StoreAndAccounts box;
        CountingSecrets secrets;
        AccountServices services;
        AccountList list;
        Credentials credentials;
        AccountId id;
    };

private slots:
    void anAddedAccountHasItsCredential()
    {
        Bench bench;
        const Credential token{bench.one(u"token"_s)};
        QCOMPARE(token.accountName, u"Clinic"_s);
        QCOMPARE(token.masked, QString(6, QChar{0x2022}) + u"en"_s);
        QVERIFY(token.isRequired);
        QCOMPARE(token.row.createdMs, bench.box.clock.nowMs());
        QCOMPARE(token.row.provedMs, bench.box.clock.nowMs());
        QCOMPARE(token.row.rotateDays, 90);
        const Credential extra{bench.one(u"extra"_s)}; // may be there, but is not
        QVERIFY(extra.masked.isEmpty() && extra.row.createdMs == 0 && !extra.isRequired);
        QCOMPARE(bench.log(u"token"_s), QStringList{u"added"_s});
        QCOMPARE(bench.log(u"extra"_s), QStringList{});
    }
    void itGrowsOld()
    {
        Bench bench;
        const qint64 now{bench.box.clock.nowMs()};
        const Credential token{bench.one(u"token"_s)};
        QCOMPARE(token.ageDays(now + 81 * day - 1), 80);
        QCOMPARE(token.ageDays(now - day), 0); // the clock was set back
        QVERIFY(!token.isDueSoon(now + 80 * day) && token.isDueSoon(now + 81 * day));
        QVERIFY(!token.isDue(now + 89 * day) && token.isDue(now + 90 * day));
        QVERIFY(answerOf(bench.credentials.setRotateDays(bench.id, u"token"_s, 0)));
        QVERIFY(!bench.one(u"token"_s).isDue(now + 9000 * day));
        QVERIFY(!bench.one(u"token"_s).isDueSoon(now + 9000 * day));
    }
    void aProvedOneTakesOver()
    {
        Bench bench;
        bench.list.setPaused(bench.id, u"unauthorized"_s);
        QVERIFY(answerOf(bench.credentials.setLabel(bench.id, u"token"_s, u"  Portal key "_s)));
        const qint64 before{bench.one(u"token"_s).row.createdMs};
        bench.box.clock.advance(std::chrono::hours{24});
        QSignalSpy changed{&bench.credentials, &Credentials::changed};
        QVERIFY(bench.replace(u"token"_s, u"second-t0ken"_s));
        QCOMPARE(bench.kept(u"token"_s), u"second-t0ken"_s);
        QCOMPARE(bench.used(u"token"_s), u"second-t0ken"_s);
        QVERIFY(changed.count() > 0);
        const Credential token{bench.one(u"token"_s)};
        QCOMPARE(token.row.createdMs, before + day);
        QCOMPARE(token.row.provedMs, before + day);
        QCOMPARE(token.row.label, u"Portal key"_s);
        QCOMPARE(bench.list.find(bench.id)->row.paused, QString{});
        const QStringList wanted{u"added"_s, u"replaced"_s};
        QCOMPARE(bench.log(u"token"_s), wanted);
    }
    void anyFailureLeavesTheOldOne_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("kind");
        QTest::newRow("refused") << u"refused"_s << int(ErrorKind::Unauthorized);
        QTest::newRow("offline") << u"offline"_s << int(ErrorKind::Offline);
        QTest::newRow("keychain") << u"keychain"_s << int(ErrorKind::SecretUnavailable);
        QTest::newRow("empty") << u"empty"_s << int(ErrorKind::Rejected);
        QTest::newRow("nobody's") << u"name"_s << int(ErrorKind::NotFound);
    }
    void anyFailureLeavesTheOldOne()
    {
        QFETCH(QString, what);
        QFETCH(int, kind);
        Bench bench;
        if (what == u"refused"_s) {
            bench.box.service->proof = fail(ErrorKind::Unauthorized);
        } else if (what == u"offline"_s) {
            bench.box.service->proof = fail(ErrorKind::Offline);
        } else if (what == u"keychain"_s) {
            bench.secrets.writesLeft = 0;
        }
        const auto replaced = bench.replace(what == u"name"_s ? u"colour"_s : u"token"_s,
            what == u"empty"_s ? QString{} : u"second-t0ken"_s);
        QVERIFY(!replaced);
        QCOMPARE(int(replaced.error().kind()), kind);
        QCOMPARE(bench.kept(u"token"_s), u"first-t0ken"_s);
        QCOMPARE(bench.used(u"token"_s), u"first-t0ken"_s);
        QCOMPARE(bench.log(u"token"_s).contains(u"refused"_s), what == u"refused"_s);
        QVERIFY(!bench.log(u"token"_s).contains(u"replaced"_s));
    }
    void theProofIsMadeWithTheNewValue()
    {
        Bench bench;
        const int before{bench.box.service->proofs};
        QVERIFY(bench.replace(u"token"_s, u"second-t0ken"_s));
        QCOMPARE(bench.box.service->proofs, before + 1);
        QVERIFY(bench.replace(u"extra"_s, u"no call uses it"_s));
        QCOMPARE(bench.box.service->proofs, before + 1);
        QCOMPARE(bench.one(u"extra"_s).row.provedMs, 0);
        QVERIFY(bench.one(u"extra"_s).row.createdMs > 0);
    }
    void aMissingSecretIsMendedByANewOne()
    {
        Bench bench;
        bench.secrets.readProblem = u"not-found"_s;
        QVERIFY(answerOf(bench.list.load()));
        QCOMPARE(bench.list.find(bench.id)->secretProblem, u"not-found"_s);
        QVERIFY(bench.one(u"token"_s).masked.isEmpty());
        QVERIFY(bench.replace(u"token"_s, u"second-t0ken"_s));
        QVERIFY(bench.list.find(bench.id)->maySend());
    }
    void aCopyIsWrittenDownBeforeItIsHandedOut()
    {
        Bench bench;
        const auto copied = answerOf(bench.credentials.copy(bench.id, u"token"_s));
        QVERIFY(copied);
        QCOMPARE(copied->revealString(), u"first-t0ken"_s);
        const QStringList wanted{u"added"_s, u"copied"_s};
        QCOMPARE(bench.log(u"token"_s), wanted);
        QCOMPARE(answerOf(bench.credentials.copy(bench.id, u"extra"_s)).error().detail(),
            u"not-found"_s);
        bench.box.write<Done>([](WriteContext& context) {
            context.db.execute(u"CREATE TRIGGER broken BEFORE INSERT ON credential_log BEGIN "
                               "SELECT raise(ABORT, 'full'); END"_s);
            return Done{};
        });
        QVERIFY(!answerOf(bench.credentials.copy(bench.id, u"token"_s)));
    }
    void useAndProofAreDated()
    {
        Bench bench;
        bench.box.clock.advance(std::chrono::hours{1});
        const qint64 now{bench.box.clock.nowMs()};
        emit bench.list.secretUsed(bench.id, u"token"_s);
        QCOMPARE(bench.one(u"token"_s).row.usedMs, now);
        QVERIFY(eventually([&] {
            const auto rows = CredentialTable::all(bench.box.reader());
            return std::any_of(rows.cbegin(), rows.cend(),
                [now](const CredentialRow& row) { return row.usedMs == now; });
        }));
        QVERIFY(answerOf(bench.list.prove(bench.id)));
        QVERIFY(eventually([&] { return bench.one(u"token"_s).row.provedMs == now; }));
        QVERIFY(bench.log(u"token"_s).contains(u"proved"_s));
    }
    void whatMakesNoSenseIsRefused()
    {
        Bench bench;
        for (const int days : {-1, 3651}) {
            QCOMPARE(answerOf(bench.credentials.setRotateDays(bench.id, u"token"_s, days))
                         .error()
                         .detail(),
                u"days"_s);
        }
        QCOMPARE(answerOf(bench.credentials.setRotateDays(bench.id, u"colour"_s, 5)).error().kind(),
            ErrorKind::NotFound);
        QCOMPARE(answerOf(bench.credentials.replace(
                              AccountId{99}, u"token"_s, SecretText::fromString(u"x"_s)))
                     .error()
                     .detail(),
            u"no-account"_s);
    }
    void aRemovedAccountTakesItsCredentialsAndLeavesTheLog()
    {
        Bench bench;
        QVERIFY(answerOf(bench.list.remove(bench.id)));
        const auto rows = CredentialTable::all(bench.box.reader());
        QVERIFY(std::none_of(rows.cbegin(), rows.cend(),
            [&](const CredentialRow& row) { return row.account == bench.id; }));
        QVERIFY(!bench.credentials.find(bench.id, u"token"_s));
        const QStringList wanted{u"added"_s, u"removed"_s};
        QCOMPARE(bench.log(u"token"_s), wanted);
    }
    void noValueIsInTheDatabase()
    {
        Bench bench;
        QVERIFY(bench.replace(u"token"_s, u"second-t0ken"_s));
        for (const char* suffix : {"", "-wal"}) {
            QFile file{bench.box.file() + QLatin1String{suffix}};
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(!file.readAll().contains("t0ken"));
        }
    }
};

TEXTDESK_TEST(tst_credentials, TestCredentials)
#include "tst_credentials.moc"
