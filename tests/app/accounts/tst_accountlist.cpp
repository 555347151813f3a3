// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts come with a proof, or not at all; what they are made of outlives the program.
#include "app/accounts/accountlist.h"

#include "app/secrets/environmentsecrets.h"
#include "app/storage/messagetable.h"
#include "tests/app/accounts/countingsecrets.h"
#include "tests/support/messaging/storeandaccounts.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

class TestAccountList final : public QObject {
    Q_OBJECT

    // A second list over the same store with secrets that can be looked into.
    struct Bench final {
        Bench()
            : list{std::make_unique<AccountList>(
                AccountServices{*box.database, secrets, box.registry, box.http, box.clock})}
        {
            (void)answerOf(list->load());
        }
        void reload()
        {
            list = std::make_unique<AccountList>(
                AccountServices{*box.database, secrets, box.registry, box.http, box.clock});
            (void)answerOf(list->load());
        }
        static NewAccount fresh(const QString& name = u"Clinic"_s)
        {
            NewAccount account;
            account.provider = u"fake"_s;
            account.name = name;
            account.secrets = {{u"token"_s, SecretText::fromString(u"t0ken"_s)},
                {u"extra"_s, SecretText::fromString(u"more"_s)}};
            return account;
        }
        StoreAndAccounts box; // has the account "Office" of another secret store
        CountingSecrets secrets;
        std::unique_ptr<AccountList> list;
    };

private slots:
    void aProvenAccountIsKeptWithItsSecrets()
    {
        Bench bench;
        QSignalSpy changed{bench.list.get(), &AccountList::changed};
        NewAccount fresh{Bench::fresh(u"  Clinic "_s)};
        fresh.settings.insert(u"region"_s, u"GB"_s);
        const auto id = answerOf(bench.list->add(fresh, true));
        QVERIFY(id);
        QCOMPARE(bench.box.service->proofs, 1);
        QCOMPARE(changed.count(), 1);
        bench.reload();
        const Account* account{bench.list->findByName(u"clinic"_s)};
        QVERIFY(account);
        QCOMPARE(account->id(), *id);
        QCOMPARE(account->row.name, u"Clinic"_s);
        QCOMPARE(account->region(), u"GB"_s);
        QCOMPARE(account->config.setting(u"poll-seconds"_s), u"60"_s); // the default
        QCOMPARE(account->secrets->value(u"token"_s).revealString(), u"t0ken"_s);
        QCOMPARE(account->row.webhookKey.size(), 26);
        QVERIFY(account->maySend());
    }

