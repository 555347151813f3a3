// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exitcode.h"
#include "app/cli/explain.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Qt::StringLiterals;

class TestExplain final : public QObject {
    Q_OBJECT

private slots:
    // Every word that this program writes beside a message or an account.
    void everyReasonHasASentence_data()
    {
        QTest::addColumn<QString>("reason");
        for (const char* word : {"invalid-number", "empty-message", "too-long",
                 "control-characters", "data-field-too-long", "cannot-receive", "cannot-schedule",
                 "opted-out", "no-credit", "unauthorized", "unknown-outcomes", "unknown-outcome",
                 "interrupted", "not-found-at-provider", "overdue", "offline", "rate-limited",
                 "wrong-address", "secret", "refused", "failed", "refunded", "account-removed"}) {
            QTest::newRow(word) << QString::fromLatin1(word);
        }
    }
    void everyReasonHasASentence()
    {
        QFETCH(QString, reason);
        const QString sentence{explainReason(reason)};
        QVERIFY(sentence != reason);
        QVERIFY(sentence.endsWith(u'.') && sentence.contains(u' '));
        QCOMPARE(explainReason(reason + u": because"_s), sentence);
    }
    void anUnknownReasonStaysAsItIs()
    {
        QCOMPARE(explainReason(u"brand-new"_s), u"brand-new"_s);
        QCOMPARE(explainReason({}), QString{});
    }
    void everyKindHasASentenceAndAnExitCode_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("code");
        const auto row = [](ErrorKind kind, ExitCode code) {
            QTest::newRow(qPrintable(errorKindName(kind))) << int(kind) << int(code);
        };
        row(ErrorKind::Cancelled, ExitCode::Failed);
        row(ErrorKind::Offline, ExitCode::NoNetwork);
        row(ErrorKind::Timeout, ExitCode::NoNetwork);
        row(ErrorKind::Unauthorized, ExitCode::NotAuthorised);
        row(ErrorKind::Rejected, ExitCode::Failed);
        row(ErrorKind::NotFound, ExitCode::Failed);
        row(ErrorKind::RateLimited, ExitCode::Failed);
        row(ErrorKind::ServerFault, ExitCode::Failed);
        row(ErrorKind::Protocol, ExitCode::Failed);
        row(ErrorKind::SecretUnavailable, ExitCode::NotAuthorised);
        row(ErrorKind::Storage, ExitCode::Failed);
    }
    void everyKindHasASentenceAndAnExitCode()
    {
        QFETCH(int, kind);
        const Error error{ErrorKind(kind), u"some-word"_s};
        QVERIFY(explain(error).contains(u'.'));
        QTEST(int(exitCodeOf(error)), "code");
    }
    // A word that is not known here does not become part of a sentence.
    void noRawWordReachesAPerson()
    {
        for (const ErrorKind kind : {ErrorKind::Offline, ErrorKind::Timeout, ErrorKind::Rejected,
                 ErrorKind::NotFound, ErrorKind::ServerFault, ErrorKind::Protocol,
                 ErrorKind::Storage, ErrorKind::SecretUnavailable}) {
            QVERIFY(!explain(Error{kind, u"brand-new-word"_s}).contains(u"brand-new"_s));
        }
        const Error practice{ErrorKind::SecretUnavailable, u"practice-not-running"_s};
        QCOMPARE(int(exitCodeOf(practice)), 1); // no secret is wrong
    }
    void aTimeoutAfterTheBodyWentOutIsDoubt()
    {
        Error error{ErrorKind::Timeout, u"timeout"_s};
        error.withMayHaveHappened(true);
        QCOMPARE(int(exitCodeOf(error)), 5);
    }
    // The network says "refused" where a provider refuses something else.
    void theLinesWordsAreNotOurs()
    {
        QVERIFY(explain(Error{ErrorKind::Offline, u"refused"_s})
                    .startsWith(u"The provider could not be reached"_s));
        QVERIFY(explain(Error{ErrorKind::Rejected, u"refused"_s})
                    .startsWith(u"The provider refused this text"_s));
    }
    void detailsAreSaidInWords_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("says");
        const auto row = [](ErrorKind kind, const char* detail, const char* says) {
            QTest::newRow(detail) << int(kind) << QString::fromLatin1(detail)
                                  << QString::fromLatin1(says);
        };
        row(ErrorKind::Rejected, "base-url: insecure", "not https");
        row(ErrorKind::Rejected, "auth: url needs testing", "testing=true");
        row(ErrorKind::Rejected, "region: two letters",
            "'region' is not right: it takes two letters");
        row(ErrorKind::Rejected, "missing: email", "'email' is needed");
        row(ErrorKind::Rejected, "unknown-setting: x", "no setting of that name");
        row(ErrorKind::Rejected, "cannot-listen: x", "--port");
        row(ErrorKind::Storage, "newer-version: have 99, know 1",
            "later Textdesk (have 99, know 1)");
        row(ErrorKind::Storage, "in-use", "Another Textdesk");
        row(ErrorKind::Storage, "damaged", "damaged");
        row(ErrorKind::Storage, "read-only", "cannot be written");
        row(ErrorKind::SecretUnavailable, "not-found", "TEXTDESK_SECRET_");
        row(ErrorKind::SecretUnavailable, "read-only", "cannot be changed from here");
        row(ErrorKind::SecretUnavailable, "locked", "keychain is locked");
        row(ErrorKind::SecretUnavailable, "denied", "allow it");
        row(ErrorKind::SecretUnavailable, "no-backend", "--secrets vault");
        row(ErrorKind::SecretUnavailable, "silent", "does not answer");
        row(ErrorKind::SecretUnavailable, "practice-not-running", "while the window is open");
        row(ErrorKind::Offline, "refused", "(nothing answers at that address)");
        row(ErrorKind::Protocol, "html", "(it was a web page)");
        row(ErrorKind::Rejected, "checksum: unknown", "there is no such value");
        row(ErrorKind::SecretUnavailable, "left-behind", "kept a secret of it");
        row(ErrorKind::SecretUnavailable, "no-passphrase", "TEXTDESK_VAULT_PASSPHRASE");
        row(ErrorKind::SecretUnavailable, "wrong-passphrase", "not the vault's passphrase");
        row(ErrorKind::SecretUnavailable, "passphrase-short", "eight characters");
        row(ErrorKind::SecretUnavailable, "vault-locked", "is locked");
        row(ErrorKind::SecretUnavailable, "vault-missing", "account add --secrets vault");
        row(ErrorKind::SecretUnavailable, "vault-damaged", "backup");
        row(ErrorKind::SecretUnavailable, "vault-newer", "later Textdesk");
        row(ErrorKind::SecretUnavailable, "vault-write", "could not be written");
        row(ErrorKind::SecretUnavailable, "vault-memory", "128 MiB");
        row(ErrorKind::NotFound, "no-account", "account list");
    }
    void detailsAreSaidInWords()
    {
        QFETCH(int, kind);
        QFETCH(QString, detail);
        QFETCH(QString, says);
        const QString sentence{explain(Error{ErrorKind(kind), detail})};
        QVERIFY2(sentence.contains(says), qPrintable(sentence));
        QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
    }
    void theProvidersOwnTextComesLast()
    {
        Error error{ErrorKind::Rejected, u"refused"_s};
        error.withProviderText(u"No such network"_s);
        QVERIFY(explain(error).endsWith(u" The provider says: No such network"_s));
    }
};

TEXTDESK_TEST(tst_explain, TestExplain)
#include "tst_explain.moc"
