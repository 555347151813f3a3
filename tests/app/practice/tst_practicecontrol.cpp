// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/practice/practicebench.h"
#include "tests/support/testregistry.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString quiet{u"+27820000030"_s};

QStringList curlArguments(const PracticeBench& bench, const QString& path)
{
    return {u"--silent"_s, u"--noproxy"_s, u"*"_s, u"--header"_s,
        u"email: "_s + bench.service.email(), u"--header"_s,
        u"token: "_s + bench.service.token().revealString(), u"--header"_s,
        u"Content-Type: application/json"_s, u"http://127.0.0.1:%1%2"_s.arg(bench.port).arg(path)};
}

} // namespace

class TestPracticeControl final : public QObject {
    Q_OBJECT
private slots:
    void itsPagesNeedTheToken()
    {
        PracticeBench bench;
        HeaderList wrong;
        wrong.add("token", "guess");
        for (const QString& page : {u"ledger"_s, u"webhooks"_s, u"variant"_s, u"script"_s,
                 u"reply"_s, u"webhook-urls"_s}) {
            for (const char* method : {"GET", "POST"}) {
                QCOMPARE(PracticeBench::status(bench.raw(method, u"/practice/"_s + page)), 401);
                QCOMPARE(
                    PracticeBench::status(bench.raw(method, u"/practice/"_s + page, wrong)), 401);
            }
        }
        QCOMPARE(PracticeBench::status(bench.control("GET", u"nothing"_s)), 404);
        QCOMPARE(PracticeBench::status(bench.control("DELETE", u"ledger"_s)), 405);
        QCOMPARE(PracticeBench::status(bench.control("POST", u"ledger"_s, {{u"a"_s, 1}})), 405);
        QCOMPARE(PracticeBench::status(bench.control("GET", u"reply"_s)), 405);
        QCOMPARE(PracticeBench::status(bench.control("POST", u"reply"_s)), 400);
    }

    void theLedgerShowsEachCreateAndDoublesToo()
    {
        PracticeBench bench;
        const QString once{bench.send(quiet, u"One"_s, u"a#0123456789abc"_s)};
        bench.send(quiet, u"Two"_s, u"b#1123456789abc"_s);
        bench.send(quiet, u"Two"_s, u"b#1123456789abc"_s);
        const QJsonArray ledger = bench.ledger();
        QCOMPARE(ledger.size(), 3);
        QCOMPARE(ledger[0][u"id"_s].toString(), once);
        QCOMPARE(ledger[0][u"recipient"_s].toString(), quiet);
        QCOMPARE(ledger[0][u"message"_s].toString(), u"One"_s);
        QCOMPARE(ledger[0][u"reference"_s].toString(), u"0123456789abc"_s);
        QCOMPARE(ledger[0][u"createCalls"_s].toInt(), 1);
        QCOMPARE(ledger[1][u"createCalls"_s].toInt(), 2);
        QCOMPARE(ledger[2][u"createCalls"_s].toInt(), 2);
    }

    void variantsChangeWhileItRuns()
    {
        PracticeBench bench;
        const QJsonObject before{PracticeBench::object(bench.control("GET", u"variant"_s))};
        QCOMPARE(before[u"dates"_s].toString(), u"epoch"_s);
        const auto changed = bench.control(
            "POST", u"variant"_s, {{u"dates"_s, u"iso"_s}, {u"deliveredDelayMs"_s, 0}});
        QCOMPARE(PracticeBench::object(changed)[u"dates"_s].toString(), u"iso"_s);
        QVERIFY(bench.service.variant().deliveredDelay == 0ms);
        const auto wrong = bench.control("POST", u"variant"_s, {{u"dates"_s, u"soon"_s}});
        QCOMPARE(PracticeBench::status(wrong), 400);
        QVERIFY(PracticeBench::object(wrong)[u"message"_s].toString().contains(u"dates"_s));
        const QString id{bench.send(quiet)};
        QCOMPARE(
            bench.message(id)[u"dateTimeSent"_s].toString(), u"2026-03-02T11:00:00.000+02:00"_s);
    }

