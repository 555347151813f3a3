// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/cli/clidesk.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

class TestCliSend final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_desk = std::make_unique<CliDesk>();
        QVERIFY(m_desk->addDesk());
    }
    void cleanup()
    {
        QCOMPARE(m_desk->leaks(), QStringList{});
        m_desk.reset();
    }
    void oneTextGoesOut();
    void spellingsOfOnePersonAreOneConversation();
    void onePersonUnderSeveralSpellingsIsOneRow();
    void waitingEndsWithTheDelivery();
    void waitingEndsWithItsTime();
    void whatTheServiceAnswers_data();
    void whatTheServiceAnswers();
    void someOfSeveralFail();
    void oneBadNumberStopsNobodyElse();
    void onlyBadNumbersAreAFailure();
    void aWrongTextStopsAll();
    void aWrongTokenHoldsTheTextBack();
    void noNetworkHoldsTheTextBack();
    void noNetworkForManyReturnsToo();
    void heldHereUntilItsTime();
    void handedOverToTheProvider();
    void textsTravelUnchanged_data();
    void textsTravelUnchanged();
    void wrongTextsAreRefused_data();
    void wrongTextsAreRefused();
    void wrongCallsAreRefused_data();
    void wrongCallsAreRefused();
    void olderTextsOnTheirWayAreNotCutOff();

private:
    // Sends to one number and hands over what --json says.
    [[nodiscard]] CliAnswer send(const char* to, const QStringList& more = {})
    {
        return m_desk->run(
            words("send --account desk --json --to") << QString::fromLatin1(to) << more);
    }
    std::unique_ptr<CliDesk> m_desk;
};

void TestCliSend::oneTextGoesOut()
{
    const CliAnswer sent{
        send("+27820000030", words("--message Hello --campaign Spring --data order-7"))};

    QCOMPARE(sent.code, 0);
    const QJsonObject text{sent.only()};
    QCOMPARE(text["state"_L1].toString(), u"accepted"_s);
    QCOMPARE(text["direction"_L1].toString(), u"out"_s);
    QCOMPARE(text["account"_L1].toString(), u"desk"_s);
    QCOMPARE(text["peer"_L1].toString(), u"+27820000030"_s);
    QCOMPARE(text["text"_L1].toString(), u"Hello"_s);
    QCOMPARE(text["data"_L1].toString(), u"order-7"_s);
    QVERIFY(text["id"_L1].isString());
    QVERIFY(!text["providerId"_L1].toString().isEmpty());
    const QJsonArray ledger = m_desk->practice(u"ledger"_s).array();
    QCOMPARE(ledger.size(), 1);
    QCOMPARE(ledger[0]["message"_L1].toString(), u"Hello"_s);
    QCOMPARE(ledger[0]["campaign"_L1].toString(), u"Spring"_s);
    QCOMPARE(ledger[0]["dataField"_L1].toString(), u"order-7#"_s + text["reference"_L1].toString());
}

void TestCliSend::spellingsOfOnePersonAreOneConversation()
{
    for (const char* to : {"+27820000030", "0820000030", "082 000 0030", "27820000030",
             "0027820000030", "+27 (82) 000-0030"}) {
        const CliAnswer sent{send(to, words("--message x"))};
        QVERIFY2(sent.code == 0, to);
        QCOMPARE(sent.only()["peer"_L1].toString(), u"+27820000030"_s);
    }
    QCOMPARE(m_desk->run(words("conversations --json")).array().size(), 1);
    QCOMPARE(m_desk->recipients(), QStringList(6, u"+27820000030"_s));
}

