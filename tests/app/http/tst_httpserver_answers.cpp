// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that come late, twice, from elsewhere, never, or when nobody is left.
#include "tests/app/http/servedroom.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <thread>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

namespace {

ServerAnswer answerOf(int status, const QByteArray& body = {})
{
    ServerAnswer answer;
    answer.status = status;
    answer.body = body;
    return answer;
}

} // namespace

class TestHttpServerAnswers final : public QObject {
    Q_OBJECT
private slots:
    void theFirstAnswerCounts()
    {
        ServedRoom room;
        room.handler.hold();
        RawHttpClient client;
        QVERIFY(client.connectTo(room.listen()));
        client.send(simpleGet);
        QTRY_COMPARE(room.handler.held.size(), size_t{1});
        room.handler.held[0](answerOf(404, "first"));
        room.handler.held[0](answerOf(200, "second"));
        QVERIFY(client.waitForAnswers(1));
        client.send(simpleGet);
        QTRY_COMPARE(room.handler.held.size(), size_t{2});
        room.handler.held[0](answerOf(200, "third"));
        room.handler.held[1](answerOf(201, "of the second request"));
        QVERIFY(client.waitForAnswers(2));
        QCOMPARE(client.answers()[0].body, QByteArray{"first"});
        QCOMPARE(client.answers()[1].body, QByteArray{"of the second request"});
    }

    void mayComeFromManyThreads()
    {
        ServedRoom room;
        room.handler.hold();
        const quint16 port{room.listen()};
        std::vector<std::unique_ptr<RawHttpClient>> clients;
        for (int i{0}; i < 20; ++i) {
            clients.push_back(std::make_unique<RawHttpClient>());
            QVERIFY(clients.back()->connectTo(port));
            clients.back()->send(simpleGet);
        }
        QTRY_COMPARE(room.handler.held.size(), size_t{20});
        std::vector<std::thread> threads;
        for (int t{0}; t < 4; ++t) {
            threads.emplace_back([held = room.handler.held] {
                for (const AnswerFunction& answer : held) {
                    answer(answerOf(202, "from afar"));
                }
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        for (const auto& client : clients) {
            QVERIFY(client->waitForAnswers(1));
            QCOMPARE(client->answers()[0].status, 202);
        }
    }

    void isDroppedWhenTheClientHasGone()
    {
        ServedRoom room;
        room.handler.hold();
        RawHttpClient client;
        QVERIFY(client.connectTo(room.listen()));
        client.send(simpleGet);
        QTRY_COMPARE(room.handler.held.size(), size_t{1});
        client.hangUp();
        QTRY_COMPARE(room.server->connectionCount(), 0);
        room.handler.held[0]({});
        std::thread{[&] { room.handler.held[0]({}); }}.join();
    }

    void isDroppedWhenTheServerHasGone()
    {
        ServedRoom room;
        room.handler.hold();
        RawHttpClient client;
        QVERIFY(client.connectTo(room.listen()));
        client.send(simpleGet);
        QTRY_COMPARE(room.handler.held.size(), size_t{1});
        room.server.reset();
        QVERIFY(client.waitForClose());
        QCOMPARE(client.received(), QByteArray{});
        room.handler.held[0]({});
    }

    void theServerMayDieInsideTheHandler()
    {
        ServedRoom room;
        room.handler.during([&room] { room.server.reset(); });
        RawHttpClient client;
        QVERIFY(client.connectTo(room.listen()));
        client.send(simpleGet);
        QVERIFY(client.waitForClose());
        QCOMPARE(room.handler.requests.size(), size_t{1});
    }

    void theServerMayDieWhenItRefuses()
    {
        ServedRoom room;
        connect(room.server.get(), &HttpServer::refused, this, [&room] { room.server.reset(); });
        RawHttpClient client;
        QVERIFY(client.connectTo(room.listen()));
        client.send("nonsense\r\n\r\n");
        QVERIFY(client.waitForClose());
        QVERIFY(!room.server);
    }

    void closingStillAnswersWhatWasSeen()
    {
        ServedRoom room;
        room.handler.hold();
        const quint16 port{room.listen()};
        RawHttpClient seen;
        RawHttpClient half;
        QVERIFY(seen.connectTo(port) && half.connectTo(port));
        seen.send(simpleGet);
        half.send("GET /half");
        QTRY_COMPARE(room.handler.held.size(), size_t{1});
        QTRY_COMPARE(room.server->connectionCount(), 2);
        room.server->close();
        QVERIFY(!room.server->isListening());
        QCOMPARE(room.server->port(), quint16{0});
        QVERIFY(half.waitForClose());
        QCOMPARE(half.received(), QByteArray{});
        room.handler.held[0](answerOf(200, "done"));
        QVERIFY(seen.waitForClose());
        QCOMPARE(seen.answers().at(0).body, QByteArray{"done"});
        QCOMPARE(room.handler.requests.size(), size_t{1});
    }

    void aForgottenAnswerIsAnError()
    {
        ServedRoom room;
        room.handler.hold();
        RawHttpClient client;
        QVERIFY(client.connectTo(room.listen()));
        client.send(simpleGet);
        QTRY_COMPARE(room.handler.held.size(), size_t{1});
        room.handler.held.clear();
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.answers()[0].status, 500);
    }

    void anAbortLeavesNoByte()
    {
        ServedRoom room;
        ServerAnswer cut;
        cut.abortConnection = true;
        cut.body = "never seen";
        room.handler.answerWith(cut);
        RawHttpClient client;
        QVERIFY(client.connectTo(room.listen()));
        client.send(simpleGet);
        QVERIFY(client.waitForClose());
        QCOMPARE(client.received(), QByteArray{});
        QCOMPARE(room.handler.requests.size(), size_t{1});
    }

    void headGetsNoBody()
    {
        ServedRoom room;
        RawHttpClient client;
        QVERIFY(client.connectTo(room.listen()));
        client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(client.waitForAnswers(1, true));
        QCOMPARE(
            client.answers(true)[0].headers.value("Content-Length").value_or(""), QByteArray{"4"});
        QVERIFY(client.received().endsWith("\r\n\r\n"));
        client.send(simpleGet);
        QTRY_VERIFY(client.received().endsWith("ok 0"));
    }

    void aLargeAnswerArrivesWhole()
    {
        ServedRoom room;
        room.handler.answerWith(answerOf(200, QByteArray(5000000, 'y')));
        RawHttpClient client;
        QVERIFY(client.connectTo(room.listen()));
        client.send(simpleGet);
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.answers()[0].body.size(), qsizetype{5000000});
    }
};

TEXTDESK_TEST(tst_httpserver_answers, TestHttpServerAnswers)
#include "tst_httpserver_answers.moc"
