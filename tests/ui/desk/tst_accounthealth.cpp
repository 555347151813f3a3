// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every state of an account has a light and words of its own, and says what to do.
#include "tests/support/testregistry.h"
#include "ui/desk/accounthealth.h"

#include <QSet>
#include <QTest>

using namespace Textdesk;
using namespace Qt::StringLiterals;

class TestAccountHealth final : public QObject {
    Q_OBJECT
    static Account account(const QString& paused = {}, const QString& secretProblem = {})
    {
        Account account;
        account.row.name = QStringLiteral("Office");
        account.row.paused = paused;
        account.secretProblem = secretProblem;
        return account;
    }
    static AccountHealth after(ErrorKind kind, const QString& detail = {})
    {
        return healthOf(account(), {Error{kind, detail}, false});
    }

private slots:
    void whatAPersonPausedIsNoTrouble()
    {
        const AccountHealth wanted{healthOf(account(u"person"_s), {})};
        QCOMPARE(wanted.health, Health::Attention);
        QVERIFY(wanted.note.endsWith(u"What you sent waits here, unsent."_s)); // no button's words
        QCOMPARE(healthOf(account(u"no-credit"_s), {}).health, Health::Trouble);
    }
    void aRefusedCredentialIsSaidAndCanBeReplaced()
    {
        for (const AccountHealth& health :
            {after(ErrorKind::Unauthorized), healthOf(account(refusedReason()), {})}) {
            QCOMPARE(health.health, Health::Trouble);
            QCOMPARE(health.shortNote, QStringLiteral("refused"));
            QVERIFY(health.note.contains(QStringLiteral("the provider refused the credential")));
            QVERIFY(health.isRefused);
        }
    }
    void noCreditIsNoRefusedToken()
    {
        const AccountHealth health{after(ErrorKind::Unauthorized, QStringLiteral("no-credit"))};
        QCOMPARE(health.shortNote, QStringLiteral("no credit"));
        QVERIFY(!health.isRefused);
    }
    void everyStateHasItsOwnWords()
    {
        QSet<QString> said;
        QSet<QString> notes;
        const auto add = [&](const AccountHealth& health) {
            said.insert(health.shortNote);
            notes.insert(health.note);
        };
        int states{0};
        for (const ErrorKind kind : {ErrorKind::Unauthorized, ErrorKind::Offline,
                 ErrorKind::Timeout, ErrorKind::RateLimited, ErrorKind::ServerFault}) {
            add(after(kind));
            ++states;
        }
        for (const char* paused : {"person", "unknown-outcomes", "no-credit", "wrong-address"}) {
            add(healthOf(account(QLatin1String{paused}), {}));
            ++states;
        }
        for (const char* problem :
            {"locked", "no-backend", "denied", "not-found", "silent", "vault-locked"}) {
            const AccountHealth health{healthOf(account({}, QLatin1String{problem}), {})};
            QVERIFY2(health.note.contains(QStringLiteral("stay readable")), problem);
            add(health);
            ++states;
        }
        add(healthOf(account(), {}));
        ++states;
        QCOMPARE(int(said.size()), states);
        QCOMPARE(int(notes.size()), states);
    }
    void anOldTokenIsAskedForOnlyWhileAllIsWell()
    {
        QCOMPARE(healthOf(account(), {{}, true}).shortNote, QStringLiteral("key due"));
        QCOMPARE(healthOf(account(), {Error{ErrorKind::Offline}, true}).shortNote,
            QStringLiteral("no network"));
    }
};

TEXTDESK_TEST(tst_accounthealth, TestAccountHealth)
#include "tst_accounthealth.moc"