void TestCliSend::onePersonUnderSeveralSpellingsIsOneRow()
{
    const QStringList three{
        u"--to"_s, u"0820000030"_s, u"--to"_s, u"+27820000030"_s, u"--message"_s, u"x"_s};

    const CliAnswer sent{send("+27 82 000 0030", three)};

    QCOMPARE(sent.code, 0);
    QCOMPARE(sent.only()["peer"_L1].toString(), u"+27820000030"_s);
    QCOMPARE(m_desk->recipients(), QStringList{u"+27820000030"_s});
    QCOMPARE(sent.err, QByteArray{"{\"note\":{\"message\":\"2 repeated numbers left out.\"}}\n"});
    const CliAnswer inWords{
        m_desk->run(words("send --account desk --message y --to 0820000030 --to +27820000030"))};
    QCOMPARE(inWords.code, 0);
    QCOMPARE(inWords.err, QByteArray{"1 repeated number left out.\n"});
}

void TestCliSend::waitingEndsWithTheDelivery()
{
    const CliAnswer sent{send("+27820000030", words("--to +27820000011 --message x --wait 30"))};

    QCOMPARE(sent.code, 4);
    QCOMPARE(sent.array()[0]["state"_L1].toString(), u"delivered"_s);
    QCOMPARE(sent.array()[1]["state"_L1].toString(), u"failed"_s);
    QCOMPARE(sent.array()[1]["reason"_L1].toString(), u"failed"_s);
}

void TestCliSend::waitingEndsWithItsTime()
{
    const CliAnswer sent{send("+27820000014", words("--message x --wait 1"))};

    QCOMPARE(sent.code, 0);
    QVERIFY(sent.only()["state"_L1] == "accepted"_L1 || sent.only()["state"_L1] == "sent"_L1);
}

void TestCliSend::whatTheServiceAnswers_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<int>("inTheLedger");
    const auto row = [](const char* name, const char* number, int code, const char* state,
                         const char* reason, int recorded) {
        QTest::newRow(name) << QByteArray{"+278200000"} + number << code
                            << QString::fromLatin1(state) << QString::fromLatin1(reason)
                            << recorded;
    };
    row("500 after all", "15", 5, "unknown", "unknown-outcome", 1);
    row("cut after all", "16", 5, "unknown", "unknown-outcome", 1);
    row("cut before", "17", 5, "unknown", "unknown-outcome", 0);
    row("429 with a wait", "18", 0, "queued", "rate-limited", 0);
    row("429 without", "19", 0, "queued", "rate-limited", 0);
    row("200 with an error", "20", 1, "failed", "refused", 0);
    row("a web page", "21", 5, "unknown", "unknown-outcome", 0);
    row("no credit", "22", 1, "queued", "no-credit", 0);
    row("half an answer", "26", 5, "unknown", "unknown-outcome", 1);
    row("an empty answer", "28", 5, "unknown", "unknown-outcome", 1);
}

void TestCliSend::whatTheServiceAnswers()
{
    QFETCH(QByteArray, number);
    QFETCH(int, inTheLedger);

    const CliAnswer sent{send(number.constData(), words("--message x"))};

    QTEST(sent.code, "code");
    QTEST(sent.only()["state"_L1].toString(), "state");
    QTEST(sent.only()["reason"_L1].toString(), "reason");
    QCOMPARE(m_desk->recipients().size(), inTheLedger);
}

void TestCliSend::someOfSeveralFail()
{
    const CliAnswer sent{send("+27820000020", words("--to +27820000030 --message x"))};
    QCOMPARE(sent.code, 4);
    QCOMPARE(sent.array()[0]["state"_L1].toString(), u"failed"_s);
    QCOMPARE(sent.array()[1]["state"_L1].toString(), u"accepted"_s);
    QCOMPARE(m_desk->recipients(), QStringList{u"+27820000030"_s});
}

