// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets change their place: proven at the new one before they leave the old one, and back.
#include "app/accounts/secretmove.h"
#include "tests/app/accounts/countingsecrets.h"
#include "tests/support/callprobe.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

class TestSecretMove final : public QObject {
    Q_OBJECT
    static constexpr ScryptCost cheap{8, 8, 1};

    struct Bench final {
        QTemporaryDir folder;
        CountingSecrets keychain;
        VaultSecrets vault{folder.filePath(u"secrets.vault"_s), cheap};
        ProfileSecrets secrets{keychain, vault};
        const VaultEntries held{{{u"Office"_s, u"token"_s}, text("one")}};
        Bench()
        {
            keychain.values = {{u"Office/token"_s, text("one")},
                {u"network/proxy-password"_s, text("proxy")},
                {u"Somebody else/token"_s, text("theirs")}};
        }
        QString toVault(const char* passphrase = "correct horse")
        {
            return said(SecretMove::toVault(secrets, held, text(passphrase), &secrets));
        }
        QString toKeychain() { return said(SecretMove::toKeychain(secrets, &secrets)); }
        QString value(const char* account, const char* name)
        {
            const auto read = resultOf(secrets.read({QLatin1String{account}, QLatin1String{name}}));
            return read ? read->revealString() : read.error().detail();
        }
    };
    static SecretText text(const char* words) { return SecretText{QByteArray{words}}; }
    static QString said(Call<Done>* call)
    {
        const auto done = resultOf(call, 30000);
        return done ? u"done"_s : done.error().detail();
    }

private slots:
    void intoTheVaultAndOutOfTheKeychain()
    {
        Bench bench;
        QCOMPARE(bench.toVault(), u"done"_s);
        QVERIFY(bench.secrets.usesVault());
        QCOMPARE(bench.value("Office", "token"), u"one"_s);
        QCOMPARE(bench.value("network", "proxy-password"), u"proxy"_s);
        QCOMPARE(bench.keychain.values.keys(), QStringList{u"Somebody else/token"_s});
        VaultSecrets next{bench.folder.filePath(u"secrets.vault"_s)};
        QCOMPARE(said(next.unlock(text("correct horse"))), u"done"_s);
        QCOMPARE(next.entries().size(), 2);
    }
    // kill -9 right after the vault's file was there.
    void aMoveThatWasCutOffIsFinishedWhenTheVaultIsOpened()
    {
        Bench bench;
        bench.keychain.removeProblem = u"denied"_s;
        QCOMPARE(bench.toVault(), u"left-behind"_s);
        QCOMPARE(bench.keychain.values.size(), 3);
        bench.keychain.removals.clear();
        bench.vault.lock();
        QCOMPARE(said(bench.vault.unlock(text("correct horse"))), u"done"_s);
        const auto empty = [&bench] {
            return said(SecretMove::emptyKeychain(bench.secrets, &bench.secrets));
        };
        QCOMPARE(empty(), u"left-behind"_s); // it will not yet
        bench.keychain.removeProblem.clear();
        QCOMPARE(empty(), u"done"_s);
        QCOMPARE(bench.keychain.values.keys(), QStringList{u"Somebody else/token"_s});
        QCOMPARE(bench.value("Office", "token"), u"one"_s);
        bench.keychain.removals.clear();
        QCOMPARE(empty(), u"done"_s);
        QCOMPARE(bench.keychain.removals, QStringList{}); // once and for all
        QCOMPARE(bench.vault.entries().size(), 2);
    }
    void theWayBackDoesNotTakeTheNoteAlong()
    {
        Bench bench;
        bench.keychain.removeProblem = u"denied"_s;
        QCOMPARE(bench.toVault(), u"left-behind"_s);
        QCOMPARE(bench.toKeychain(), u"done"_s);
        QCOMPARE(bench.keychain.values.size(), 3);
    }
    void andBackWithoutTheFile()
    {
        Bench bench;
        QCOMPARE(bench.toVault(), u"done"_s);
        QCOMPARE(bench.toKeychain(), u"done"_s);
        QVERIFY(!bench.secrets.usesVault());
        QCOMPARE(bench.value("Office", "token"), u"one"_s);
        QCOMPARE(bench.keychain.values.size(), 3);
    }
    void aKeychainThatRefusesLeavesTheVaultInForce()
    {
        Bench bench;
        QCOMPARE(bench.toVault(), u"done"_s);
        bench.keychain.writesLeft = 1; // the second of two
        QCOMPARE(bench.toKeychain(), u"denied"_s);
        QVERIFY(bench.secrets.usesVault());
        QCOMPARE(bench.value("Office", "token"), u"one"_s);
        QCOMPARE(bench.value("network", "proxy-password"), u"proxy"_s);
    }
    void aKeychainThatCannotBeReadAgainIsNotTrusted()
    {
        Bench bench;
        QCOMPARE(bench.toVault(), u"done"_s);
        bench.keychain.readProblem = u"locked"_s;
        QCOMPARE(bench.toKeychain(), u"locked"_s);
        QVERIFY(bench.secrets.usesVault());
    }
    void aVaultThatCannotBeWrittenTakesNothingAway()
    {
        Bench bench;
        QCOMPARE(bench.toVault("short"), u"passphrase-short"_s);
        QVERIFY(!bench.secrets.usesVault());
        QCOMPARE(bench.keychain.values.size(), 3);
        QVERIFY(QFile::remove(bench.folder.path()) || bench.folder.remove());
        QCOMPARE(bench.toVault(), u"vault-write"_s);
        QCOMPARE(bench.keychain.values.size(), 3);
        QCOMPARE(bench.value("Office", "token"), u"one"_s);
    }
};

TEXTDESK_TEST(tst_secretmove, TestSecretMove)
#include "tst_secretmove.moc"
