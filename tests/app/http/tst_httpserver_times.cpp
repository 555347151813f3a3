// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Slow clients, in the time of a clock that the test moves.
#include "tests/app/http/servedroom.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

namespace {

// The bytes have certainly been read once a timer for them is armed anew or the parser has moved; a
// second connection that is answered later proves it for all bytes sent before it.
void letTheServerRead(quint16 port)
{
    RawHttpClient other;
    QVERIFY(other.connectTo(port));
    other.send(simpleGet);
    QVERIFY(other.waitForAnswers(1));
}

} // namespace

class TestHttpServerTimes final : public QObject {
    Q_OBJECT
private slots:
    void headersMustBeThereInTenSeconds()
    {
        ServedRoom room;
        const quint16 port{room.listen()};
        RawHttpClient client;
        QVERIFY(client.connectTo(port));
        for (int second{0}; second < 10; ++second) {
            client.send(second == 0 ? "GET / HTTP/1.1\r\nX: " : "x");
            letTheServerRead(port);
            QVERIFY(client.received().isEmpty());
            room.clock.advance(1s);
        }
        QVERIFY(client.waitForClose());
        QCOMPARE(client.answers().at(0).status, 408);
        QCOMPARE(room.refusals.back(), QByteArray{"408 too-slow"});
    }

    void theBodyMustBeThereInFifteen()
    {
        ServedRoom room;
        const quint16 port{room.listen()};
        RawHttpClient client;
        QVERIFY(client.connectTo(port));
        client.send("POST / HTTP/1.1\r\n");
        letTheServerRead(port);
        room.clock.advance(9s);
        client.send("Host: a\r\nContent-Length: 100\r\n\r\n");
        letTheServerRead(port);
        room.clock.advance(5s);
        client.send("x");
        letTheServerRead(port);
        QVERIFY(!client.isClosed());
        room.clock.advance(1s);
        QVERIFY(client.waitForClose());
        QCOMPARE(client.answers().at(0).status, 408);
    }

    void aSilentConnectionEndsWithoutAWord()
    {
        ServedRoom room;
        const quint16 port{room.listen()};
        RawHttpClient client;
        QVERIFY(client.connectTo(port));
        QTRY_COMPARE(room.server->connectionCount(), 1);
        room.clock.advance(9999ms);
        letTheServerRead(port);
        QVERIFY(!client.isClosed());
        room.clock.advance(1ms);
        QVERIFY(client.waitForClose());
        QCOMPARE(client.received(), QByteArray{});
        QVERIFY(room.refusals.empty());
    }

    void anIdleConnectionEndsAfterFive()
    {
        ServedRoom room;
        const quint16 port{room.listen()};
        RawHttpClient client;
        QVERIFY(client.connectTo(port));
        client.send(simpleGet);
        QVERIFY(client.waitForAnswers(1));
        room.clock.advance(4s);
        client.send(simpleGet);
        QVERIFY(client.waitForAnswers(2));
        room.clock.advance(4999ms);
        letTheServerRead(port);
        QVERIFY(!client.isClosed());
        room.clock.advance(1ms);
        QVERIFY(client.waitForClose());
        QCOMPARE(client.answers().size(), size_t{2});
        QTRY_COMPARE(room.server->connectionCount(), 0);
    }

    void aHandlerThatNeverAnswersDoesNotHoldTheClientForEver()
    {
        ServedRoom room;
        room.handler.hold();
        RawHttpClient client;
        QVERIFY(client.connectTo(room.listen()));
        client.send(simpleGet);
        QTRY_COMPARE(room.handler.held.size(), size_t{1});
        room.clock.advance(119s);
        QVERIFY(client.received().isEmpty());
        room.clock.advance(1s);
        QVERIFY(client.waitForClose());
        QCOMPARE(client.answers().at(0).status, 503);
        room.handler.held[0]({});
        QCOMPARE(client.answers().size(), size_t{1});
    }

    void whoDoesNotReadTheAnswerLosesIt()
    {
        ServedRoom room;
        room.handler.hold();
        const quint16 port{room.listen()};
        RawHttpClient client;
        QVERIFY(client.connectTo(port));
        client.stopReading();
        client.send(simpleGet);
        QTRY_COMPARE(room.handler.held.size(), size_t{1});
        ServerAnswer large;
        large.body = QByteArray(30000000, 'y');
        room.handler.held[0](large);
        RawHttpClient other;
        QVERIFY(other.connectTo(port));
        other.send(simpleGet);
        QTRY_COMPARE(room.handler.held.size(), size_t{2});
        room.handler.held[1]({});
        QVERIFY(other.waitForAnswers(1));
        other.hangUp();
        QTRY_COMPARE(room.server->connectionCount(), 1);
        room.clock.advance(14s);
        QCOMPARE(room.server->connectionCount(), 1);
        room.clock.advance(1s);
        QTRY_COMPARE(room.server->connectionCount(), 0);
    }

    void whoDoesNotHangUpAfterARefusalIsCut()
    {
        ServedRoom room;
        RawHttpClient client;
        QVERIFY(client.connectTo(room.listen()));
        client.stopReading();
        client.send("nonsense\r\n\r\n" + QByteArray(1000, 'x'));
        QTRY_COMPARE(room.refusals.size(), size_t{1});
        room.clock.advance(2s);
        QTRY_COMPARE(room.server->connectionCount(), 0);
    }
};

TEXTDESK_TEST(tst_httpserver_times, TestHttpServerTimes)
#include "tst_httpserver_times.moc"
