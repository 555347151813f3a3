// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/practice/practicebench.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString quiet{u"+27820000030"_s};

QJsonObject text(const QString& number, const QString& message, const QString& date = {})
{
    QJsonObject body{{u"recipientNumber"_s, number}, {u"message"_s, message}};
    if (!date.isEmpty()) {
        body.insert(u"dateToSend"_s, date);
    }
    return body;
}

} // namespace

class TestPracticeBulk final : public QObject {
    Q_OBJECT
private slots:
    void bulkAnswersInOrderAndLeavesAtTheRateAskedFor()
    {
        PracticeBench bench;
        QJsonArray entries;
        for (int i{0}; i < 6; ++i) {
            entries.append(text(quiet, u"Text %1"_s.arg(i)));
        }
        const auto answer = bench.call("POST", u"sms/send-bulk"_s,
            {{u"sendSmsRequests"_s, entries}, {u"messagesPerMinute"_s, 2}});
        QCOMPARE(PracticeBench::status(answer), 200);
        const QJsonArray responses = PracticeBench::object(answer)[u"sendSmsResponses"_s].toArray();
        QCOMPARE(responses.size(), 6);
        for (int i{0}; i < 6; ++i) {
            const QString id{responses[i][u"messageId"_s].toString()};
            QCOMPARE(bench.message(id)[u"message"_s].toString(), u"Text %1"_s.arg(i));
            QVERIFY(responses[i][u"error"_s].isNull());
        }
        for (int minute{0}; minute < 3; ++minute) {
            QCOMPARE(bench.list(u"status=SCHEDULED"_s).size(), 6 - 1 - 2 * minute);
            bench.clock.advance(30s);
            QCOMPARE(bench.list(u"status=SCHEDULED"_s).size(), 6 - 2 - 2 * minute);
            bench.clock.advance(30s);
        }
        QCOMPARE(bench.list(u"status=DELIVERED"_s).size(), 6);
    }

    void bulkUsesTheDefaultDateForEntriesWithoutOne()
    {
        PracticeBench bench;
        const QJsonArray entries{text(quiet, u"a"_s), text(quiet, u"b"_s, u"202603021200"_s)};
        const auto answer = bench.call("POST", u"sms/send-bulk.json"_s,
            {{u"sendSmsRequests"_s, entries}, {u"defaultDateToSend"_s, u"202603021130"_s}});
        QCOMPARE(PracticeBench::status(answer), 200);
        bench.clock.advance(31min);
        QCOMPARE(bench.list(u"status=SCHEDULED"_s).size(), 1);
        QCOMPARE(bench.list(u"status=DELIVERED"_s)[0][u"message"_s].toString(), u"a"_s);
    }

    void bulkWithABadEntry()
    {
        for (const bool whole : {true, false}) {
            PracticeBench bench;
            PracticeVariant variant;
            variant.bulkBadEntry = whole ? PracticeVariant::BadEntry::RejectsWhole
                                         : PracticeVariant::BadEntry::RejectsEntry;
            bench.service.setVariant(variant);
            const QJsonArray entries{text(quiet, u"good"_s), text(u"bad"_s, u"x"_s),
                text(u"+27820000022"_s, u"no credit"_s), text(quiet, u"good too"_s)};
            const auto answer =
                bench.call("POST", u"sms/send-bulk"_s, {{u"sendSmsRequests"_s, entries}});
            QCOMPARE(PracticeBench::status(answer), whole ? 400 : 200);
            QCOMPARE(bench.service.createdCount(), whole ? 0 : 2);
            if (whole) {
                QCOMPARE(PracticeBench::object(answer)[u"code"_s].toInt(), 2);
                continue;
            }
            const QJsonArray responses =
                PracticeBench::object(answer)[u"sendSmsResponses"_s].toArray();
            QVERIFY(responses[0][u"messageId"_s].isString());
            QVERIFY(responses[1][u"messageId"_s].isNull());
            QCOMPARE(responses[1][u"error"_s].toString(), u"Invalid mobile number"_s);
            QVERIFY(responses[2][u"error"_s].toString().contains(u"credit"_s));
            QVERIFY(responses[3][u"messageId"_s].isString());
        }
    }

    void bulkRefusesWhatIsNoList_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::newRow("missing") << QJsonObject{{u"x"_s, 1}};
        QTest::newRow("empty") << QJsonObject{{u"sendSmsRequests"_s, QJsonArray{}}};
        QTest::newRow("object") << QJsonObject{{u"sendSmsRequests"_s, QJsonObject{}}};
        QTest::newRow("rate is text")
            << QJsonObject{{u"sendSmsRequests"_s, QJsonArray{text(quiet, u"a"_s)}},
                   {u"messagesPerMinute"_s, u"fast"_s}};
        QTest::newRow("rate below zero") << QJsonObject{
            {u"sendSmsRequests"_s, QJsonArray{text(quiet, u"a"_s)}}, {u"messagesPerMinute"_s, -1}};
    }

    void bulkRefusesWhatIsNoList()
    {
        QFETCH(const QJsonObject, body);
        PracticeBench bench;
        QCOMPARE(PracticeBench::status(bench.call("POST", u"sms/send-bulk"_s, body)), 400);
        QCOMPARE(bench.service.createdCount(), 0);
    }

    void bulkIsCutOnceForAllWhenOneNumberCuts()
    {
        PracticeBench bench;
        const QJsonArray recorded{text(quiet, u"a"_s), text(u"+27820000016"_s, u"b"_s)};
        QVERIFY(!bench.call("POST", u"sms/send-bulk"_s, {{u"sendSmsRequests"_s, recorded}}));
        QCOMPARE(bench.service.createdCount(), 2);
        const QJsonArray unrecorded{text(quiet, u"a"_s), text(u"+27820000017"_s, u"b"_s)};
        QVERIFY(!bench.call("POST", u"sms/send-bulk"_s, {{u"sendSmsRequests"_s, unrecorded}}));
        QCOMPARE(bench.service.createdCount(), 2);
    }

    void creditsRunOutHalfWay()
    {
        PracticeOptions options;
        options.credits = 2;
        PracticeBench bench{options};
        const QJsonArray entries{text(quiet, u"a"_s), text(quiet, u"b"_s), text(quiet, u"c"_s)};
        const auto answer =
            bench.call("POST", u"sms/send-bulk"_s, {{u"sendSmsRequests"_s, entries}});
        const QJsonArray responses = PracticeBench::object(answer)[u"sendSmsResponses"_s].toArray();
        QVERIFY(responses[2][u"error"_s].toString().contains(u"credit"_s));
        QCOMPARE(bench.service.createdCount(), 2);
        QCOMPARE(bench.service.balance(), 0.0);
        QCOMPARE(bench.send(quiet), QString{});
    }
};

TEXTDESK_TEST(tst_practicebulk, TestPracticeBulk)
#include "tst_practicebulk.moc"
