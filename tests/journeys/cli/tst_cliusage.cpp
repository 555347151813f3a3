// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/cli/clidesk.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

class TestCliUsage final : public QObject {
    Q_OBJECT

private slots:
    void wrongCallsAreUsageErrors_data();
    void wrongCallsAreUsageErrors();
    void wordsThatAreNotUtf8AreRefused();
    void helpIsWhole();
    void helpOfOneCommand();
    void helpAndVersionStandBehindGlobalOptions();
    void aTimeZoneThatNobodyKnowsIsUtc();
    void aTextMayLookLikeAnOption();
    void optionsMayStandAnywhere();
    void practiceServeTellsWhatIsNeeded();

private:
    CliDesk m_desk;
};

void TestCliUsage::wrongCallsAreUsageErrors_data()
{
    QTest::addColumn<QString>("call");
    for (const char* call : {"frob", "account", "account frob", "account list extra", "messages",
             "--json", "--nosuch account list", "account list --nosuch", "account list --profile",
             "account list --json=yes", "account list --secrets nosuch",
             "account list --secrets=nosuch", "practice", "optouts", "outbox", "account test",
             "account url", "account remove", "--profile /tmp", "doctor extra", "completion",
             "completion csh", "import messages f", "practice serve --replies-url nonsense --for 0",
             "practice serve --reports-url ftp://127.0.0.1/ --for 0"}) {
        QTest::newRow(call) << QString::fromLatin1(call);
    }
}

void TestCliUsage::wrongCallsAreUsageErrors()
{
    QFETCH(QString, call);
    QStringList typed{words(qPrintable(call))};
    m_desk.setVariable(u"TEXTDESK_PROFILE"_s, m_desk.path(u"usage"_s));
    if (!typed.contains(u"--secrets"_s)) {
        typed.prepend(u"--secrets=env"_s);
    }
    // Without a profile some would hear of that first.
    QCOMPARE(m_desk.raw(words("optouts add +27820000031 --secrets=env")).code, 0);

    const CliAnswer refused{m_desk.raw(typed)};
    QCOMPARE(refused.code, 2);
    QCOMPARE(refused.out, QByteArray{});
    QCOMPARE(refused.err.contains("textdesk-cli help"), !typed.contains(u"--json"_s));

    const CliAnswer inJson{
        m_desk.raw(typed.contains(u"--json"_s) ? typed : words("--json") + typed)};
    QCOMPARE(inJson.code, 2);
    QCOMPARE(inJson.error()["kind"_L1].toString(), u"Usage"_s);
    QVERIFY(!inJson.error()["message"_L1].toString().isEmpty());
}

void TestCliUsage::wordsThatAreNotUtf8AreRefused()
{
    // A QProcess cannot hand over such bytes, a shell can; octal 351 is an e acute in Latin-1.
    const QString program{QStringLiteral(TEXTDESK_BINARY_DIR "/bin/textdesk-cli")};
    const auto call = [&](const QString& bytes, const QString& more) {
        return m_desk.program(u"sh"_s,
            {u"-c"_s, u"exec %1 analyse \"$(printf '%2')\" %3"_s.arg(program, bytes, more)});
    };
    for (const QString& bytes : {u"caf\\351"_s, u"\\303"_s, u"\\355\\240\\200"_s}) {
        const CliAnswer refused{call(bytes, {})};
        QCOMPARE(refused.code, 2);
        QCOMPARE(refused.out, QByteArray{});
        QVERIFY2(refused.err.contains("Word 2 of the call is not UTF-8"), refused.err.constData());
    }
    QCOMPARE(call(u"caf\\351"_s, u"--json"_s).error()["kind"_L1].toString(), u"Usage"_s);
    QCOMPARE(call(u"caf\\303\\251"_s, {}).code, 0);
}

void TestCliUsage::helpIsWhole()
{
    const CliAnswer help{m_desk.raw(words("help"))};
    QCOMPARE(help.code, 0);
    for (const char* command : {"account add", "account list", "account test", "account remove",
             "account url", "send", "messages list", "messages show", "messages mark-read",
             "messages mark-unread", "messages delete", "search", "conversations", "optouts list",
             "optouts add", "optouts remove", "sync", "listen", "outbox list", "outbox run",
             "outbox settle", "balance", "analyse", "practice serve", "doctor", "completion"}) {
        QVERIFY2(help.out.contains(QByteArray{"\n  "} + command + ' '), command);
    }
    QCOMPARE(m_desk.raw(words("--help")).out, help.out);
    const CliAnswer nothing{m_desk.raw({})};
    QCOMPARE(nothing.code, 2);
    QCOMPARE(nothing.out, QByteArray{});
    QCOMPARE(nothing.err, help.out);
    QVERIFY(m_desk.raw(words("--version")).out.startsWith("textdesk-cli "));
}