void TestCliSend::oneBadNumberStopsNobodyElse()
{
    const CliAnswer sent{send("+27820000030",
        words("--to 12ab! --to 0820000030 --to +27820000031 --to 12ab! --to CLINIC --message x"))};

    QCOMPARE(sent.code, 4);
    const QJsonArray rows = sent.array();
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows[0]["peer"_L1].toString(), u"+27820000030"_s);
    QCOMPARE(rows[0]["state"_L1].toString(), u"accepted"_s);
    QCOMPARE(rows[1]["peer"_L1].toString(), u"12ab!"_s);
    QCOMPARE(rows[1]["state"_L1].toString(), u"failed"_s);
    QCOMPARE(rows[1]["account"_L1].toString(), u"desk"_s);
    QVERIFY(rows[1]["reason"_L1].toString().startsWith(u"invalid-number"_s));
    QVERIFY(rows[1]["message"_L1].toString().contains(u"Nothing was sent"_s));
    QCOMPARE(rows[2]["peer"_L1].toString(), u"+27820000031"_s);
    QCOMPARE(rows[2]["state"_L1].toString(), u"accepted"_s);
    QCOMPARE(rows[3]["peer"_L1].toString(), u"CLINIC"_s);
    QCOMPARE(rows[3]["state"_L1].toString(), u"failed"_s);
    QStringList reached{m_desk->recipients()};
    reached.sort();
    QCOMPARE(reached, (QStringList{u"+27820000030"_s, u"+27820000031"_s}));
    QVERIFY2(sent.err.contains("\"about\":\"12ab!\""), sent.err.constData());
    QVERIFY2(sent.err.contains("2 repeated numbers left out"), sent.err.constData());
    QCOMPARE(m_desk->run(words("messages list --json")).array().size(), 2);

    const CliAnswer inWords{
        m_desk->run(words("send --account desk --to +1555 --to +27820000030 --message y"))};
    QCOMPARE(inWords.code, 4);
    QVERIFY2(inWords.err.startsWith("+1555: The number is not one"), inWords.err.constData());
    QCOMPARE(inWords.out.count('\n'), 1);
}

void TestCliSend::onlyBadNumbersAreAFailure()
{
    const CliAnswer refused{send("12ab!", words("--to SENDER --message x"))};

    QCOMPARE(refused.code, 1);
    QCOMPARE(refused.array().size(), 2);
    QCOMPARE(refused.array()[1]["peer"_L1].toString(), u"SENDER"_s);
    QCOMPARE(m_desk->recipients(), QStringList{});
    QCOMPARE(m_desk->run(words("messages list --json")).out, QByteArray{"[]\n"});
}

void TestCliSend::aWrongTextStopsAll()
{
    const CliAnswer refused{m_desk->run(
        words("send --account desk --json --to +27820000030 --to 12ab! --message") << u"  "_s)};
    QCOMPARE(refused.code, 1);
    QCOMPARE(refused.error()["detail"_L1].toString(), u"empty-message"_s);
    QCOMPARE(refused.out, QByteArray{});
    QCOMPARE(m_desk->recipients(), QStringList{});
}

void TestCliSend::aWrongTokenHoldsTheTextBack()
{
    m_desk->setVariable(u"TEXTDESK_SECRET_DESK_TOKEN"_s, u"rotated-away"_s);
    const CliAnswer refused{send("+27820000030", words("--message x"))};
    QCOMPARE(refused.code, 3);
    QCOMPARE(refused.only()["state"_L1].toString(), u"queued"_s);
    QCOMPARE(refused.only()["reason"_L1].toString(), u"unauthorized"_s);
    QCOMPARE(m_desk->run(words("account list --json")).only()["paused"_L1].toString(),
        u"unauthorized"_s);
    QCOMPARE(m_desk->run(words("outbox run")).code, 3);

    m_desk->setVariable(u"TEXTDESK_SECRET_DESK_TOKEN"_s, QLatin1String{CliDesk::token});
    QCOMPARE(m_desk->run(words("account test desk")).code, 0);
    QCOMPARE(m_desk->run(words("outbox run")).code, 0);
    QCOMPARE(m_desk->recipients(), QStringList{u"+27820000030"_s});
}