    void requestsBeyondTheLimitWaitForTheNextMinute()
    {
        PracticeBench bench; // its steady time starts at one second
        PracticeVariant variant;
        variant.requestsPerMinute = 3;
        bench.service.setVariant(variant);
        for (int i{0}; i < 3; ++i) {
            QCOMPARE(PracticeBench::status(bench.get(u"messages/all"_s)), 200);
        }
        const auto refused = bench.get(u"messages/all"_s);
        QCOMPARE(PracticeBench::status(refused), 429);
        QCOMPARE(refused->headers.value("retry-after").value_or(""), QByteArray{"59"});
        QCOMPARE(bench.send(quiet), QString{});
        QCOMPARE(bench.service.createdCount(), 0);
        bench.clock.advance(59s);
        QCOMPARE(bench.send(quiet).size(), 24);
    }

    void peopleWriteOnRequest()
    {
        PracticeBench bench;
        const QString urls{bench.catcher.url(u"/hook"_s).toString()};
        QCOMPARE(PracticeBench::status(bench.control(
                     "POST", u"webhook-urls"_s, {{u"replies"_s, urls}, {u"reports"_s, urls}})),
            204);
        const QString question{bench.send(quiet)};
        const auto answer = bench.control("POST", u"reply"_s,
            {{u"from"_s, quiet}, {u"text"_s, u"Yes <b>please</b>"_s}, {u"repliedTo"_s, question}});
        const QString id{PracticeBench::object(answer)[u"messageId"_s].toString()};
        QTRY_COMPARE(bench.catcher.count(), 1);
        QCOMPARE(bench.catcher.fields(0)[u"message"_s], u"Yes <b>please</b>"_s);
        QCOMPARE(bench.catcher.fields(0)[u"repliedToMessageId"_s], question);
        QCOMPARE(bench.ids(u"type=INBOUND"_s), QStringList{id});
        QCOMPARE(PracticeBench::status(bench.control(
                     "POST", u"reply"_s, {{u"from"_s, u"nobody"_s}, {u"text"_s, u"x"_s}})),
            400);
        QCOMPARE(
            PracticeBench::status(bench.control("POST", u"reply"_s, {{u"from"_s, quiet}})), 400);
    }

    void theScriptListsTheMagicNumbers()
    {
        PracticeBench bench;
        const QJsonArray script = PracticeBench::array(bench.control("GET", u"script"_s));
        QCOMPARE(script.size(), qsizetype(practiceNumbers().size()));
        QCOMPARE(script[0][u"number"_s].toString(), u"+27820000010"_s);
        QVERIFY(!script[0][u"explanation"_s].toString().isEmpty());
    }

    void aRestartedServiceRemembersAndGoesOn()
    {
        const QTemporaryDir folder;
        PracticeOptions options;
        options.ledgerFile = folder.filePath(u"ledger.jsonl"_s);
        options.token = SecretText{"kept"};
        QStringList ids;
        {
            PracticeBench bench{options};
            ids.append(bench.send(quiet, u"delivered"_s));
            bench.clock.advance(2s);
            ids.append(bench.send(u"+27820000010"_s, u"under way"_s, u"x#0123456789abc"_s));
            const auto later = bench.call("POST", u"sms/send"_s,
                {{u"recipientNumber"_s, quiet}, {u"message"_s, u"later"_s},
                    {u"dateToSend"_s, u"202603021130"_s}});
            ids.append(PracticeBench::object(later)[u"messageId"_s].toString());
            (void)bench.call("DELETE", u"messages/"_s + ids[0]);
        }
        PracticeBench bench{options};
        QCOMPARE(bench.service.balance(), 997.0);
        QCOMPARE(bench.ledger().size(), 3);
        QVERIFY(bench.message(ids[0])[u"deleted"_s].toBool());
        QCOMPARE(bench.message(ids[1])[u"messageStatus"_s].toString(), u"SENT"_s);
        bench.clock.advance(4s);
        QCOMPARE(bench.message(ids[1])[u"messageStatus"_s].toString(), u"DELIVERED"_s);
        QCOMPARE(bench.list(u"type=INBOUND"_s).size(), 1);
        QCOMPARE(bench.message(ids[2])[u"messageStatus"_s].toString(), u"SCHEDULED"_s);
        bench.clock.advance(31min);
        QCOMPARE(bench.message(ids[2])[u"messageStatus"_s].toString(), u"DELIVERED"_s);
        QVERIFY(!ids.contains(bench.send(quiet)));
    }