void TestCliUsage::helpOfOneCommand()
{
    const QByteArray help{m_desk.raw(words("send --help")).out};
    QVERIFY(help.contains("  send --account N"));
    QVERIFY(!help.contains("  listen"));
    QVERIFY(m_desk.raw(words("help outbox")).out.contains("outbox settle"));
    QVERIFY(!m_desk.raw(words("help outbox")).out.contains("balance"));
}

void TestCliUsage::helpAndVersionStandBehindGlobalOptions()
{
    const QByteArray whole{m_desk.raw(words("help")).out};
    const QByteArray ofSend{m_desk.raw(words("help send")).out};
    QVERIFY(whole.size() > ofSend.size() && ofSend.contains("--message-file"));
    for (const char* before : {"--profile /tmp", "--profile=/tmp --secrets env", "--json"}) {
        QCOMPARE(m_desk.raw(words(before) + words("help")).out, whole);
        QCOMPARE(m_desk.raw(words(before) + words("-h")).out, whole);
        QCOMPARE(m_desk.raw(words(before) + words("help send")).out, ofSend);
        const CliAnswer version{m_desk.raw(words(before) + words("--version"))};
        QCOMPARE(version.code, 0);
        QVERIFY(version.out.startsWith("textdesk-cli "));
    }
    QCOMPARE(m_desk.raw(words("--profile help")).code, 2); // a folder of that name, and no command
}

void TestCliUsage::aTimeZoneThatNobodyKnowsIsUtc()
{
    m_desk.useProfile(u"zone"_s);
    QVERIFY(m_desk.addDesk());
    QCOMPARE(m_desk.run(words("send --account desk --to +27820000030 --message hello")).code, 0);
    m_desk.setVariable(u"TZ"_s, u"Nowhere/Land"_s);
    QCOMPARE(m_desk.run(words("search after:yesterday --json")).array().size(), 1);
    m_desk.setVariable(u"TZ"_s, u"UTC"_s);
}

void TestCliUsage::aTextMayLookLikeAnOption()
{
    QCOMPARE(m_desk.raw(words("analyse -- --json")).out,
        QByteArray{"GSM-7, 1 part, 6 units, 154 left in the last part\n"});
    QCOMPARE(m_desk.raw(words("analyse -- --json")).code, 0);
    QCOMPARE(m_desk.raw({u"analyse"_s, u"-5"_s}).code, 0);
}

void TestCliUsage::optionsMayStandAnywhere()
{
    const QString profile{u"--profile="_s + m_desk.path(u"anywhere"_s)};
    QCOMPARE(m_desk.raw(words("optouts add +27820000031 --secrets env") << profile).code, 0);
    for (const QStringList& call : {words("--json --secrets env account list") << profile,
             words("account --json list --secrets=env") << profile,
             QStringList{profile} << words("account list --json --secrets env")}) {
        const CliAnswer listed{m_desk.raw(call)};
        QCOMPARE(listed.code, 0);
        QCOMPARE(listed.out, QByteArray{"[]\n"});
    }
}

void TestCliUsage::practiceServeTellsWhatIsNeeded()
{
    const CliAnswer told{m_desk.raw(words("practice serve --for 0 --json"))};
    QCOMPARE(told.code, 0);
    QVERIFY(told.object()["baseUrl"_L1].toString().startsWith(u"http://127.0.0.1:"_s));
    QCOMPARE(told.object()["token"_L1].toString(), QLatin1String{CliDesk::token});
    const QByteArray inWords{m_desk.raw(words("practice serve --for 0")).out};
    QCOMPARE(inWords.count('\n'), 4);
    QVERIFY(inWords.contains("\nemail practice@textdesk.example\n"));
    QCOMPARE(m_desk.raw(words("practice serve --for 0 --ledger /proc/no/such")).code, 1);
    QCOMPARE(m_desk.raw(words("practice serve --port 65536")).code, 2);
}

TEXTDESK_TEST(tst_cliusage, TestCliUsage)
#include "tst_cliusage.moc"
