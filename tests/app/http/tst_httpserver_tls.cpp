// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The same server behind a certificate.
#include "tests/app/http/servedroom.h"
#include "tests/support/net/testcertificates.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

class TestHttpServerTls final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QVERIFY(m_certificates.areMade());
        m_trusting = QSslConfiguration::defaultConfiguration();
        m_trusting.setPeerVerifyMode(QSslSocket::VerifyNone);
    }

    void servesOneRequestAfterAnother()
    {
        ServedRoom room;
        room.server->useTls(m_certificates.good());
        RawHttpClient client;
        QVERIFY(client.connectTls(room.listen(), m_trusting));
        const QByteArray body(300000, 'x');
        for (size_t i{1}; i <= 3; ++i) {
            client.send("POST /in HTTP/1.1\r\nHost: a\r\nContent-Length: 300000\r\n\r\n" + body);
            QVERIFY(client.waitForAnswers(i));
            QVERIFY(room.handler.requests.at(i - 1).tls);
            QCOMPARE(room.handler.requests.at(i - 1).body, body);
        }
    }

    void refusesAndCloses()
    {
        ServedRoom room;
        room.server->useTls(m_certificates.good());
        RawHttpClient client;
        QVERIFY(client.connectTls(room.listen(), m_trusting));
        client.send("GET / HTTP/1.1\r\n\r\n");
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.answers()[0].status, 400);
        room.clock.advance(2s);
        QVERIFY(client.waitForClose());
        QVERIFY(room.handler.requests.empty());
    }

    void closesAfterAPipelinedRequest()
    {
        ServedRoom room;
        room.server->useTls(m_certificates.good());
        RawHttpClient client;
        QVERIFY(client.connectTls(room.listen(), m_trusting));
        client.send(simpleGet + simpleGet);
        QVERIFY(client.waitForClose());
        QCOMPARE(client.answers().size(), size_t{1});
        QCOMPARE(room.handler.requests.size(), size_t{1});
    }

    void aHandshakeMustBeDoneInTenSeconds()
    {
        ServedRoom room;
        room.server->useTls(m_certificates.good());
        RawHttpClient client;
        QVERIFY(client.connectTo(room.listen()));
        client.send("\x16\x03\x01");
        QTRY_COMPARE(room.server->connectionCount(), 1);
        room.clock.advance(9s);
        QCOMPARE(room.server->connectionCount(), 1);
        room.clock.advance(1s);
        QTRY_COMPARE(room.server->connectionCount(), 0);
        QVERIFY(client.waitForClose());
    }

    void plainTextIsNoHandshake()
    {
        ServedRoom room;
        room.server->useTls(m_certificates.good());
        RawHttpClient client;
        QVERIFY(client.connectTo(room.listen()));
        client.send(simpleGet);
        QVERIFY(client.waitForClose());
        QTRY_COMPARE(room.server->connectionCount(), 0);
        QVERIFY(room.handler.requests.empty());
    }

    void handshakesCountAsConnections()
    {
        ServedRoom room;
        room.server->useTls(m_certificates.good());
        const quint16 port{room.listen()};
        std::vector<std::unique_ptr<RawHttpClient>> clients;
        for (int i{0}; i < 33; ++i) {
            clients.push_back(std::make_unique<RawHttpClient>());
            QVERIFY(clients.back()->connectTo(port));
        }
        QTRY_COMPARE(room.refusals.size(), size_t{1});
        QCOMPARE(room.server->connectionCount(), 32);
        QVERIFY(clients.back()->waitForClose());
    }

    void theServerMayDieInsideTheHandler()
    {
        ServedRoom room;
        room.server->useTls(m_certificates.good());
        room.handler.during([&room] { room.server.reset(); });
        RawHttpClient client;
        QVERIFY(client.connectTls(room.listen(), m_trusting));
        client.send(simpleGet);
        QVERIFY(client.waitForClose());
    }

private:
    TestCertificates m_certificates;
    QSslConfiguration m_trusting;
};

TEXTDESK_TEST(tst_httpserver_tls, TestHttpServerTls)
#include "tst_httpserver_tls.moc"
