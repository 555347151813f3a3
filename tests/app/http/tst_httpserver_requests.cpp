// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whole requests over real sockets: split, kept alive, pipelined, with 100-continue.
#include "tests/app/http/servedroom.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestHttpServerRequests final : public QObject {
    Q_OBJECT
private slots:
    void handsOverTheRequestAsItStood()
    {
        ServedRoom room;
        RawHttpClient client;
        QVERIFY(client.connectTo(room.listen()));
        client.send("POST /hook/x?a=%2B1&a=b HTTP/1.1\r\nHost: desk.test\r\nX-Sig: Ab=\r\n"
                    "Content-Length: 6\r\n\r\nm=a+b&");
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.answers()[0].body, QByteArray{"ok 6"});
        const RawRequest& request{room.handler.requests.at(0)};
        QCOMPARE(request.path(), QByteArray{"/hook/x"});
        QCOMPARE(request.query(), QByteArray{"a=%2B1&a=b"});
        QCOMPARE(request.headers.value("x-sig").value(), QByteArray{"Ab="});
        QCOMPARE(request.body, QByteArray{"m=a+b&"});
        QCOMPARE(request.peer, QHostAddress{QHostAddress::LocalHost});
        QVERIFY(!request.tls);
    }

    void isTheSameHoweverItIsSplit_data()
    {
        QTest::addColumn<int>("cut");
        for (int cut{1}; cut < int(m_chunked.size()); ++cut) {
            QTest::addRow("%d", cut) << cut;
        }
    }

    void isTheSameHoweverItIsSplit()
    {
        QFETCH(int, cut);
        ServedRoom room;
        const quint16 port{room.listen()};
        RawHttpClient client;
        QVERIFY(client.connectTo(port));
        client.send(m_chunked.first(cut));
        // Whoever is answered later proves that the first part has been read.
        QVERIFY(rawExchange(port, "x\r\n\r\n").startsWith("HTTP/1.1 400 "));
        QVERIFY(room.handler.requests.empty());
        client.send(m_chunked.sliced(cut));
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(room.handler.requests.size(), size_t{1});
        QCOMPARE(room.handler.requests[0].body, QByteArray{"hello world"});
        QCOMPARE(room.refusals.size(), size_t{1});
    }

    void keepsTheConnectionForOneRequestAfterAnother()
    {
        ServedRoom room;
        RawHttpClient client;
        QVERIFY(client.connectTo(room.listen()));
        for (size_t i{1}; i <= 50; ++i) {
            client.send(i % 2 ? simpleGet : m_chunked);
            QVERIFY(client.waitForAnswers(i));
            QVERIFY(!client.answers().back().headers.contains("Connection"));
        }
        QCOMPARE(room.handler.requests.size(), size_t{50});
        QCOMPARE(room.server->connectionCount(), 1);
    }

    void closesWhenAskedAndFor10()
    {
        ServedRoom room;
        const quint16 port{room.listen()};
        for (const QByteArray line : {"HTTP/1.1\r\nHost: a\r\nConnection: close", "HTTP/1.0"}) {
            const QByteArray answer{rawExchange(port, "GET / " + line + "\r\n\r\n")};
            QVERIFY(answer.startsWith("HTTP/1.1 200 OK\r\n"));
            QVERIFY(answer.contains("\r\nConnection: close\r\n"));
        }
        RawHttpClient old;
        QVERIFY(old.connectTo(port));
        for (size_t i{1}; i <= 2; ++i) {
            old.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
            QVERIFY(old.waitForAnswers(i));
            QCOMPARE(old.answers().back().headers.value("Connection").value_or(""),
                QByteArray{"keep-alive"});
        }
    }

    void aPipelinedRequestIsNeverHandled()
    {
        ServedRoom room;
        const quint16 port{room.listen()};
        for (const QByteArray& behind : {simpleGet, QByteArray{"\r\n"}, QByteArray{"G"}}) {
            room.handler.requests.clear();
            const QByteArray all{rawExchange(port, m_chunked + behind)};
            QCOMPARE(all.count("HTTP/1.1 "), 1);
            QVERIFY(all.contains("\r\nConnection: close\r\n"));
            QCOMPARE(room.handler.requests.size(), size_t{1});
        }
    }

    void aRequestThatComesBeforeTheAnswerIsNeverHandled()
    {
        ServedRoom room;
        room.handler.hold();
        RawHttpClient client;
        QVERIFY(client.connectTo(room.listen()));
        client.send(simpleGet);
        QTRY_COMPARE(room.handler.held.size(), size_t{1});
        client.send("POST /evil HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
        room.handler.held[0]({});
        QVERIFY(client.waitForClose());
        QCOMPARE(client.answers().size(), size_t{1});
        QCOMPARE(client.answers()[0].headers.value("Connection").value_or(""), QByteArray{"close"});
        QCOMPARE(room.handler.requests.size(), size_t{1});
    }

    void tellsAPatientClientToGoOn()
    {
        ServedRoom room;
        RawHttpClient client;
        QVERIFY(client.connectTo(room.listen()));
        client.send(
            "POST /in HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
        QTRY_COMPARE(client.received(), QByteArray{"HTTP/1.1 100 Continue\r\n\r\n"});
        QVERIFY(room.handler.requests.empty());
        client.send("abc");
        QVERIFY(client.waitForAnswers(2));
        QCOMPARE(client.answers()[1].status, 200);
        QCOMPARE(room.handler.requests.at(0).body, QByteArray{"abc"});
    }

    void doesNotTellAnImpatientClient()
    {
        ServedRoom room;
        RawHttpClient client;
        QVERIFY(client.connectTo(room.listen()));
        client.send(
            "POST /in HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\nabc");
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.answers()[0].status, 200);
    }

    void aBodyTooLargeIsRefusedBeforeItIsSent()
    {
        ServedRoom room;
        const QByteArray all{rawExchange(room.listen(),
            "POST /in HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: "
            "1048577\r\n\r\n")};
        QVERIFY(all.startsWith("HTTP/1.1 413 "));
    }

    void theRefusalArrivesThoughTheClientGoesOnSending()
    {
        ServedRoom room;
        const QByteArray all{rawExchange(room.listen(),
            "POST /in HTTP/1.1\r\nHost: a\r\nContent-Length: 3000000\r\n\r\n"
                + QByteArray(3000000, 'x'))};
        QVERIFY(all.startsWith("HTTP/1.1 413 "));
        QVERIFY(room.handler.requests.empty());
    }

    void takesTheLargestBody()
    {
        ServedRoom room;
        RawHttpClient client;
        QVERIFY(client.connectTo(room.listen()));
        client.send("POST /in HTTP/1.1\r\nHost: a\r\nContent-Length: 1048576\r\n\r\n"
            + QByteArray(1048576, 'x'));
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.answers()[0].body, QByteArray{"ok 1048576"});
    }

    void limitsAreTheCallersToChoose()
    {
        ServerLimits limits;
        limits.targetBytes = 10;
        limits.headerBytes = 40;
        limits.bodyBytes = 5;
        ServedRoom room{limits};
        const quint16 port{room.listen()};
        const QByteArray host{" HTTP/1.1\r\nHost: a\r\n"};
        QVERIFY(rawExchange(port, "GET /0123456789" + host + "\r\n").startsWith("HTTP/1.1 414 "));
        QVERIFY(rawExchange(port, "GET /" + host + "X: " + QByteArray(40, 'x') + "\r\n\r\n")
                    .startsWith("HTTP/1.1 431 "));
        QVERIFY(rawExchange(port, "POST /" + host + "Content-Length: 6\r\n\r\n123456")
                    .startsWith("HTTP/1.1 413 "));
        QVERIFY(room.handler.requests.empty());
    }

private:
    const QByteArray m_chunked{"POST /in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                               "5\r\nhello\r\n6;x=\"y\"\r\n world\r\n0\r\nX-Sum: 1\r\n\r\n"};
};

TEXTDESK_TEST(tst_httpserver_requests, TestHttpServerRequests)
#include "tst_httpserver_requests.moc"