    void stopsAndStartsAgain()
    {
        PracticeBench bench;
        const QString id{bench.send(u"+27820000010"_s)};
        bench.service.stop();
        QVERIFY(!bench.service.isRunning());
        QCOMPARE(bench.service.baseUrl(), QString{});
        QVERIFY(!bench.raw("GET", u"/practice/ledger"_s));
        bench.clock.advance(10s);
        QVERIFY(bench.service.start());
        QCOMPARE(bench.message(id)[u"messageStatus"_s].toString(), u"SENT"_s);
        bench.clock.advance(4s);
        QCOMPARE(bench.message(id)[u"messageStatus"_s].toString(), u"DELIVERED"_s);
    }

    void saysWhenItCannotStart()
    {
        PracticeBench first;
        PracticeService second{first.clock, first.client};
        const auto taken = second.start(first.port);
        QVERIFY(!taken);
        QVERIFY(taken.error().kind() == ErrorKind::Offline);
        PracticeOptions options;
        options.ledgerFile = u"/nonexistent/folder/ledger.jsonl"_s;
        PracticeService third{first.clock, first.client, options};
        const auto unwritable = third.start();
        QVERIFY(!unwritable);
        QVERIFY(unwritable.error().kind() == ErrorKind::Storage);
    }

    void aFullDiskIsAnErrorAndNoCreate()
    {
        const QTemporaryDir folder;
        PracticeOptions options;
        options.ledgerFile = folder.filePath(u"ledger.jsonl"_s);
        PracticeBench bench{options};
        {
            const FullDisk full;
            const auto answer = bench.call(
                "POST", u"sms/send"_s, {{u"recipientNumber"_s, quiet}, {u"message"_s, u"Hello"_s}});
            QCOMPARE(PracticeBench::status(answer), 500);
            QVERIFY(!bench.service.injectReply(quiet, u"Hi"_s));
        }
        QCOMPARE(bench.service.createdCount(), 0);
        QCOMPARE(bench.send(quiet).size(), 24);
    }

    void curlSendsAndReads()
    {
        PracticeBench bench;
        const QString body{uR"({"recipientNumber":"0820000030","message":"From curl"})"_s};
        const QByteArray sent{outputOf(u"curl"_s,
            QStringList{u"--data"_s, body}
                + curlArguments(bench, u"/app/api/rest/v1/sms/send.json"_s))};
        const QString id{QJsonDocument::fromJson(sent)[u"messageId"_s].toString()};
        QCOMPARE(bench.message(id)[u"message"_s].toString(), u"From curl"_s);
        const QByteArray list{
            outputOf(u"curl"_s, curlArguments(bench, u"/app/api/rest/v1/messages/all?page=1"_s))};
        QCOMPARE(QJsonDocument::fromJson(list)[u"totalElements"_s].toInt(), 1);
        const QByteArray balance{outputOf(u"curl"_s,
            {u"--silent"_s, u"--noproxy"_s, u"*"_s, u"--user"_s,
                bench.service.email() + u':' + bench.service.token().revealString(),
                bench.service.baseUrl() + u"api/rest/v1/account/balance"_s})};
        QCOMPARE(QJsonDocument::fromJson(balance)[u"creditBalance"_s].toDouble(), 999.0);
        const QByteArray ledger{outputOf(u"curl"_s, curlArguments(bench, u"/practice/ledger"_s))};
        QCOMPARE(QJsonDocument::fromJson(ledger)[0][u"id"_s].toString(), id);
    }

    void curlSeesTheCutWithoutAByte()
    {
        PracticeBench bench;
        const QString body{uR"({"recipientNumber":"+27820000016","message":"Cut"})"_s};
        const QByteArray output{outputOf(u"curl"_s,
            QStringList{u"--show-error"_s, u"--data"_s, body}
                + curlArguments(bench, u"/app/api/rest/v1/sms/send"_s))};
        // curl: 52 empty reply, 56 reset
        QVERIFY2(output.contains("(52)") || output.contains("(56)"), output.constData());
        QCOMPARE(bench.service.createdCount(), 1);
    }
};

TEXTDESK_TEST(tst_practicecontrol, TestPracticeControl)
#include "tst_practicecontrol.moc"