void TestCliSend::noNetworkHoldsTheTextBack()
{
    m_desk->setVariable(u"TEXTDESK_SECRET_FAR_TOKEN"_s, u"any"_s);
    // Port 1 is nobody's.
    QCOMPARE(m_desk
                 ->run(words("account add --provider zoomconnect --name far --no-proof --set "
                             "base-url=http://127.0.0.1:1/ --set email=a@example.org"))
                 .code,
        0);

    const CliAnswer sent{
        m_desk->run(words("send --account far --to +27820000030 --message x --json"))};

    QCOMPARE(sent.code, 6);
    QCOMPARE(sent.only()["state"_L1].toString(), u"queued"_s);
    QCOMPARE(sent.only()["reason"_L1].toString(), u"offline"_s);
    QVERIFY(!sent.only()["due"_L1].toString().isEmpty());
    const CliAnswer balance{m_desk->run(words("balance --account far"))};
    QCOMPARE(balance.code, 6);
    QVERIFY2(balance.err.contains("could not be reached"), balance.err.constData());
    QCOMPARE(m_desk->run(words("sync --account far")).code, 6);
    QCOMPARE(m_desk->run(words("account test far")).code, 6);
}

void TestCliSend::noNetworkForManyReturnsToo()
{
    m_desk->setVariable(u"TEXTDESK_SECRET_FAR_TOKEN"_s, u"any"_s);
    QCOMPARE(m_desk
                 ->run(words("account add --provider zoomconnect --name far --no-proof --set "
                             "base-url=http://127.0.0.1:1/ --set email=a@example.org"))
                 .code,
        0);
    QStringList call{words("send --account far --message x --json")};
    for (int i{40}; i < 60; ++i) {
        call << u"--to"_s << u"+278200000%1"_s.arg(i);
    }

    const CliAnswer sent{m_desk->run(call)};

    QCOMPARE(sent.code, 6);
    const QJsonArray rows = sent.array();
    QCOMPARE(rows.size(), 20);
    for (const QJsonValue& row : rows) {
        QCOMPARE(row["state"_L1].toString(), u"queued"_s);
    }
}

void TestCliSend::heldHereUntilItsTime()
{
    const CliAnswer held{send("+27820000030", words("--message x --at 2190-01-01T10:00:00+02:00"))};

    QCOMPARE(held.code, 0);
    QCOMPARE(held.only()["state"_L1].toString(), u"queued"_s);
    QCOMPARE(held.only()["due"_L1].toString(), u"2190-01-01T08:00:00.000Z"_s);
    QCOMPARE(m_desk->run(words("outbox run")).code, 0);
    QCOMPARE(m_desk->recipients(), QStringList{});
    QVERIFY(m_desk->run(words("outbox list")).out.contains("Held here"));
}

void TestCliSend::handedOverToTheProvider()
{
    const CliAnswer held{
        send("+27820000030", words("--message x --at 2190-01-01T10:00:00Z --hand-over"))};

    QCOMPARE(held.code, 0);
    QCOMPARE(held.only()["state"_L1].toString(), u"scheduled"_s);
    const QJsonArray ledger = m_desk->practice(u"ledger"_s).array();
    QCOMPARE(ledger[0]["status"_L1].toString(), u"SCHEDULED"_s);
}

void TestCliSend::textsTravelUnchanged_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("parts");
    QTest::newRow("emoji") << u"Hi \U0001F642\U0001F468\u200D\U0001F469\u200D\U0001F467"_s << 1;
    QTest::newRow("right to left")
        << u"\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627"_s << 1;
    QTest::newRow("markup") << u"<b>bold</b> <img src=x> &amp;"_s << 1;
    QTest::newRow("two lines") << u"one\ntwo"_s << 1;
    QTest::newRow("quotes and plus") << u"\"1+1=2\" 100% 'sure' \\ a&b=c#d"_s << 1;
    QTest::newRow("1,600 characters") << QString(1600, u'x') << 11;
    QTest::newRow("one space") << u" x "_s << 1;
}

void TestCliSend::textsTravelUnchanged()
{
    QFETCH(QString, text);

    const CliAnswer sent{send("+27820000030", {u"--message"_s, text})};
    const QString file{m_desk->write(u"text.txt"_s, text.toUtf8() + '\n')};
    QCOMPARE(send("+27820000030", {u"--message-file"_s, file}).only()["text"_L1].toString(), text);

    QCOMPARE(sent.code, 0);
    QTEST(sent.only()["parts"_L1].toInt(), "parts");
    const QJsonArray ledger = m_desk->practice(u"ledger"_s).array();
    QCOMPARE(ledger.size(), 2);
    QCOMPARE(ledger[0]["message"_L1].toString(), text);
    QCOMPARE(ledger[1]["message"_L1].toString(), text);
}

