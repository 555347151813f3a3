// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The listener on a real socket, on a thread of its own.
#include "app/webhook/webhooklistener.h"

#include "tests/app/webhook/recordingsink.h"
#include "tests/support/callprobe.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestWebhookListener final : public QObject {
    Q_OBJECT

    // Everything the listener says to these bytes until it closes the connection or the status line
    // is there.
    static QByteArray exchange(quint16 port, const QByteArray& bytes)
    {
        QTcpSocket socket;
        QByteArray answer;
        connect(&socket, &QTcpSocket::readyRead, &socket, [&] { answer += socket.readAll(); });
        socket.connectToHost(QHostAddress{QHostAddress::LocalHost}, port);
        socket.write(bytes);
        (void)QTest::qWaitFor(
            [&] {
                return answer.contains("\r\n\r\n")
                    || socket.state() == QAbstractSocket::UnconnectedState;
            },
            5000);
        return answer.left(answer.indexOf("\r\n"));
    }

    static QByteArray post(const QByteArray& path, const QByteArray& body)
    {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

private slots:
    void aWebhookReachesTheSinkWhole()
    {
        RecordingSink sink;
        SystemClock clock;
        WebhookListener listener{sink, clock};
        QSignalSpy changed{&listener, &WebhookListener::listeningChanged};
        const auto port = resultOf(listener.start({}));
        QVERIFY(port);
        QVERIFY(listener.isListening());
        QCOMPARE(listener.port(), *port);
        QCOMPARE(changed.count(), 1);
        QVERIFY(exchange(*port, post("/hook/abc/replies?q=1", "a=%2B1&b")).contains(" 200 "));
        QCOMPARE(sink.seen().size(), size_t{1});
        QCOMPARE(sink.seen().front().request.body, QByteArray{"a=%2B1&b"});
        QCOMPARE(sink.seen().front().request.query(), QByteArray{"q=1"});
        QVERIFY(exchange(*port, post("/other", "")).contains(" 404 "));
        QVERIFY(
            exchange(*port, "GET /hook/abc/replies HTTP/1.1\r\nHost: x\r\n\r\n").contains(" 405 "));
        QCOMPARE(sink.seen().size(), size_t{1});
    }

    void whatIsNoRequestIsRefusedAndSaid()
    {
        RecordingSink sink;
        SystemClock clock;
        WebhookListener listener{sink, clock};
        QSignalSpy refused{&listener, &WebhookListener::requestRefused};
        const auto port = resultOf(listener.start({}));
        QVERIFY(port);
        QVERIFY(exchange(*port,
            "POST /hook/abc/replies HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n"
            "Content-Length: 2\r\n\r\na")
                    .contains(" 400 "));
        QVERIFY(exchange(*port, "GET /" + QByteArray(5000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n")
                    .contains(" 414 "));
        QVERIFY(QTest::qWaitFor([&] { return refused.count() == 2; }));
        QVERIFY(sink.seen().empty());
    }

    void whatTheRouterRefusesIsSaid()
    {
        RecordingSink sink;
        SystemClock clock;
        WebhookListener listener{sink, clock};
        QSignalSpy refused{&listener, &WebhookListener::requestRefused};
        const auto port = resultOf(listener.start({}));
        QVERIFY(port);
        QVERIFY(exchange(*port, post("/other", "")).contains(" 404 "));
        QVERIFY(
            exchange(*port, "GET /hook/abc/replies HTTP/1.1\r\nHost: x\r\n\r\n").contains(" 405 "));
        QVERIFY(exchange(*port, post("/hook/abc/replies", "a")).contains(" 200 "));
        QVERIFY(QTest::qWaitFor([&] { return refused.count() == 2; }));
        QCOMPARE(refused[0], (QVariantList{404, QStringLiteral("unknown-path")}));
        QCOMPARE(refused[1], (QVariantList{405, QStringLiteral("not-post")}));
    }

    void aTakenPortIsAnErrorAndNoHarm()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress{QHostAddress::LocalHost}, 0));
        RecordingSink sink;
        SystemClock clock;
        WebhookListener listener{sink, clock};
        ListenerOptions options;
        options.port = other.serverPort();
        const auto port = resultOf(listener.start(options));
        QVERIFY(!port);
        QCOMPARE(port.error().kind(), ErrorKind::Offline);
        QVERIFY(!listener.isListening());
        QVERIFY(resultOf(listener.start({})));
        QVERIFY(listener.isListening());
    }

    void itStopsAndStartsAgain()
    {
        RecordingSink sink;
        SystemClock clock;
        WebhookListener listener{sink, clock};
        const auto first = resultOf(listener.start({}));
        QVERIFY(first);
        listener.stop();
        listener.stop();
        QVERIFY(!listener.isListening());
        QVERIFY(exchange(*first, post("/hook/abc/replies", "x")).isEmpty());
        const auto second = resultOf(listener.start({}));
        QVERIFY(second);
        QVERIFY(exchange(*second, post("/hook/abc/replies", "x")).contains(" 200 "));
    }

    void aFloodFromOneAddressKeepsItsLimit()
    {
        RecordingSink sink;
        SystemClock clock;
        WebhookListener listener{sink, clock};
        const auto port = resultOf(listener.start({}));
        QVERIFY(port);
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        constexpr int tries{48};
        for (int i{0}; i < tries; ++i) {
            sockets.push_back(std::make_unique<QTcpSocket>());
            sockets.back()->connectToHost(QHostAddress{QHostAddress::LocalHost}, *port);
        }
        const auto closed = [&sockets] {
            return std::count_if(sockets.begin(), sockets.end(), [](const auto& socket) {
                return socket->state() == QAbstractSocket::UnconnectedState;
            });
        };
        QVERIFY(QTest::qWaitFor([&] { return closed() >= tries - 32; }));
        sockets.clear();
        QVERIFY(QTest::qWaitFor(
            [&] { return exchange(*port, post("/hook/abc/replies", "x")).contains(" 200 "); }));
    }
};

TEXTDESK_TEST(tst_webhooklistener, TestWebhookListener)
#include "tst_webhooklistener.moc"
