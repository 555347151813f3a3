// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/practice/practicebench.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestPracticeMagic final : public QObject {
    Q_OBJECT
private slots:
    // What each number does to the answer, the books and the person written to.
    void eachNumberDoesWhatItSays_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<int>("status"); // -1 = cut
        QTest::addColumn<QString>("final"); // empty = no record
        QTest::addColumn<QStringList>("replies");
        const QStringList none;
        const QStringList friendly{u"Thank you, got it!"_s};
        QTest::newRow("any") << u"+15555550100"_s << 200 << u"DELIVERED"_s << friendly;
        QTest::newRow("10") << u"+27820000010"_s << 200 << u"DELIVERED"_s << friendly;
        QTest::newRow("11") << u"+27820000011"_s << 200 << u"FAILED"_s << none;
        QTest::newRow("12") << u"+27820000012"_s << 200 << u"FAILED_OPTOUT"_s << none;
        QTest::newRow("13") << u"+27820000013"_s << 200 << u"DELIVERED"_s << QStringList{u"STOP"_s};
        QTest::newRow("14") << u"+27820000014"_s << 200 << u"SENT"_s << none;
        QTest::newRow("15") << u"+27820000015"_s << 500 << u"DELIVERED"_s << none;
        QTest::newRow("16") << u"+27820000016"_s << -1 << u"DELIVERED"_s << none;
        QTest::newRow("17") << u"+27820000017"_s << -1 << u""_s << none;
        QTest::newRow("18") << u"+27820000018"_s << 429 << u""_s << none;
        QTest::newRow("19") << u"+27820000019"_s << 429 << u""_s << none;
        QTest::newRow("20") << u"+27820000020"_s << 200 << u""_s << none;
        QTest::newRow("21") << u"+27820000021"_s << 200 << u""_s << none;
        QTest::newRow("22") << u"+27820000022"_s << 200 << u""_s << none;
        QTest::newRow("23") << u"+27820000023"_s << 200 << u"DELIVERED"_s << friendly;
        QTest::newRow("24") << u"+27820000024"_s << 200 << u"DELIVERED"_s << friendly;
        QTest::newRow("26") << u"+27820000026"_s << 200 << u"DELIVERED"_s << none;
        QTest::newRow("27") << u"+27820000027"_s << 200 << u"BUFFERED_AT_CARRIER"_s << none;
        QTest::newRow("28") << u"+27820000028"_s << 200 << u"DELIVERED"_s << none;
        QTest::newRow("29") << u"+27820000029"_s << 200 << u"FAILED_REFUNDED"_s << none;
        QTest::newRow("30") << u"+27820000030"_s << 200 << u"DELIVERED"_s << none;
        QTest::newRow("31") << u"+27820000031"_s << 200 << u"DELIVERED"_s << none;
    }

    void aToppedUpAccountSendsOnce()
    {
        PracticeBench bench;
        QVERIFY(bench.send(u"+27820000022"_s).isEmpty());
        const double before{bench.service.balance()};
        bench.service.topUp();
        QVERIFY(bench.service.balance() > before);
        QVERIFY(!bench.send(u"+27820000022"_s).isEmpty());
        QVERIFY(bench.send(u"+27820000022"_s).isEmpty()); // to be tried again
    }

    void eachNumberDoesWhatItSays()
    {
        QFETCH(const QString, number);
        QFETCH(const int, status);
        QFETCH(const QString, final);
        QFETCH(const QStringList, replies);
        PracticeBench bench;
        const auto answer = bench.call(
            "POST", u"sms/send"_s, {{u"recipientNumber"_s, number}, {u"message"_s, u"Hello"_s}});
        QCOMPARE(PracticeBench::status(answer), status);
        bench.clock.advance(4s);
        const QJsonArray ledger = bench.ledger();
        QCOMPARE(ledger.size(), final.isEmpty() ? 0 : 1);
        QCOMPARE(ledger[0][u"status"_s].toString(), final);
        QStringList seen;
        const QJsonArray inbox = bench.list(u"type=INBOUND"_s);
        for (const QJsonValue& reply : inbox) {
            seen.append(reply[u"message"_s].toString());
            QCOMPARE(reply[u"fromNumber"_s].toString(), number);
            QCOMPARE(reply[u"repliedToMessage"_s][u"messageId"_s], ledger[0][u"id"_s]);
        }
        QCOMPARE(seen, replies);
    }

    void aCutLooksLikeACutToTheClient()
    {
        PracticeBench bench;
        for (const QString& number : {u"+27820000016"_s, u"+27820000017"_s}) {
            const auto answer = bench.call("POST", u"sms/send"_s,
                {{u"recipientNumber"_s, number}, {u"message"_s, u"Hello"_s}});
            QVERIFY(!answer);
            QVERIFY(answer.error().kind() == ErrorKind::ServerFault);
            QVERIFY(answer.error().mayHaveHappened());
        }
        QCOMPARE(bench.service.createdCount(), 1);
    }

    void tooFastSaysHowLongToWaitOrNot()
    {
        PracticeBench bench;
        const QJsonObject body{
            {u"message"_s, u"Hello"_s}, {u"recipientNumber"_s, u"+27820000018"_s}};
        const auto told = bench.call("POST", u"sms/send"_s, body);
        QCOMPARE(told->headers.value("retry-after").value_or(""), QByteArray{"2"});
        const auto untold = bench.call("POST", u"sms/send"_s,
            {{u"message"_s, u"Hello"_s}, {u"recipientNumber"_s, u"+27820000019"_s}});
        QVERIFY(!untold->headers.contains("retry-after"));
    }

    void refusalsInsideA200()
    {
        PracticeBench bench;
        for (const auto& [number, word] : {std::pair{u"+27820000020"_s, u"could not be accepted"_s},
                 {u"+27820000022"_s, u"credit"_s}}) {
            const auto answer = PracticeBench::object(bench.call("POST", u"sms/send"_s,
                {{u"recipientNumber"_s, number}, {u"message"_s, u"Hello"_s}}));
            QVERIFY(answer[u"messageId"_s].isNull());
            QVERIFY(answer[u"error"_s].toString().contains(word));
        }
        QCOMPARE(bench.service.balance(), 1000.0);
    }

    void unreadableAnswers()
    {
        PracticeBench bench;
        const auto html = bench.call("POST", u"sms/send"_s,
            {{u"recipientNumber"_s, u"+27820000021"_s}, {u"message"_s, u"Hello"_s}});
        QVERIFY(html->headers.value("content-type")->startsWith("text/html"));
        const auto half = bench.call("POST", u"sms/send"_s,
            {{u"recipientNumber"_s, u"+27820000026"_s}, {u"message"_s, u"Hello"_s}});
        QVERIFY(half->body.startsWith('{') && !half->body.endsWith('}'));
        const auto empty = bench.call("POST", u"sms/send"_s,
            {{u"recipientNumber"_s, u"+27820000028"_s}, {u"message"_s, u"Hello"_s}});
        QVERIFY(empty->body.isEmpty());
        QCOMPARE(bench.service.createdCount(), 2);
    }

    void theSlowNumberAnswersAfterThreeSeconds()
    {
        PracticeBench bench;
        std::optional<Result<ClientAnswer>> seen;
        QObject context;
        bench
            .start("POST", u"sms/send"_s,
                {{u"recipientNumber"_s, u"+27820000025"_s}, {u"message"_s, u"Hello"_s}})
            ->then(&context, [&](const Result<ClientAnswer>& answer) { seen = answer; });
        QTRY_COMPARE(bench.service.createdCount(), 1);
        bench.clock.advance(2999ms);
        QVERIFY(!QTest::qWaitFor([&] { return seen.has_value(); }, 50));
        bench.clock.advance(1ms);
        QTRY_VERIFY(seen.has_value());
        QVERIFY(PracticeBench::object(*seen)[u"messageId"_s].isString());
    }

    void theEarlyReportComesBeforeTheAnswer()
    {
        PracticeBench bench;
        bench.takeWebhooks();
        bench.catcher.hold();
        std::optional<Result<ClientAnswer>> seen;
        QObject context;
        bench
            .start("POST", u"sms/send"_s,
                {{u"recipientNumber"_s, u"+27820000023"_s}, {u"message"_s, u"Hello"_s}})
            ->then(&context, [&](const Result<ClientAnswer>& answer) { seen = answer; });
        QTRY_COMPARE(bench.catcher.count(), 1);
        QCOMPARE(bench.catcher.fields(0)[u"status"_s], u"DELIVERED"_s);
        QVERIFY(!QTest::qWaitFor([&] { return seen.has_value(); }, 50));
        bench.catcher.release();
        QTRY_VERIFY(seen.has_value());
        QCOMPARE(PracticeBench::object(*seen)[u"messageId"_s].toString(),
            bench.catcher.fields(0)[u"messageId"_s]);
    }

    void theReplyOfTheDoubleNumberIsAnnouncedTwice()
    {
        PracticeBench bench;
        bench.takeWebhooks();
        bench.send(u"+27820000024"_s);
        bench.clock.advance(4s);
        QTRY_COMPARE(bench.catcher.fieldsOf(u"replies"_s).size(), size_t{2});
        const auto replies = bench.catcher.fieldsOf(u"replies"_s);
        QCOMPARE(replies[0][u"messageId"_s], replies[1][u"messageId"_s]);
        QVERIFY(replies[0][u"nonce"_s] != replies[1][u"nonce"_s]);
    }

    void theLateSentReportComesLast()
    {
        PracticeBench bench;
        bench.takeWebhooks();
        bench.send(u"+27820000031"_s);
        QStringList statuses;
        for (const auto step : {600ms, 900ms, 300ms}) {
            bench.clock.advance(step);
            QTRY_COMPARE(bench.catcher.count(), int(statuses.size()) + 1);
            statuses.append(bench.catcher.fields(int(statuses.size()))[u"status"_s]);
        }
        QCOMPARE(statuses, (QStringList{u"SENT"_s, u"DELIVERED"_s, u"SENT"_s}));
    }

    void aRefundGivesTheCreditBack()
    {
        PracticeBench bench;
        bench.send(u"+27820000029"_s);
        QCOMPARE(bench.service.balance(), 999.0);
        bench.clock.advance(2s);
        QCOMPARE(bench.service.balance(), 1000.0);
    }

    void aScriptMakesAnyNumberMagic()
    {
        PracticeBench bench;
        const auto wrong = bench.control("POST", u"script"_s,
            {{u"number"_s, u"+15555550199"_s}, {u"behaviour"_s, u"explode"_s}});
        QCOMPARE(PracticeBench::status(wrong), 400);
        QCOMPARE(PracticeBench::status(bench.control("POST", u"script"_s,
                     {{u"number"_s, u"+1 555 555 0199"_s}, {u"behaviour"_s, u"fail"_s}})),
            200);
        bench.service.setBehaviour(u"+27820000010"_s, PracticeBehaviour::FailOptOut);
        bench.send(u"+15555550199"_s);
        bench.send(u"+27820000010"_s);
        bench.clock.advance(2s);
        QCOMPARE(bench.ledger()[0][u"status"_s].toString(), u"FAILED"_s);
        QCOMPARE(bench.ledger()[1][u"status"_s].toString(), u"FAILED_OPTOUT"_s);
        (void)bench.control(
            "POST", u"script"_s, {{u"number"_s, u"+15555550199"_s}, {u"behaviour"_s, u""_s}});
        bench.send(u"+15555550199"_s);
        bench.clock.advance(2s);
        QCOMPARE(bench.ledger()[2][u"status"_s].toString(), u"DELIVERED"_s);
    }

    void repliesCanBeSwitchedOffButStopStillComes()
    {
        PracticeBench bench;
        PracticeVariant variant;
        variant.replies = false;
        bench.service.setVariant(variant);
        bench.send(u"+27820000010"_s);
        bench.send(u"+27820000013"_s);
        bench.clock.advance(4s);
        const QJsonArray inbox = bench.list(u"type=INBOUND"_s);
        QCOMPARE(inbox.size(), 1);
        QCOMPARE(inbox[0][u"message"_s].toString(), u"STOP"_s);
    }
};

TEXTDESK_TEST(tst_practicemagic, TestPracticeMagic)
#include "tst_practicemagic.moc"