void TestCliSend::wrongTextsAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing") << QByteArray{} << 1;
    QTest::newRow("spaces") << QByteArray{"  \n"} << 1;
    QTest::newRow("NUL") << QByteArray{"a\0b", 3} << 1;
    QTest::newRow("escape") << QByteArray{"a\x1b[31m"} << 1;
    QTest::newRow("4,001 characters") << QByteArray(4001, 'x') << 1;
    QTest::newRow("not UTF-8") << QByteArray{"caf\xe9"} << 2;
}

void TestCliSend::wrongTextsAreRefused()
{
    QFETCH(QByteArray, bytes);
    const QString file{m_desk->write(u"text.txt"_s, bytes)};

    const CliAnswer refused{send("+27820000030", {u"--message-file"_s, file})};

    QTEST(refused.code, "code");
    QVERIFY(!refused.error()["message"_L1].toString().isEmpty());
    QCOMPARE(refused.out, QByteArray{});
    QCOMPARE(m_desk->recipients(), QStringList{});
}

void TestCliSend::wrongCallsAreRefused_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<int>("code");
    const auto row = [](const char* call, int code) {
        QTest::newRow(call) << QString::fromLatin1(call) << code;
    };
    row("send", 2);
    row("send --account desk --message x", 2);
    row("send --account desk --to +27820000030", 2);
    row("send --account desk --to +27820000030 --message x --message-file f", 2);
    row("send --account desk --to +27820000030 --message-file /no/such/file", 2);
    row("send --account desk --to +27820000030 --message x --at tomorrow", 2);
    row("send --account desk --to +27820000030 --message x --at 2020-01-01T10:00:00Z", 2);
    row("send --account desk --to +27820000030 --message x --hand-over", 2);
    row("send --account desk --to +27820000030 --message x --wait soon", 2);
    row("send --account desk --to +27820000030 --message x --wait -1", 2);
    row("send --account desk --to +27820000030 --message x --wait 2147484", 2);
    row("send --account desk --to +27820000030 --message x --wait 99999999999", 2);
    row("send --account desk --to +27820000030 --message x --message y", 2);
    row("send --account desk --to +27820000030 --message x y", 2);
    row("send --account nobody --to +27820000030 --message x", 1);
    row("send --account desk --to 12 --message x", 1);
    row("send --account desk --to SENDER --message x", 1);
    row("send --account desk --to +1555 --message x", 1);
    row("send --account desk --to +27820000030 --message x --data "
        "a-text-of-thirty-seven-characters-----",
        1);
}

void TestCliSend::wrongCallsAreRefused()
{
    QFETCH(QString, call);

    const CliAnswer refused{m_desk->run(words(qPrintable(call)))};

    QTEST(refused.code, "code");
    QVERIFY(!refused.err.isEmpty());
    QCOMPARE(refused.out, QByteArray{});
    QCOMPARE(m_desk->recipients(), QStringList{});
}

void TestCliSend::olderTextsOnTheirWayAreNotCutOff()
{
    m_desk->setVariable(u"TEXTDESK_SECRET_DESK_TOKEN"_s, u"rotated-away"_s);
    const QString older{send("+27820000025", words("--message slow")).only()["id"_L1].toString()};
    m_desk->setVariable(u"TEXTDESK_SECRET_DESK_TOKEN"_s, QLatin1String{CliDesk::token});

    QCOMPARE(send("+27820000030", words("--message quick")).code, 0);

    const CliAnswer shown{m_desk->run(words("messages show --json") << older)};
    QCOMPARE(shown.object()["state"_L1].toString(), u"accepted"_s);
    QCOMPARE(m_desk->recipients().size(), 2);
}

TEXTDESK_TEST(tst_clisend, TestCliSend)
#include "tst_clisend.moc"
