// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Listening, and more clients than there is room for.
#include "app/base/clock.h"
#include "tests/app/http/servedroom.h"
#include "tests/support/testregistry.h"

#include <QTcpSocket>
#include <QTest>
#include <QThread>

using namespace Textdesk;
using namespace Textdesk::Testing;

namespace {

using Clients = std::vector<std::unique_ptr<RawHttpClient>>;

RawHttpClient& oneMore(Clients& clients, quint16 port)
{
    clients.push_back(std::make_unique<RawHttpClient>());
    if (!clients.back()->connectTo(port)) {
        QTest::qFail("no connection", __FILE__, __LINE__);
    }
    return *clients.back();
}

} // namespace

class TestHttpServerConnections final : public QObject {
    Q_OBJECT
private slots:
    void saysWhyItCannotListen()
    {
        ServedRoom first;
        const quint16 port{first.listen()};
        QVERIFY(port != 0);
        QCOMPARE(first.server->port(), port);
        ServedRoom second;
        const auto taken = second.server->listen(QHostAddress{QHostAddress::LocalHost}, port);
        QVERIFY(!taken);
        QCOMPARE(taken.error().kind(), ErrorKind::Offline);
        QVERIFY(!taken.error().detail().isEmpty());
        QVERIFY(!second.server->isListening());
        QVERIFY(second.listen() != 0); // a failure is not for ever
        const auto twice = second.server->listen(QHostAddress{QHostAddress::LocalHost}, 0);
        QVERIFY(!twice);
        QVERIFY(second.server->isListening());
    }

    void listensAgainAfterClosing()
    {
        ServedRoom room;
        QVERIFY(room.listen() != 0);
        room.server->close();
        room.server->close();
        const quint16 port{room.listen()};
        RawHttpClient client;
        QVERIFY(client.connectTo(port));
        client.send(simpleGet);
        QVERIFY(client.waitForAnswers(1));
    }

    void thirtyTwoForEachAddress()
    {
        ServedRoom room;
        const quint16 port{room.listen()};
        Clients clients;
        for (int i{0}; i < 32; ++i) {
            oneMore(clients, port);
        }
        QTRY_COMPARE(room.server->connectionCount(), 32);
        RawHttpClient& tooMany{oneMore(clients, port)};
        tooMany.send(simpleGet);
        QVERIFY(tooMany.waitForClose());
        QCOMPARE(tooMany.answers().at(0).status, 503);
        QCOMPARE(room.refusals.at(0), QByteArray{"503 too-many-from-address"});
        QVERIFY(room.peers.at(0).isEqual(QHostAddress{QHostAddress::LocalHost}));
        QVERIFY(room.handler.requests.empty());
        QCOMPARE(room.server->connectionCount(), 32);
        clients.erase(clients.begin());
        QTRY_COMPARE(room.server->connectionCount(), 31);
        RawHttpClient& welcome{oneMore(clients, port)};
        welcome.send(simpleGet);
        QVERIFY(welcome.waitForAnswers(1));
        QCOMPARE(welcome.answers()[0].status, 200);
    }

    void noMoreThanTheWholeLimit()
    {
        ServerLimits limits;
        limits.connections = 256;
        limits.connectionsPerAddress = 1000;
        ServedRoom room{limits};
        const quint16 port{room.listen()};
        Clients clients;
        for (int i{0}; i < 256; ++i) {
            oneMore(clients, port);
        }
        QTRY_COMPARE(room.server->connectionCount(), 256);
        for (int i{0}; i < 100; ++i) {
            oneMore(clients, port);
        }
        QTRY_COMPARE(room.refusals.size(), size_t{100});
        QCOMPARE(room.refusals.at(0), QByteArray{"503 too-many-connections"});
        QCOMPARE(room.server->connectionCount(), 256);
        for (int i{256}; i < 356; ++i) {
            QVERIFY(clients[size_t(i)]->waitForClose());
        }
        RawHttpClient& served{*clients[0]};
        served.send(simpleGet);
        QVERIFY(served.waitForAnswers(1));
        QCOMPARE(served.answers()[0].status, 200);
    }

    void answersTwoHundredClientsAtOnce()
    {
        ServerLimits limits;
        limits.connectionsPerAddress = 200;
        ServedRoom room{limits};
        const quint16 port{room.listen()};
        Clients clients;
        for (int i{0}; i < 200; ++i) {
            oneMore(clients, port).send(simpleGet.first(10));
        }
        for (const auto& client : clients) {
            client->send(simpleGet.sliced(10));
        }
        for (const auto& client : clients) {
            QVERIFY(client->waitForAnswers(1));
        }
        QCOMPARE(room.handler.requests.size(), size_t{200});
        clients.clear();
        QTRY_COMPARE(room.server->connectionCount(), 0);
    }

    void worksOnAThreadThatItWasMovedTo()
    {
        ScriptedHandler handler;
        SystemClock clock;
        QThread thread;
        auto* server = new HttpServer{handler, clock};
        server->moveToThread(&thread);
        connect(&thread, &QThread::finished, server, &QObject::deleteLater);
        thread.start();
        quint16 port{0};
        QMetaObject::invokeMethod(
            server,
            [&] { port = server->listen(QHostAddress{QHostAddress::LocalHost}, 0).value_or(0); },
            Qt::BlockingQueuedConnection);
        RawHttpClient client;
        QVERIFY(client.connectTo(port));
        client.send(simpleGet);
        QVERIFY(client.waitForAnswers(1));
        thread.quit();
        QVERIFY(thread.wait());
        QVERIFY(client.waitForClose());
    }

    void talksIpv6()
    {
        ServedRoom room;
        const auto port = room.server->listen(QHostAddress{QHostAddress::LocalHostIPv6}, 0);
        if (!port) {
            QSKIP("this machine has no IPv6 loopback");
        }
        QTcpSocket socket;
        socket.connectToHost(QHostAddress{QHostAddress::LocalHostIPv6}, *port);
        socket.write(simpleGet);
        QTRY_COMPARE(room.handler.requests.size(), size_t{1});
        QCOMPARE(room.handler.requests[0].peer, QHostAddress{QHostAddress::LocalHostIPv6});
    }

    void showsIpv4PeersPlainlyOnADualStackSocket()
    {
        ServedRoom room;
        const auto port = room.server->listen(QHostAddress{QHostAddress::Any}, 0);
        QVERIFY(port.has_value());
        RawHttpClient client;
        QVERIFY(client.connectTo(*port));
        client.send(simpleGet);
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(room.handler.requests.at(0).peer, QHostAddress{QHostAddress::LocalHost});
    }
};

TEXTDESK_TEST(tst_httpserver_connections, TestHttpServerConnections)
#include "tst_httpserver_connections.moc"
