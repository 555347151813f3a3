// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Calls that could destroy something or look as if they had worked: what they say instead.
#include "tests/journeys/cli/clidesk.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr auto goodRow = R"({"account":"desk","direction":"in","peer":"+27820000050",)"
                         R"("text":"hello","state":"received","at":"2026-01-02T08:00:00Z"})";
constexpr auto badRow = R"({"account":"desk","direction":"in","peer":"+27820000050",)"
                        R"("text":5,"state":"received","at":"2026-01-02T08:00:00Z"})";

} // namespace

class TestCliCare final : public QObject {
    Q_OBJECT

private slots:
    void init() { m_desk = std::make_unique<CliDesk>(); }
    void cleanup()
    {
        QCOMPARE(m_desk->leaks(), QStringList{});
        m_desk.reset();
    }
    void anImportNeverOverwritesItsInput();
    void rejectsAreMadeWithTheFirst();
    void anAccountWithWaitingTextsStays();
    void whatCannotBeWrittenIsNotDone_data();
    void whatCannotBeWrittenIsNotDone();
    void anUnknownCountryIsRefused();
    void searchWantsWholeOperators_data();
    void searchWantsWholeOperators();
    void whatFailedWasNotSent();
    void helpForNothing_data();
    void helpForNothing();
    void severalAccountsAreTold();

private:
    [[nodiscard]] CliAnswer run(const char* call) { return m_desk->run(words(call)); }
    std::unique_ptr<CliDesk> m_desk;
};

void TestCliCare::anImportNeverOverwritesItsInput()
{
    QVERIFY(m_desk->addDesk());
    const QByteArray rows{QByteArray{goodRow} + '\n' + badRow + '\n'};
    const QString file{m_desk->write(u"h.jsonl"_s, rows)};
    const QString soft{m_desk->path(u"soft.jsonl"_s)};
    const QString hard{m_desk->path(u"hard.jsonl"_s)};
    QCOMPARE(m_desk->program(u"ln"_s, {u"-s"_s, file, soft}).code, 0);
    QCOMPARE(m_desk->program(u"ln"_s, {file, hard}).code, 0);
    for (const QString& rejects : {file, soft, hard}) {
        const CliAnswer answer{
            m_desk->run({u"import"_s, u"messages"_s, file, u"--rejects"_s, rejects})};
        QCOMPARE(answer.code, 2);
        QVERIFY2(answer.err.contains("would be overwritten"), answer.err.constData());
        QFile kept{file};
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), rows);
    }
}

void TestCliCare::rejectsAreMadeWithTheFirst()
{
    QVERIFY(m_desk->addDesk());
    const QString rejects{m_desk->path(u"rejects.jsonl"_s)};
    const QString good{m_desk->write(u"good.jsonl"_s, QByteArray{goodRow} + '\n')};
    QCOMPARE(m_desk->run({u"import"_s, u"messages"_s, good, u"--rejects"_s, rejects}).code, 0);
    QVERIFY(!QFile::exists(rejects));
    const QString bad{m_desk->write(u"bad.jsonl"_s, QByteArray{badRow} + '\n')};
    const CliAnswer answer{m_desk->run({u"import"_s, u"messages"_s, bad, u"--rejects"_s, rejects})};
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.out.contains("\"text\" must be a string."), answer.out.constData());
    QVERIFY(QFile::exists(rejects));
    QVERIFY(!(QFile{rejects}.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    const CliAnswer nowhere{m_desk->run(
        {u"import"_s, u"messages"_s, good, u"--rejects"_s, m_desk->path(u"no/where"_s)})};
    QCOMPARE(nowhere.code, 2);
}

void TestCliCare::anAccountWithWaitingTextsStays()
{
    QVERIFY(m_desk->addDesk());
    QCOMPARE(
        run("send --account desk --to +27820000030 --at 2035-01-02T08:00:00Z --message x").code, 0);
    QCOMPARE(run("outbox list --json").array().size(), 1);
    const CliAnswer refused{run("account remove desk")};
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains("wait to be sent: 1"), refused.err.constData());
    QCOMPARE(run("account list --json").array().size(), 1);
    const CliAnswer removed{run("account remove desk --drop-waiting")};
    QCOMPARE(removed.code, 0);
    QVERIFY2(removed.out.contains("1 text that waited will not be sent"), removed.out.constData());
}

void TestCliCare::whatCannotBeWrittenIsNotDone_data()
{
    QTest::addColumn<QString>("redirection");
    QTest::newRow("a full disk") << u">/dev/full"_s;
    QTest::newRow("closed") << u">&-"_s;
}