    void whatIsWrongLeavesNothingBehind_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("detail");
        QTest::newRow("provider") << u"provider"_s << u"unknown-provider"_s;
        QTest::newRow("no name") << u"name"_s << u"name-empty"_s;
        QTest::newRow("name taken") << u"taken"_s << u"name-taken"_s;
        QTest::newRow("no token") << u"token"_s << u"missing: token"_s;
        QTest::newRow("setting nobody knows") << u"setting"_s << u"unknown-setting: colour"_s;
        QTest::newRow("setting the provider refuses") << u"email"_s << u"email: not an address"_s;
        QTest::newRow("proof") << u"proof"_s << u"wrong token"_s;
        QTest::newRow("first secret") << u"secret 0"_s << u"denied"_s;
        QTest::newRow("second secret") << u"secret 1"_s << u"denied"_s;
        QTest::newRow("store") << u"store"_s << QString{};
    }

    void whatIsWrongLeavesNothingBehind()
    {
        QFETCH(QString, what);
        QFETCH(QString, detail);
        Bench bench;
        NewAccount fresh{Bench::fresh()};
        if (what == u"provider"_s) {
            fresh.provider = u"nobody"_s;
        } else if (what == u"name"_s) {
            fresh.name = u"  "_s;
        } else if (what == u"taken"_s) {
            fresh.name = u"OFFICE"_s;
        } else if (what == u"token"_s) {
            fresh.secrets.remove(u"token"_s);
        } else if (what == u"setting"_s) {
            fresh.settings.insert(u"colour"_s, u"red"_s);
        } else if (what == u"email"_s) {
            fresh.settings.insert(u"email"_s, u"wrong"_s);
        } else if (what == u"proof"_s) {
            bench.box.service->proof = fail(ErrorKind::Unauthorized, u"wrong token"_s);
        } else if (what.startsWith(u"secret"_s)) {
            bench.secrets.writesLeft = what.right(1).toInt();
        } else {
            bench.box.write<Done>([](WriteContext& context) {
                context.db.execute(u"CREATE TRIGGER broken BEFORE INSERT ON account BEGIN SELECT "
                                   "raise(ABORT, 'full'); END"_s);
                return Done{};
            });
        }
        const auto added = answerOf(bench.list->add(fresh, true));
        QVERIFY(!added);
        if (!detail.isEmpty()) {
            QCOMPARE(added.error().detail(), detail);
        }
        QVERIFY(!added.error().detail().contains(u"t0ken"_s));
        QVERIFY(bench.secrets.values.isEmpty()); // by the time it is said, not some time later
        QCOMPARE(bench.list->all().size(), size_t{1});
        QCOMPARE(AccountTable::all(bench.box.reader()).size(), size_t{1});
    }

    void withoutProofNobodyIsAsked()
    {
        Bench bench;
        bench.box.service->proof = fail(ErrorKind::Offline);
        QVERIFY(answerOf(bench.list->add(Bench::fresh(), false)));
        QCOMPARE(bench.box.service->proofs, 0);
    }

    void theSameLoginIsRefusedWhereItShouldBeThereOnce()
    {
        Bench bench;
        NewAccount first{Bench::fresh()};
        first.settings.insert(u"email"_s, u"desk@example.org"_s);
        QVERIFY(answerOf(bench.list->add(first, false)));
        NewAccount twin{Bench::fresh(u"Second"_s)};
        twin.settings.insert(u"email"_s, u" Desk@Example.org "_s);
        twin.onlyOnce = true;
        const auto refused = answerOf(bench.list->add(twin, false));
        QVERIFY(!refused);
        QCOMPARE(refused.error().detail(), u"login-taken: Clinic"_s);
        twin.settings.insert(u"email"_s, u"other@example.org"_s);
        QVERIFY(answerOf(bench.list->add(twin, false)));
        NewAccount again{Bench::fresh(u"Third"_s)};
        again.settings = first.settings;
        QVERIFY(answerOf(bench.list->add(again, false))); // who means it may
    }
    void twoOfOneNameAtOnceLeaveTheFirstWithItsSecret()
    {
        Bench bench;
        NewAccount second{Bench::fresh()};
        second.secrets.insert(u"token"_s, SecretText::fromString(u"other"_s));
        std::optional<bool> firstAdded;
        bench.list->add(Bench::fresh(), false)->then(this, [&](const Result<AccountId>& added) {
            firstAdded = added.has_value();
        });
        const auto added = answerOf(bench.list->add(second, false));
        QVERIFY(eventually([&] { return firstAdded.has_value(); }));
        QVERIFY(*firstAdded != added.has_value());
        bench.box.write<Done>([](WriteContext&) { return Done{}; });
        QCOMPARE(bench.list->all().size(), size_t{2});
        QVERIFY(bench.secrets.values.contains(u"Clinic/token"_s));
    }

    void secretsFromTheEnvironmentNeedNotBeWritten()
    {
        StoreAndAccounts box;
        QProcessEnvironment environment;
        environment.insert(u"TEXTDESK_SECRET_CLINIC_TOKEN"_s, u"t0ken"_s);
        EnvironmentSecrets secrets{environment};
        AccountList list{{*box.database, secrets, box.registry, box.http, box.clock}};
        QVERIFY(answerOf(list.load()));
        NewAccount fresh{Bench::fresh()};
        fresh.secrets.remove(u"extra"_s);
        QVERIFY(answerOf(list.add(fresh, true)));
        fresh.name = u"Other"_s; // not in the environment, which cannot be written
        const auto added = answerOf(list.add(fresh, true));
        QVERIFY(!added);
        QCOMPARE(added.error().detail(), u"read-only"_s);
    }

    void aMissingSecretIsThatAccountsProblemAlone()
    {
        Bench bench;
        QVERIFY(answerOf(bench.list->add(Bench::fresh(), false)));
        bench.reload(); // "Office" has its token in another store
        const Account* office{bench.list->findByName(u"Office"_s)};
        QCOMPARE(office->secretProblem, u"not-found"_s);
        QVERIFY(!office->maySend());
        QVERIFY(bench.list->findByName(u"Clinic"_s)->maySend());
        QCOMPARE(
            answerOf(bench.list->prove(office->id())).error().kind(), ErrorKind::SecretUnavailable);
        bench.secrets.readProblem = u"locked"_s;
        bench.reload();
        QCOMPARE(bench.list->all().size(), size_t{2});
        QCOMPARE(bench.list->findByName(u"Clinic"_s)->secretProblem, u"locked"_s);
    }

    void anOptionalSecretMayBeMissing()
    {
        Bench bench;
        NewAccount fresh{Bench::fresh()};
        fresh.secrets.remove(u"extra"_s);
        QVERIFY(answerOf(bench.list->add(fresh, false)));
        bench.reload();
        QVERIFY(bench.list->findByName(u"Clinic"_s)->secretProblem.isEmpty());
    }

    void thePracticeAccountLivesOnWhatThisStartGivesIt()
    {
        Bench bench;
        NewAccount fresh{Bench::fresh(u"Practice"_s)};
        fresh.practice = true;
        QVERIFY(answerOf(bench.list->add(fresh, false)));
        QVERIFY(bench.secrets.values.isEmpty()); // nothing of it is kept
        bench.reload();
        QCOMPARE(bench.list->findByName(u"Practice"_s)->secretProblem, u"practice-not-running"_s);
        bench.list = std::make_unique<AccountList>(AccountServices{*bench.box.database,
            bench.secrets, bench.box.registry, bench.box.http, bench.box.clock});
        bench.list->setPracticeRuntime({{u"email"_s, u"now@textdesk.example"_s}},
            {{u"token"_s, SecretText::fromString(u"of today"_s)}});
        QVERIFY(answerOf(bench.list->load()));
        const Account* practice{bench.list->findByName(u"Practice"_s)};
        QVERIFY(practice->maySend());
        QCOMPARE(practice->config.setting(u"email"_s), u"now@textdesk.example"_s);
        QCOMPARE(practice->secrets->value(u"token"_s).revealString(), u"of today"_s);
    }

    void anAccountOfAnUnknownKindStaysVisible()
    {
        Bench bench;
        bench.box.write<Done>([](WriteContext& context) {
            AccountRow row;
            row.name = u"From the future"_s;
            row.provider = u"telepathy"_s;
            row.webhookKey = u"key"_s;
            (void)AccountTable::insert(context, row);
            return Done{};
        });
        bench.reload();
        const Account* account{bench.list->findByName(u"From the future"_s)};
        QVERIFY(account);
        QVERIFY(!account->maySend());
        QVERIFY(!answerOf(bench.list->prove(account->id())));
    }

    void aRemovedAccountTakesItsSecretsAndLeavesItsConversations()
    {
        Bench bench;
        const auto id = answerOf(bench.list->add(Bench::fresh(), false));
        QVERIFY(id);
        QCOMPARE(bench.secrets.values.size(), 2);
        bench.secrets.readProblem = u"locked"_s; // even one that could not be read
        bench.reload();
        QVERIFY(answerOf(bench.list->remove(*id)));
        QVERIFY(bench.secrets.values.isEmpty());
        QVERIFY(!bench.list->find(*id));
        bench.secrets.readProblem.clear();
        bench.reload();
        QVERIFY(!bench.list->find(*id));
        QVERIFY(answerOf(bench.list->add(Bench::fresh(), false))); // the name is free again
        QVERIFY(!answerOf(bench.list->remove(*id)));
    }

    void aStoreThatFailsKeepsTheAccountWithItsSecrets()
    {
        Bench bench;
        const auto id = answerOf(bench.list->add(Bench::fresh(), false));
        bench.box.write<Done>([](WriteContext& context) {
            context.db.execute(u"CREATE TRIGGER broken BEFORE UPDATE ON account BEGIN SELECT "
                               "raise(ABORT, 'full'); END"_s);
            return Done{};
        });
        const auto removed = answerOf(bench.list->remove(*id));
        QVERIFY(!removed);
        QCOMPARE(removed.error().kind(), ErrorKind::Storage);
        QCOMPARE(bench.secrets.removals, QStringList{});
        QCOMPARE(bench.secrets.values.size(), 2);
        QVERIFY(bench.list->find(*id)->maySend());
        bench.box.write<Done>([](WriteContext& context) {
            context.db.execute(u"DROP TRIGGER broken"_s);
            return Done{};
        });
        QVERIFY(answerOf(bench.list->remove(*id))); // its name was not left busy
        QVERIFY(bench.secrets.values.isEmpty());
    }

    void aSecretThatStaysIsSaidAfterAllWereTried()
    {
        Bench bench;
        const auto id = answerOf(bench.list->add(Bench::fresh(), false));
        bench.secrets.removeProblem = u"locked"_s;
        const auto removed = answerOf(bench.list->remove(*id));
        QVERIFY(!removed);
        QCOMPARE(removed.error().kind(), ErrorKind::SecretUnavailable);
        QCOMPARE(removed.error().detail(), u"left-behind"_s);
        QCOMPARE(bench.secrets.removals, (QStringList{u"Clinic/token"_s, u"Clinic/extra"_s}));
        QVERIFY(!bench.list->find(*id));
        QCOMPARE(AccountTable::all(bench.box.reader()).size(), size_t{1});
    }

    void aStoreNobodyCanWriteLeavesNothingBehind()
    {
        Bench bench;
        const auto id = answerOf(bench.list->add(Bench::fresh(), false));
        bench.secrets.removeProblem = u"read-only"_s; // the environment
        QVERIFY(answerOf(bench.list->remove(*id)));
    }

    void aNameIsFreeOnceItsSecretsAreGone()
    {
        Bench bench;
        const auto id = answerOf(bench.list->add(Bench::fresh(), false));
        std::optional<bool> removed;
        bench.list->remove(*id)->then(
            this, [&](const Result<Done>& done) { removed = done.has_value(); });
        const auto early = answerOf(bench.list->add(Bench::fresh(), false));
        QVERIFY(!early);
        QCOMPARE(early.error().detail(), u"name-taken"_s);
        QVERIFY(eventually([&] { return removed.has_value(); }));
        QVERIFY(*removed);
        QVERIFY(answerOf(bench.list->add(Bench::fresh(), false)));
        QCOMPARE(bench.secrets.values.size(), 2);
    }

    void aPausePersistsAndIsSaidOnce()
    {
        Bench bench;
        QSignalSpy changed{bench.list.get(), &AccountList::changed};
        const AccountId office{bench.list->all().front()->id()};
        bench.list->setPaused(office, u"no-credit"_s);
        bench.list->setPaused(office, u"no-credit"_s);
        QCOMPARE(changed.count(), 1);
        bench.box.write<Done>([](WriteContext&) { return Done{}; });
        bench.reload();
        QCOMPARE(bench.list->find(office)->row.paused, u"no-credit"_s);
        bench.list->setPaused(AccountId{99}, u"x"_s); // nobody's
    }

    void loadingTwiceShowsNobodyTwice()
    {
        Bench bench;
        auto* first = bench.list->load();
        QVERIFY(answerOf(bench.list->load()));
        Q_UNUSED(first)
        bench.box.write<Done>([](WriteContext&) { return Done{}; });
        QCOMPARE(bench.list->all().size(), size_t{1});
    }

    void aProofUnderWayEndsWhenItsAccountGoes()
    {
        Bench bench;
        const auto id = answerOf(bench.list->add(Bench::fresh(), false));
        auto* proof = bench.list->prove(*id);
        auto* removal = bench.list->remove(*id);
        std::optional<bool> proved;
        proof->then(this, [&](const Result<Done>& done) { proved = done.has_value(); });
        QVERIFY(answerOf(removal));
        QVERIFY(eventually([&] { return proved.has_value(); }));
    }
};

TEXTDESK_TEST(tst_accountlist, TestAccountList)
#include "tst_accountlist.moc"
