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

HeaderList headers(std::initializer_list<std::pair<QByteArray, QByteArray>> fields)
{
    HeaderList list;
    for (const auto& [name, value] : fields) {
        list.add(name, value);
    }
    return list;
}

} // namespace

class TestPracticeSend final : public QObject {
    Q_OBJECT
private slots:
    void balanceNeedsTheRightSignIn_data()
    {
        QTest::addColumn<QString>("way");
        QTest::addColumn<QString>("email");
        QTest::addColumn<QString>("token");
        QTest::addColumn<bool>("good");
        for (const QString& way : {u"headers"_s, u"basic"_s, u"parameters"_s}) {
            const QByteArray name{way.toUtf8()};
            QTest::newRow((name + ": right").constData())
                << way << u"a@b.example"_s << u"t:1"_s << true;
            QTest::newRow((name + ": wrong token").constData())
                << way << u"a@b.example"_s << u"t:2"_s << false;
            QTest::newRow((name + ": wrong e-mail").constData())
                << way << u"x@b.example"_s << u"t:1"_s << false;
            QTest::newRow((name + ": empty").constData()) << way << u""_s << u""_s << false;
        }
    }

    void balanceNeedsTheRightSignIn()
    {
        QFETCH(const QString, way);
        QFETCH(const QString, email);
        QFETCH(const QString, token);
        QFETCH(const bool, good);
        PracticeOptions options;
        options.email = u"a@b.example"_s;
        options.token = SecretText{"t:1"};
        PracticeBench bench{options};
        QString path{u"/app/api/rest/v1/account/balance"_s};
        HeaderList list;
        if (way == u"headers"_s) {
            list = headers({{"email", email.toUtf8()}, {"token", token.toUtf8()}});
        } else if (way == u"basic"_s) {
            list =
                headers({{"Authorization", "Basic " + (email + u':' + token).toUtf8().toBase64()}});
        } else {
            path += u"?email="_s + email + u"&token="_s + token;
        }
        const auto answer = bench.raw("GET", path, list);
        QCOMPARE(PracticeBench::status(answer), good ? 200 : 401);
        QCOMPARE(PracticeBench::object(answer).contains(u"creditBalance"_s), good);
        PracticeVariant forbids;
        forbids.authStatus = 403;
        bench.service.setVariant(forbids);
        QCOMPARE(PracticeBench::status(bench.raw("GET", path, list)), good ? 200 : 403);
    }

    void everyStartHasItsOwnSecrets()
    {
        PracticeBench one;
        PracticeBench two;
        QVERIFY(one.service.token().revealUtf8().size() >= 32);
        QVERIFY(!(one.service.token() == two.service.token()));
        QVERIFY(!(one.service.webhookKey() == two.service.webhookKey()));
        QVERIFY(!(one.service.token() == one.service.webhookKey()));
        QCOMPARE(one.service.baseUrl(), u"http://127.0.0.1:%1/app/"_s.arg(one.port));
    }

    void acceptsTakesCreditAndDelivers()
    {
        PracticeBench bench;
        const QString id{bench.send(quiet, QString(161, u'a'), u"mine#0123456789abc"_s)};
        QCOMPARE(id.size(), 24);
        QCOMPARE(id.left(8).toLongLong(nullptr, 16), bench.clock.nowMs() / 1000);
        QCOMPARE(PracticeBench::object(bench.get(u"account/balance.json"_s))[u"creditBalance"_s]
                     .toDouble(),
            998.0);
        const QJsonObject sent{bench.message(id)};
        QCOMPARE(sent[u"messageStatus"_s].toString(), u"SENT"_s);
        QCOMPARE(sent[u"messageType"_s].toString(), u"OUTBOUND"_s);
        QCOMPARE(sent[u"userDataField"_s].toString(), u"mine#0123456789abc"_s);
        QCOMPARE(sent[u"numberOfMessages"_s].toInt(), 2);
        QCOMPARE(sent[u"dateTimeSent"_s].toInteger(), bench.clock.nowMs());
        QVERIFY(sent[u"dateTimeScheduled"_s].isNull());
        bench.clock.advance(1499ms);
        QCOMPARE(bench.message(id)[u"messageStatus"_s].toString(), u"SENT"_s);
        bench.clock.advance(1ms);
        QCOMPARE(bench.message(id)[u"messageStatus"_s].toString(), u"DELIVERED"_s);
    }

