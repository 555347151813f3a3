// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A vault as a secret store: locked, opened, kept, changed, and never half written.
#include "app/secrets/vaultsecrets.h"
#include "tests/support/callprobe.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Textdesk;
using Testing::resultOf;

class TestVaultSecrets final : public QObject {
    Q_OBJECT
    static constexpr ScryptCost cheap{8, 8, 1};
    const SecretKey m_key{QStringLiteral("work"), QStringLiteral("token")};
    std::unique_ptr<QTemporaryDir> m_folder;

    QString file() const { return m_folder->filePath(QStringLiteral("secrets.vault")); }
    static SecretText text(const char* words) { return SecretText{QByteArray{words}}; }
    template <typename T> static QString said(Call<T>* call)
    {
        const auto result = resultOf(call, 30000);
        return result ? QStringLiteral("done") : result.error().detail();
    }
    static QString valueOf(VaultSecrets& vault, const SecretKey& key)
    {
        const auto read = resultOf(vault.read(key));
        return read ? read->revealString() : read.error().detail();
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aNewVaultIsOpenAndIsTheOwnersAlone()
    {
        VaultSecrets vault{file(), cheap};
        QSignalSpy changed{&vault, &VaultSecrets::openChanged};
        QVERIFY(!vault.exists());
        QCOMPARE(said(vault.create(text("correct horse"))), QStringLiteral("done"));
        QVERIFY(vault.exists() && vault.isOpen());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(valueOf(vault, m_key), QStringLiteral("not-found"));
        QCOMPARE(said(vault.write(m_key, text("t0ken"))), QStringLiteral("done"));
        QCOMPARE(valueOf(vault, m_key), QStringLiteral("t0ken"));
        const auto mine = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        QCOMPARE(QFile::permissions(file()), mine);
    }
    void theNextStartAsksForThePassphrase()
    {
        {
            VaultSecrets vault{file(), cheap};
            QCOMPARE(said(vault.create(text("correct horse"))), QStringLiteral("done"));
            QCOMPARE(said(vault.write(m_key, text("t0ken"))), QStringLiteral("done"));
        }
        VaultSecrets vault{file()};
        QVERIFY(vault.exists() && !vault.isOpen());
        QCOMPARE(valueOf(vault, m_key), QStringLiteral("vault-locked"));
        QCOMPARE(said(vault.write(m_key, text("other"))), QStringLiteral("vault-locked"));
        QCOMPARE(said(vault.remove(m_key)), QStringLiteral("vault-locked"));
        QCOMPARE(said(vault.unlock(text("wrong horse"))), QStringLiteral("wrong-passphrase"));
        QVERIFY(!vault.isOpen());
        QCOMPARE(said(vault.unlock(text("correct horse"))), QStringLiteral("done"));
        QCOMPARE(valueOf(vault, m_key), QStringLiteral("t0ken"));
        vault.lock();
        QCOMPARE(valueOf(vault, m_key), QStringLiteral("vault-locked"));
    }
    void letterAndAccentAreOnePassphraseHoweverTyped()
    {
        VaultSecrets vault{file(), cheap};
        QCOMPARE(said(vault.create(SecretText::fromString(QStringLiteral("caf\u00e9 au lait")))),
            QStringLiteral("done"));
        vault.lock();
        QCOMPARE(said(vault.unlock(SecretText::fromString(QStringLiteral("cafe\u0301 au lait")))),
            QStringLiteral("done"));
    }
    void removingIsKept()
    {
        VaultSecrets vault{file(), cheap};
        QCOMPARE(said(vault.create(text("correct horse"))), QStringLiteral("done"));
        QCOMPARE(said(vault.write(m_key, text("t0ken"))), QStringLiteral("done"));
        QCOMPARE(said(vault.remove(m_key)), QStringLiteral("done"));
        QCOMPARE(said(vault.remove(m_key)), QStringLiteral("done"));
        VaultSecrets again{file()};
        QCOMPARE(said(again.unlock(text("correct horse"))), QStringLiteral("done"));
        QCOMPARE(valueOf(again, m_key), QStringLiteral("not-found"));
    }
    void aNewPassphraseReplacesTheOld()
    {
        VaultSecrets vault{file(), cheap};
        QCOMPARE(said(vault.create(text("correct horse"))), QStringLiteral("done"));
        QCOMPARE(said(vault.write(m_key, text("t0ken"))), QStringLiteral("done"));
        QCOMPARE(said(vault.changePassphrase(text("wrong horse"), text("battery staple"))),
            QStringLiteral("wrong-passphrase"));
        QCOMPARE(said(vault.changePassphrase(text("correct horse"), text("short"))),
            QStringLiteral("passphrase-short"));
        QFile before{file()};
        QVERIFY(before.open(QIODevice::ReadOnly));
        const QByteArray salt{before.readAll().mid(12, 16)};
        QCOMPARE(said(vault.changePassphrase(text("correct horse"), text("battery staple"))),
            QStringLiteral("done"));
        QFile after{file()};
        QVERIFY(after.open(QIODevice::ReadOnly));
        QVERIFY(after.readAll().mid(12, 16) != salt);
        VaultSecrets again{file()};
        QCOMPARE(said(again.unlock(text("correct horse"))), QStringLiteral("wrong-passphrase"));
        QCOMPARE(said(again.unlock(text("battery staple"))), QStringLiteral("done"));
        QCOMPARE(valueOf(again, m_key), QStringLiteral("t0ken"));
    }
    void whatAnotherProcessWroteIsNotOverwritten()
    {
        VaultSecrets one{file(), cheap};
        QCOMPARE(said(one.create(text("correct horse"))), QStringLiteral("done"));
        VaultSecrets two{file()};
        QCOMPARE(said(two.unlock(text("correct horse"))), QStringLiteral("done"));
        const SecretKey other{QStringLiteral("home"), QStringLiteral("token")};
        QCOMPARE(said(one.write(m_key, text("one"))), QStringLiteral("done"));
        QCOMPARE(said(two.write(other, text("two"))), QStringLiteral("done"));
        VaultSecrets three{file()};
        QCOMPARE(said(three.unlock(text("correct horse"))), QStringLiteral("done"));
        QCOMPARE(valueOf(three, m_key), QStringLiteral("one"));
        QCOMPARE(valueOf(three, other), QStringLiteral("two"));
        // A passphrase changed elsewhere locks the one that does not know it.
        QCOMPARE(said(one.changePassphrase(text("correct horse"), text("battery staple"))),
            QStringLiteral("done"));
        QCOMPARE(said(two.write(m_key, text("late"))), QStringLiteral("vault-locked"));
        QVERIFY(!two.isOpen());
    }
    void whatIsWrongHasItsWord()
    {
        VaultSecrets vault{file(), cheap};
        QCOMPARE(said(vault.unlock(text("correct horse"))), QStringLiteral("vault-missing"));
        QCOMPARE(said(vault.create(text("seven 7"))), QStringLiteral("passphrase-short"));
        QVERIFY(!vault.exists());
        QCOMPARE(said(vault.create(text("correct horse"))), QStringLiteral("done"));
        QCOMPARE(said(vault.create(text("correct horse"))), QStringLiteral("vault-exists"));
        QCOMPARE(said(vault.write(m_key, SecretText{QByteArray(2561, 'x')})),
            QStringLiteral("too-long"));
        QCOMPARE(said(vault.write({QString(3000, u'x'), QStringLiteral("token")}, text("x"))),
            QStringLiteral("too-long"));
        QFile broken{file()};
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("not a vault");
        broken.close();
        QCOMPARE(said(vault.write(m_key, text("x"))), QStringLiteral("vault-damaged"));
        vault.lock();
        QCOMPARE(said(vault.unlock(text("correct horse"))), QStringLiteral("vault-damaged"));
    }
    void aWritingThatFailsLeavesTheOldFile()
    {
        VaultSecrets vault{file(), cheap};
        QCOMPARE(said(vault.create(text("correct horse"))), QStringLiteral("done"));
        QCOMPARE(said(vault.write(m_key, text("t0ken"))), QStringLiteral("done"));
        QFile kept{file()};
        QVERIFY(kept.open(QIODevice::ReadOnly));
        const QByteArray before{kept.readAll()};
        // A folder that is gone takes no new file (tests run as root, who may write anywhere).
        const QString away{m_folder->path() + QStringLiteral("-away")};
        VaultSecrets lost{away + QStringLiteral("/secrets.vault"), cheap};
        QCOMPARE(said(lost.create(text("correct horse"))), QStringLiteral("vault-write"));
        QVERIFY(!lost.isOpen());
        QVERIFY(kept.seek(0));
        QCOMPARE(kept.readAll(), before);
        QCOMPARE(QDir{m_folder->path()}.entryList(QDir::Files | QDir::Hidden).size(), 1);
    }
    void theEventLoopRunsWhileThePassphraseIsWorkedOn()
    {
        VaultSecrets vault{file(), {15, 8, 1}};
        QElapsedTimer inCall;
        inCall.start();
        auto* call = vault.create(text("correct horse"));
        const qint64 blocked{inCall.elapsed()};
        QVERIFY(!call->isSettled());
        QCOMPARE(said(call), QStringLiteral("done"));
        QVERIFY2(blocked < inCall.elapsed(), "the caller waited for scrypt");
    }
    void aVaultThatGoesAwayMeanwhileIsNoCrash()
    {
        auto vault = std::make_unique<VaultSecrets>(file(), ScryptCost{12, 8, 1});
        (void)vault->create(text("correct horse"));
        vault.reset();
        QVERIFY(!QFile::exists(file()));
    }
};

TEXTDESK_TEST(tst_vaultsecrets, TestVaultSecrets)
#include "tst_vaultsecrets.moc"
