// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every bit of a vault counts, and a wrong passphrase is told from a damaged file.
#include "app/secrets/vaultfile.h"
#include "tests/support/testregistry.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Textdesk;

class TestVaultFile final : public QObject {
    Q_OBJECT
    static constexpr ScryptCost cheap{4, 1, 1};
    static WipedBytes keyFor(const VaultHeader& header, const QByteArray& passphrase)
    {
        return scrypt(passphrase, header.salt, header.cost, VaultFile::keyBytes);
    }
    static QString opened(const QByteArray& file, const QByteArray& passphrase)
    {
        const auto header = VaultFile::readHeader(file);
        if (!header) {
            return header.error().detail();
        }
        const auto entries = VaultFile::open(file, keyFor(*header, passphrase));
        return entries ? QStringLiteral("%1 entries").arg(entries->size())
                       : entries.error().detail();
    }

    VaultEntries m_entries;
    QByteArray m_file;

private slots:
    void initTestCase()
    {
        m_entries.insert({QStringLiteral("School office"), QStringLiteral("token")},
            SecretText{QByteArrayLiteral("t0ken-in-the-vault")});
        m_entries.insert({QStringLiteral("Büro"), QStringLiteral("webhook-key")},
            SecretText::fromString(QStringLiteral("schlüssel")));
        m_entries.insert({QStringLiteral("empty"), QStringLiteral("token")}, SecretText{});
        VaultHeader header{VaultFile::freshHeader(cheap)};
        const WipedBytes key{keyFor(header, "correct horse")};
        header.check = VaultFile::checkOf(key);
        m_file = VaultFile::seal(header, key, m_entries);
    }
    void whatWentInComesOut()
    {
        const auto header = VaultFile::readHeader(m_file);
        QVERIFY(header);
        QCOMPARE(header->cost, cheap);
        const auto entries = VaultFile::open(m_file, keyFor(*header, "correct horse"));
        QVERIFY(entries);
        QCOMPARE(entries->keys(), m_entries.keys());
        for (auto it = entries->cbegin(); it != entries->cend(); ++it) {
            QVERIFY(*it == m_entries.value(it.key()));
        }
    }
    void nothingIsReadableInTheFile()
    {
        for (const char* word : {"t0ken", "School", "token", "horse", "schl"}) {
            QVERIFY2(!m_file.contains(word), word);
        }
    }
    void aWrongPassphraseIsNotDamage()
    {
        QCOMPARE(opened(m_file, "correct horse"), QStringLiteral("3 entries"));
        QCOMPARE(opened(m_file, "wrong horse"), QStringLiteral("wrong-passphrase"));
        QCOMPARE(opened(m_file, ""), QStringLiteral("wrong-passphrase"));
    }
    void everyFlippedBitIsDamage()
    {
        for (qsizetype i{0}; i < m_file.size(); ++i) {
            for (int bit{0}; bit < 8; ++bit) {
                QByteArray file{m_file};
                file[i] = char(file.at(i) ^ (1 << bit));
                const QString what{opened(file, "correct horse")};
                const bool ok{what == QStringLiteral("vault-damaged")
                    || (i == 8 && what == QStringLiteral("vault-newer"))};
                QVERIFY2(ok, qPrintable(QStringLiteral("byte %1: %2").arg(i).arg(what)));
            }
        }
    }
    void everyShorterOrLongerFileIsDamage()
    {
        for (qsizetype size{0}; size < m_file.size(); ++size) {
            QCOMPARE(opened(m_file.left(size), "correct horse"), QStringLiteral("vault-damaged"));
        }
        QCOMPARE(opened(m_file + 'x', "correct horse"), QStringLiteral("vault-damaged"));
    }
    void aNewerVersionIsNotGuessedAt()
    {
        QByteArray file{m_file};
        file[8] = 2;
        QCOMPARE(opened(file, "correct horse"), QStringLiteral("vault-newer"));
    }
    // Whoever can write the file may also make the header whole again.
    void aHostileCostIsRefusedBeforeItIsPaid()
    {
        QByteArray file{m_file};
        file[9] = 60;
        file.replace(
            44, 8, QCryptographicHash::hash(file.left(44), QCryptographicHash::Sha256).left(8));
        QCOMPARE(opened(file, "correct horse"), QStringLiteral("vault-damaged"));
    }
    void twoWritingsShareNoNonce()
    {
        VaultHeader header{VaultFile::freshHeader(cheap)};
        const WipedBytes key{keyFor(header, "correct horse")};
        header.check = VaultFile::checkOf(key);
        const QByteArray one{VaultFile::seal(header, key, m_entries)};
        const QByteArray two{VaultFile::seal(header, key, m_entries)};
        QVERIFY(one.mid(52, 12) != two.mid(52, 12));
        QVERIFY(one.mid(64) != two.mid(64));
    }
};

TEXTDESK_TEST(tst_vaultfile, TestVaultFile)
#include "tst_vaultfile.moc"
