// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets in a vault: from the environment, a line of input or the keys of a person, never seen.
#include "tests/journeys/cli/clidesk.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QProcess>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

class TestCliVault final : public QObject {
    Q_OBJECT
    static constexpr auto passphrase = "planted-token-4711-horse"; // leaks() looks for its start
    std::unique_ptr<CliDesk> m_desk;

    CliAnswer call(const QStringList& words, const QByteArray& input = {})
    {
        return m_desk->raw(words + QStringList{u"--profile="_s + m_desk->profile()}, input);
    }
    CliAnswer inVault(const QStringList& words, const QByteArray& input = {})
    {
        return call(words + QStringList{u"--secrets=vault"_s}, input);
    }
    static QByteArray line() { return QByteArray{passphrase} + '\n'; }

private slots:
    void init() { m_desk = std::make_unique<CliDesk>(); }
    void cleanup()
    {
        QCOMPARE(m_desk->leaks(), QStringList{});
        m_desk.reset();
    }
    void anAccountKeepsItsTokenInTheVault();
    void theEnvironmentOpensIt();
    void whatNeedsNoSecretWorksWhileItIsLocked();
    void aWrongPassphraseChangesNothing();
    void nothingButAnAccountMakesAVault();
    void keysAreNotShown();
};

void TestCliVault::anAccountKeepsItsTokenInTheVault()
{
    // The first line opens the vault, the second is the token of a name without a variable.
    const QStringList add{m_desk->addWords(u"front"_s) + words("--secret token")};
    const CliAnswer added{inVault(add, line() + CliDesk::token + '\n')};
    QCOMPARE(added.err, QByteArray{});
    QCOMPARE(added.code, 0);
    QVERIFY(QFile::exists(m_desk->profile() + u"/secrets.vault"_s));

    QCOMPARE(inVault(words("account test front"), line()).out, QByteArray{"'front' works.\n"});
    // The profile has a vault now, so nobody has to say so, and the passphrase is never taken for
    // the token of another account.
    const QStringList second{m_desk->addWords(u"second"_s) + words("--secret token")};
    const CliAnswer next{call(second, line() + CliDesk::token + '\n')};
    QCOMPARE(next.err, QByteArray{});
    QCOMPARE(next.code, 0);
    QCOMPARE(inVault(words("account remove second"), line()).code, 0);
    QCOMPARE(call(words("account list")).out,
        QByteArray{
            "front  (zoomconnect)  The vault is locked. Nothing was sent or changed; give its "
            "passphrase in TEXTDESK_VAULT_PASSPHRASE or with --secrets vault.\n"});
}

void TestCliVault::theEnvironmentOpensIt()
{
    m_desk->setVariable(u"TEXTDESK_VAULT_PASSPHRASE"_s, QString::fromLatin1(passphrase));
    const CliAnswer added{inVault(m_desk->addWords(u"desk"_s))};
    QVERIFY2(added.code == 0, added.err.constData());
    QCOMPARE(call(words("account test desk")).out, QByteArray{"'desk' works.\n"});
    QCOMPARE(call(words("account remove desk")).code, 0);
    m_desk->setVariable(u"TEXTDESK_VAULT_PASSPHRASE"_s, u"planted-token-4711-other"_s);
    QCOMPARE(call(words("account list")).code, 3);
}

void TestCliVault::whatNeedsNoSecretWorksWhileItIsLocked()
{
    QCOMPARE(inVault(m_desk->addWords(u"desk"_s), line()).code, 0);
    QCOMPARE(call(words("conversations --json")).out, QByteArray{"[]\n"});
    const CliAnswer refused{call(words("account test desk"))};
    QCOMPARE(refused.code, 3);
    QVERIFY(refused.err.contains("The vault is locked."));
    const CliAnswer asked{inVault(words("account test desk"))};
    QCOMPARE(asked.code, 3);
    QVERIFY(asked.err.contains("TEXTDESK_VAULT_PASSPHRASE"));
}

void TestCliVault::aWrongPassphraseChangesNothing()
{
    QCOMPARE(inVault(m_desk->addWords(u"desk"_s), line()).code, 0);
    QFile file{m_desk->profile() + u"/secrets.vault"_s};
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before{file.readAll()};
    const CliAnswer wrong{inVault(words("account remove desk"), "not the passphrase\n")};
    QCOMPARE(wrong.code, 3);
    QVERIFY(wrong.err.contains("not the vault's passphrase"));
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll(), before);
    QCOMPARE(inVault(words("account test desk"), line()).code, 0);
}

void TestCliVault::nothingButAnAccountMakesAVault()
{
    const CliAnswer none{inVault(words("outbox run"), line())};
    QCOMPARE(none.code, 3);
    QVERIFY(none.err.contains("has no vault yet"));
    QVERIFY(!QFile::exists(m_desk->profile() + u"/secrets.vault"_s));
    const CliAnswer brief{inVault(m_desk->addWords(u"desk"_s), "seven77\n")};
    QCOMPARE(brief.code, 3);
    QVERIFY(brief.err.contains("eight characters"));
}

void TestCliVault::keysAreNotShown()
{
    QCOMPARE(inVault(m_desk->addWords(u"desk"_s), line()).code, 0);
    QProcess terminal;
    terminal.setProcessChannelMode(QProcess::MergedChannels);
    terminal.start(u"script"_s,
        {u"-qec"_s,
            u"'%1' account test desk --secrets vault --profile '%2'"_s.arg(
                QStringLiteral(TEXTDESK_BINARY_DIR "/bin/textdesk-cli"), m_desk->profile()),
            u"/dev/null"_s});
    QByteArray shown;
    const auto shows = [&](const char* what) {
        shown += terminal.readAll();
        return shown.contains(what);
    };
    QTRY_VERIFY_WITH_TIMEOUT(shows("Passphrase of the vault: "), 20000);
    terminal.write(QByteArray{passphrase} + "x\x7f\n"); // a slip, taken back
    QTRY_VERIFY_WITH_TIMEOUT(shows("'desk' works."), 20000);
    QTRY_COMPARE(terminal.state(), QProcess::NotRunning);
    QVERIFY2(terminal.exitCode() == 0, shown.constData());
    QVERIFY2(!shown.contains("planted"), shown.constData());
}

TEXTDESK_TEST(tst_clivault, TestCliVault)
#include "tst_clivault.moc"