void TestCliCare::whatCannotBeWrittenIsNotDone()
{
    QFETCH(const QString, redirection);
    QVERIFY(m_desk->addDesk());
    const QString program{QCoreApplication::applicationDirPath() + u"/textdesk-cli"_s};
    for (const QString& call : {u"account list"_s, u"account list --json"_s, u"--version"_s,
             u"help"_s, u"doctor --offline"_s, u"analyse x"_s}) {
        const CliAnswer answer{m_desk->program(u"sh"_s,
            {u"-c"_s,
                u"'%1' --profile '%2' --secrets env %3 %4"_s.arg(
                    program, m_desk->profile(), call, redirection)})};
        if (call == u"--version"_s || call == u"help"_s) {
            continue; // they take no profile before them
        }
        QVERIFY2(answer.code == 1, qPrintable(call));
        QVERIFY2(answer.err.contains("could not be written"), answer.err.constData());
    }
    const CliAnswer version{
        m_desk->program(u"sh"_s, {u"-c"_s, u"'%1' --version %2"_s.arg(program, redirection)})};
    QCOMPARE(version.code, 1);
}

void TestCliCare::anUnknownCountryIsRefused()
{
    const CliAnswer answer{
        m_desk->run(m_desk->addWords(u"desk"_s) << u"--set"_s << u"region=QQ"_s)};
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.err.contains("no country has these two letters"), answer.err.constData());
    QCOMPARE(m_desk->run(m_desk->addWords(u"desk"_s) << u"--set"_s << u"region=gb"_s).code, 0);
}

void TestCliCare::searchWantsWholeOperators_data()
{
    QTest::addColumn<QString>("typed");
    for (const char* typed : {"from:", "line:", "is:", "on:", "from:\"\"", "x from:"}) {
        QTest::newRow(typed) << QString::fromLatin1(typed);
    }
}

void TestCliCare::searchWantsWholeOperators()
{
    QFETCH(const QString, typed);
    QVERIFY(m_desk->addDesk());
    const CliAnswer answer{m_desk->run({u"search"_s, typed})};
    QCOMPARE(answer.code, 2);
    QVERIFY2(answer.err.contains("behind the colon"), answer.err.constData());
}

void TestCliCare::whatFailedWasNotSent()
{
    QVERIFY(m_desk->addDesk());
    QCOMPARE(run("send --account desk --to +27820000030 --message went").code, 0);
    QCOMPARE(run("optouts add +27820000040").code, 0);
    QVERIFY(run("send --account desk --to +27820000040 --message stayed").code != 0);
    const QJsonArray found = run("search is:sent --json").array();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0]["text"_L1].toString(), u"went"_s);
}

void TestCliCare::helpForNothing_data()
{
    QTest::addColumn<QByteArray>("call");
    QTest::addColumn<int>("code");
    QTest::newRow("no command") << QByteArray{"help nosuch"} << 2;
    QTest::newRow("half a command") << QByteArray{"help account nosuch"} << 2;
    QTest::newRow("no command, the other way") << QByteArray{"nosuch --help"} << 2;
    QTest::newRow("all") << QByteArray{"help"} << 0;
    QTest::newRow("several") << QByteArray{"help account"} << 0;
    QTest::newRow("one") << QByteArray{"help account add"} << 0;
    QTest::newRow("one with its words") << QByteArray{"search fees --help"} << 0;
}

void TestCliCare::helpForNothing()
{
    QFETCH(const QByteArray, call);
    QFETCH(const int, code);
    const CliAnswer answer{m_desk->raw(words(call.constData()))};
    QCOMPARE(answer.code, code);
    QCOMPARE(answer.out.isEmpty(), code != 0);
    QCOMPARE(answer.err.contains("is not a command"), code != 0);
}

void TestCliCare::severalAccountsAreTold()
{
    QVERIFY(m_desk->addDesk());
    QCOMPARE(run("send --account desk --to +27820000030 --message one").code, 0);
    QVERIFY(!run("conversations").out.contains("(desk)"));
    m_desk->setVariable(u"TEXTDESK_SECRET_SHOP_TOKEN"_s, QLatin1String{CliDesk::token});
    m_desk->setVariable(u"TEXTDESK_SECRET_SHOP_WEBHOOK_KEY"_s, QLatin1String{CliDesk::webhookKey});
    QCOMPARE(m_desk->run(m_desk->addWords(u"shop"_s)).code, 0);
    QCOMPARE(run("send --account shop --to +27820000030 --message two").code, 0);
    for (const char* call : {"conversations", "messages list", "search two one"}) {
        const CliAnswer answer{run(call)};
        QCOMPARE(answer.code, 0);
        QVERIFY2(answer.out.isEmpty() || answer.out.contains("(desk)"), answer.out.constData());
    }
    QVERIFY(run("messages list").out.contains("(shop)"));
    QVERIFY(run("conversations --json").array()[0].toObject().contains(u"name"_s));
}

TEXTDESK_TEST(tst_clicare, TestCliCare)
#include "tst_clicare.moc"
