// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Another name and colour for an account: its secrets stay where they are, and nobody else gets
// them.
#include "app/accounts/accountlist.h"
#include "tests/app/accounts/countingsecrets.h"
#include "tests/support/messaging/storeandaccounts.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

class TestAccountLook final : public QObject {
    Q_OBJECT

    struct Bench final {
        Bench() { reload(); }
        void reload()
        {
            list = std::make_unique<AccountList>(
                AccountServices{*box.database, secrets, box.registry, box.http, box.clock});
            (void)answerOf(list->load());
        }
        AccountId add(const QString& name, const QString& token)
        {
            NewAccount account;
            account.provider = u"fake"_s;
            account.name = name;
            account.secrets = {{u"token"_s, SecretText::fromString(token)}};
            return answerOf(list->add(account, false)).value_or(AccountId{});
        }
        QString token(AccountId id) const
        {
            return list->find(id)->secrets->value(u"token"_s).revealString();
        }
        StoreAndAccounts box; // has the account "Office"
        CountingSecrets secrets;
        std::unique_ptr<AccountList> list;
    };
    static QString said(Call<Done>* call)
    {
        const auto done = answerOf(call);
        return done ? u"done"_s : done.error().detail();
    }

private slots:
    void aNewNameKeepsTheSecrets()
    {
        Bench bench;
        const AccountId clinic{bench.add(u"Clinic"_s, u"one"_s)};
        QSignalSpy changed{bench.list.get(), &AccountList::changed};
        QCOMPARE(said(bench.list->setLook(clinic, u"  Clinic   North "_s, 3)), u"done"_s);
        QCOMPARE(changed.count(), 1);
        for (int start{0}; start < 2; ++start) {
            const Account* account{bench.list->find(clinic)};
            QCOMPARE(account->row.name, u"Clinic North"_s);
            QCOMPARE(account->row.shownColour(), 3);
            QCOMPARE(bench.token(clinic), u"one"_s);
            QVERIFY(account->secretProblem.isEmpty());
            bench.reload();
        }
        QCOMPARE(bench.secrets.values.keys(), QStringList{u"Clinic/token"_s});
    }
    void theFormerNameIsFreeForAnotherAccountWithSecretsOfItsOwn()
    {
        Bench bench;
        const AccountId first{bench.add(u"Clinic"_s, u"one"_s)};
        QCOMPARE(said(bench.list->setLook(first, u"North"_s, -1)), u"done"_s);
        const AccountId second{bench.add(u"Clinic"_s, u"two"_s)};
        QVERIFY(second.isValid());
        bench.reload();
        QCOMPARE(bench.token(first), u"one"_s);
        QCOMPARE(bench.token(second), u"two"_s);
        // Each takes its own along when it goes.
        QCOMPARE(said(bench.list->remove(first)), u"done"_s);
        bench.reload();
        QCOMPARE(bench.token(second), u"two"_s);
        QCOMPARE(bench.secrets.values.size(), 1);
    }
    void backToTheFirstNameAndOnlyAColour()
    {
        Bench bench;
        const AccountId id{bench.add(u"Clinic"_s, u"one"_s)};
        QCOMPARE(bench.list->find(id)->row.shownColour(), int(id.value() - 1) % 8);
        QCOMPARE(said(bench.list->setLook(id, u"Clinic"_s, 7)), u"done"_s);
        QVERIFY(bench.list->find(id)->row.secretName.isEmpty());
        QCOMPARE(said(bench.list->setLook(id, u"CLINIC"_s, 7)), u"done"_s);
        QCOMPARE(said(bench.list->setLook(id, u"Clinic"_s, 0)), u"done"_s);
        bench.reload();
        QCOMPARE(bench.list->find(id)->row.shownColour(), 0);
        QCOMPARE(bench.token(id), u"one"_s);
    }
    void whatCannotBeANameIsRefused()
    {
        Bench bench;
        const AccountId id{bench.add(u"Clinic"_s, u"one"_s)};
        QCOMPARE(said(bench.list->setLook(id, u" \t "_s, 0)), u"empty-name"_s);
        QCOMPARE(said(bench.list->setLook(id, QString{81, u'x'}, 0)), u"name-too-long"_s);
        QCOMPARE(said(bench.list->setLook(id, u"OFFICE"_s, 0)), u"name-taken"_s);
        QCOMPARE(said(bench.list->setLook(AccountId{99}, u"Nobody"_s, 0)), u"no-account"_s);
        bench.reload();
        QCOMPARE(bench.list->find(id)->row.name, u"Clinic"_s);
    }
};

TEXTDESK_TEST(tst_accountlook, TestAccountLook)
#include "tst_accountlook.moc"