    void refusesBadTexts_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        QTest::newRow("no number") << QByteArray{R"({"message":"Hi"})"} << 2;
        QTest::newRow("word for a number")
            << QByteArray{R"({"recipientNumber":"Thandi","message":"Hi"})"} << 2;
        QTest::newRow("two numbers")
            << QByteArray{R"({"recipientNumber":"+27820000010,+27820000011","message":"Hi"})"} << 2;
        QTest::newRow("short code")
            << QByteArray{R"({"recipientNumber":"12345","message":"Hi"})"} << 2;
        QTest::newRow("empty") << QByteArray{R"({"recipientNumber":"+27820000010","message":""})"}
                               << 3;
        QTest::newRow("null") << QByteArray{R"({"recipientNumber":"+27820000010","message":null})"}
                              << 3;
        QTest::newRow("blank")
            << QByteArray{R"({"recipientNumber":"+27820000010","message":" \n"})"} << 3;
        QTest::newRow("bad date")
            << QByteArray{R"({"recipientNumber":"+27820000010","message":"x","dateToSend":"soon"})"}
            << 1;
        QTest::newRow("object for text")
            << QByteArray{R"({"recipientNumber":"+27820000010","message":{"a":1}})"} << 1;
        QTest::newRow("array") << QByteArray{"[]"} << 1;
        QTest::newRow("no JSON") << QByteArray{"recipientNumber=1"} << 1;
        QTest::newRow("half JSON") << QByteArray{"{\"recipientNumber\":"} << 1;
    }

    void refusesBadTexts()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const int, code);
        PracticeBench bench;
        const auto signedIn = headers({{"email", bench.service.email().toUtf8()},
            {"token", bench.service.token().revealUtf8()}});
        const auto answer = bench.raw("POST", u"/app/api/rest/v1/sms/send"_s, signedIn, body);
        QCOMPARE(PracticeBench::status(answer), 400);
        QCOMPARE(PracticeBench::object(answer)[u"code"_s].toInt(), code);
        QCOMPARE(PracticeBench::object(answer)[u"status"_s].toString(), u"BAD_REQUEST"_s);
        QCOMPARE(bench.service.createdCount(), 0);
        QCOMPARE(bench.service.balance(), 1000.0);
    }

    void keepsAScheduledTextUntilItsTime()
    {
        PracticeBench bench; // 09:00 UTC is 11:00 for the service
        const auto answer =
            bench.call("POST", u"sms/send"_s, text(quiet, u"Later"_s, u"202603021130"_s));
        const QString id{PracticeBench::object(answer)[u"messageId"_s].toString()};
        QCOMPARE(bench.message(id)[u"messageStatus"_s].toString(), u"SCHEDULED"_s);
        QCOMPARE(bench.message(id)[u"dateTimeScheduled"_s].toInteger(),
            bench.clock.nowMs() + qint64{30} * 60000);
        QVERIFY(bench.message(id)[u"dateTimeSent"_s].isNull());
        bench.clock.advance(29min);
        QCOMPARE(bench.message(id)[u"messageStatus"_s].toString(), u"SCHEDULED"_s);
        bench.clock.advance(1min);
        QCOMPARE(bench.message(id)[u"messageStatus"_s].toString(), u"SENT"_s);
        bench.clock.advance(2s);
        QCOMPARE(bench.message(id)[u"messageStatus"_s].toString(), u"DELIVERED"_s);
    }

    void aTimeInThePastIsNow()
    {
        PracticeBench bench;
        const auto answer =
            bench.call("POST", u"sms/send"_s, text(quiet, u"Now"_s, u"202001010000"_s));
        const QString id{PracticeBench::object(answer)[u"messageId"_s].toString()};
        QCOMPARE(bench.message(id)[u"messageStatus"_s].toString(), u"SENT"_s);
    }

    void deletingAScheduledTextCancelsItUnlessTheVariantSaysNo()
    {
        for (const bool cancels : {true, false}) {
            PracticeBench bench;
            PracticeVariant variant;
            variant.deleteCancels = cancels;
            variant.deleteStatus = cancels ? 204 : 200;
            bench.service.setVariant(variant);
            const auto answer =
                bench.call("POST", u"sms/send"_s, text(quiet, u"Later"_s, u"202603021130"_s));
            const QString id{PracticeBench::object(answer)[u"messageId"_s].toString()};
            QCOMPARE(bench.service.balance(), 999.0);
            const auto deleted = bench.call("DELETE", u"messages/"_s + id);
            QCOMPARE(PracticeBench::status(deleted), cancels ? 204 : 200);
            QVERIFY(deleted->body.isEmpty());
            QCOMPARE(bench.service.balance(), cancels ? 1000.0 : 999.0);
            bench.clock.advance(1h);
            QCOMPARE(bench.message(id)[u"messageStatus"_s].toString(),
                cancels ? u"SCHEDULED"_s : u"DELIVERED"_s);
            QVERIFY(bench.message(id)[u"deleted"_s].toBool());
        }
    }

    void sendsByParametersAndAnswersWithABareId()
    {
        using Scalars = PracticeVariant::Scalars;
        for (const auto& [form, quoted] :
            {std::pair{Scalars::Json, true}, {Scalars::Bare, false}}) {
            PracticeBench bench;
            PracticeVariant variant;
            variant.scalars = form;
            bench.service.setVariant(variant);
            const auto answer = bench.call("POST",
                u"sms/send-url-parameters?recipientNumber=%2B27820000030&message=two+words%21"_s);
            QCOMPARE(PracticeBench::status(answer), 200);
            QCOMPARE(answer->body.startsWith('"'), quoted);
            const QString id{QString::fromLatin1(answer->body.mid(quoted ? 1 : 0, 24))};
            QCOMPARE(bench.message(id)[u"message"_s].toString(), u"two words!"_s);
        }
    }

    void samplesSendNothing()
    {
        PracticeBench bench;
        QVERIFY(PracticeBench::object(bench.get(u"sms/send"_s)).contains(u"recipientNumber"_s));
        QVERIFY(
            PracticeBench::object(bench.get(u"sms/send-bulk"_s)).contains(u"sendSmsRequests"_s));
        QCOMPARE(bench.service.createdCount(), 0);
    }

    void unknownPathsAndMethods()
    {
        PracticeBench bench;
        QCOMPARE(PracticeBench::status(bench.get(u"sms/nothing"_s)), 404);
        QCOMPARE(PracticeBench::status(bench.get(u"contacts/all"_s)), 404);
        QCOMPARE(PracticeBench::status(bench.get(u"messages/ffffffffffffffffffffffff"_s)), 404);
        QCOMPARE(PracticeBench::status(bench.call("PUT", u"sms/send"_s)), 405);
        QCOMPARE(PracticeBench::status(bench.call("POST", u"account/balance"_s)), 405);
        QCOMPARE(PracticeBench::status(bench.call("DELETE", u"messages/all"_s)), 405);
        QCOMPARE(PracticeBench::status(bench.raw("GET", u"/elsewhere"_s)), 404);
    }

    void cutsALongDataFieldOnlyInThatVariant()
    {
        PracticeBench bench;
        const QString field(60, u'd');
        QCOMPARE(
            bench.message(bench.send(quiet, u"a"_s, field))[u"userDataField"_s].toString(), field);
        PracticeVariant variant;
        variant.dataFieldLimit = 50;
        bench.service.setVariant(variant);
        QCOMPARE(
            bench.message(bench.send(quiet, u"a"_s, field))[u"userDataField"_s].toString().size(),
            50);
    }

    void createsMayAnswer201()
    {
        PracticeBench bench;
        PracticeVariant variant;
        variant.createStatus = 201;
        bench.service.setVariant(variant);
        QCOMPARE(
            PracticeBench::status(bench.call("POST", u"sms/send"_s, text(quiet, u"Hi"_s))), 201);
        QCOMPARE(PracticeBench::status(bench.call("POST", u"sms/send-bulk"_s,
                     {{u"sendSmsRequests"_s, QJsonArray{text(quiet, u"Hi"_s)}}})),
            201);
    }

    void textsComeBackAsTheyWent()
    {
        PracticeBench bench;
        for (const QString& words :
            {u"<b>bold</b> <img src=x>"_s, u"\u05e9\u05dc\u05d5\u05dd \u202e"_s,
                u"\U0001F468\u200D\U0001F469\u200D\U0001F467 emoji"_s, QString(1600, u'x'),
                u"NUL \0 bell \u0007 \"quoted\" \\"_s}) {
            QCOMPARE(bench.message(bench.send(quiet, words))[u"message"_s].toString(), words);
        }
    }
};

TEXTDESK_TEST(tst_practicesend, TestPracticeSend)
#include "tst_practicesend.moc"
