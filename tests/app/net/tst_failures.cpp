// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/clock.h"
#include "app/net/httpclient.h"
#include "tests/support/callprobe.h"
#include "tests/support/manualclock.h"
#include "tests/support/net/rawhttpserver.h"
#include "tests/support/net/testcertificates.h"
#include "tests/support/testregistry.h"

#include <QTemporaryFile>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;
using When = RawHttpServer::When;

namespace {

// "Offline dns never", "Timeout timeout maybe"
QString outcome(const Result<ClientAnswer>& result)
{
    if (result) {
        return QStringLiteral("answer %1").arg(result->status);
    }
    const Error& error{result.error()};
    return errorKindName(error.kind()) + u' ' + error.detail()
        + (error.mayHaveHappened() ? QStringLiteral(" maybe") : QStringLiteral(" never"));
}

ClientRequest post(const QUrl& url, const QByteArray& body = "{}")
{
    return {.method = "POST", .url = url, .body = body, .contentType = "application/json"};
}

} // namespace

class TestFailures final : public QObject {
    Q_OBJECT
    SystemClock m_clock;
    std::unique_ptr<TestCertificates> m_certificates;

private slots:
    void initTestCase()
    {
        m_certificates = std::make_unique<TestCertificates>();
        QVERIFY(m_certificates->areMade());
    }

    void noSuchHost()
    {
        HttpClient client{m_clock};
        const QUrl url{QStringLiteral("https://api.textdesk.invalid/send")};
        QCOMPARE(outcome(resultOf(client.send(post(url)))), QStringLiteral("Offline dns never"));
        QCOMPARE(outcome(resultOf(client.send({.method = "DELETE", .url = url}))),
            QStringLiteral("Offline dns never"));
        QCOMPARE(outcome(resultOf(client.send({.url = url}))), QStringLiteral("Offline dns never"));
    }

    void nobodyListens()
    {
        QUrl url;
        {
            const RawHttpServer gone;
            url = gone.url(QStringLiteral("/"));
        }
        HttpClient client{m_clock};
        QCOMPARE(
            outcome(resultOf(client.send(post(url)))), QStringLiteral("Offline refused never"));
        QCOMPARE(outcome(resultOf(client.send({.method = "DELETE", .url = url}))),
            QStringLiteral("Offline refused never"));
    }

    void certificatesAreNeverWavedThrough()
    {
        HttpClient client{m_clock};
        RawHttpServer signedByNobody{m_certificates->selfSigned()};
        RawHttpServer unknownAuthority{m_certificates->good()};
        RawHttpServer otherHost{m_certificates->otherHost()};
        for (const auto* server : {&signedByNobody, &unknownAuthority, &otherHost}) {
            const QUrl url{server->url(QStringLiteral("/"))};
            QCOMPARE(
                outcome(resultOf(client.send(post(url)))), QStringLiteral("Offline tls never"));
            QCOMPARE(outcome(resultOf(client.send({.method = "PUT", .url = url}))),
                QStringLiteral("Offline tls never"));
            QVERIFY(server->requests().empty());
        }

        QVERIFY(client.apply({.extraCaFile = m_certificates->authorityFile()}));
        const QUrl good{unknownAuthority.url(QStringLiteral("/"))};
        QCOMPARE(outcome(resultOf(client.send(post(good)))), QStringLiteral("answer 200"));
        QCOMPARE(unknownAuthority.requests().size(), 1U);
        for (const auto* server : {&signedByNobody, &otherHost}) {
            QCOMPARE(outcome(resultOf(client.send(post(server->url(QStringLiteral("/")))))),
                QStringLiteral("Offline tls never"));
        }

        QVERIFY(client.apply({})); // and taken back
        QCOMPARE(outcome(resultOf(client.send(post(good)))), QStringLiteral("Offline tls never"));
    }

    void clearTextWhereTlsIsExpectedAndTheOtherWayRound()
    {
        HttpClient client{m_clock};
        RawHttpServer plain;
        plain.script({{.when = When::Accepted, .send = "HTTP/1.1 400 Bad Request\r\n\r\n"}});
        QUrl url{plain.url(QStringLiteral("/"))};
        url.setScheme(QStringLiteral("https"));
        QCOMPARE(outcome(resultOf(client.send(post(url)))), QStringLiteral("Offline tls never"));
        RawHttpServer secure{m_certificates->good()};
        QUrl clear{secure.url(QStringLiteral("/"))};
        clear.setScheme(QStringLiteral("http"));
        const auto result = resultOf(client.send(post(clear)));
        QVERIFY(!result);
        QVERIFY(result.error().mayHaveHappened());
    }

    void unreadableAuthoritiesAreRefusedAndNothingChanges()
    {
        HttpClient client{m_clock};
        QTemporaryFile empty;
        QVERIFY(empty.open());
        for (const QString& file : {QStringLiteral("/nonexistent/ca.pem"), empty.fileName()}) {
            const auto applied = client.apply({.extraCaFile = file});
            QVERIFY(!applied);
            QCOMPARE(errorKindName(applied.error().kind()), QStringLiteral("Rejected"));
            QCOMPARE(applied.error().detail(), QStringLiteral("extra-ca"));
        }
        const auto noHost = client.apply({.proxyMode = ProxyMode::Manual});
        QVERIFY(!noHost);
        QCOMPARE(noHost.error().detail(), QStringLiteral("proxy"));
    }

    void timeRunsOutBeforeTheBodyWasTaken()
    {
        // TLS never begins, so Qt never asks for the body.
        RawHttpServer server;
        QUrl url{server.url(QStringLiteral("/"))};
        url.setScheme(QStringLiteral("https"));
        ManualClock clock;
        HttpClient client{clock};
        auto* call = client.send(post(url, QByteArray(1 << 20, 'x')));
        QTRY_COMPARE(server.connections(), 1);
        clock.advance(30s);
        QCOMPARE(outcome(resultOf(call)), QStringLiteral("Timeout timeout never"));
    }

    void timeRunsOutAmidTheBody()
    {
        // A server that accepts no connection: its kernel takes what fits and then no more.
        QTcpServer deaf;
        QVERIFY(deaf.listen(QHostAddress::LocalHost, 0));
        deaf.pauseAccepting();
        SystemClock clock;
        HttpClient client{clock};
        const QUrl url{QStringLiteral("http://127.0.0.1:%1/").arg(deaf.serverPort())};
        ClientRequest request{post(url, QByteArray(64 << 20, 'x'))};
        request.timeout = 700ms;
        QCOMPARE(outcome(resultOf(client.send(request))), QStringLiteral("Timeout timeout maybe"));
    }

    void timeRunsOutAfterTheBodyWentOut()
    {
        for (const QByteArray wire : {"", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"}) {
            for (const QByteArray body : {"{}", ""}) {
                RawHttpServer server;
                server.script({{.send = wire}});
                ManualClock clock;
                HttpClient client{clock};
                auto* call = client.send(post(server.url(QStringLiteral("/")), body));
                QTRY_VERIFY(!server.requests().empty() && server.requests().at(0).isWhole);
                clock.advance(29999ms);
                QVERIFY(!call->isSettled());
                clock.advance(1ms);
                QCOMPARE(outcome(resultOf(call)), QStringLiteral("Timeout timeout maybe"));
                QCOMPARE(server.requests().size(), 1U);
                QTRY_VERIFY(server.findChildren<QTcpSocket*>().isEmpty());
            }
        }
    }

    void aDripDoesNotKeepARequestAlive()
    {
        RawHttpServer server;
        server.script({{.send = RawHttpServer::ok(QByteArray(100000, 'x')), .dripMs = 1}});
        HttpClient client{m_clock};
        ClientRequest request{.url = server.url(QStringLiteral("/"))};
        request.timeout = 300ms;
        QCOMPARE(outcome(resultOf(client.send(request))), QStringLiteral("Timeout timeout never"));
    }

    void anAnswerThatIsTooLargeStopsEarly_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<bool>("isAnnounced");
        QTest::newRow("announced") << QByteArray{"Content-Length: 104857600\r\n"} << true;
        QTest::newRow("unannounced") << QByteArray{"Connection: close\r\n"} << false;
        QTest::newRow("chunked") << QByteArray{"Transfer-Encoding: chunked\r\n"} << false;
    }

    void anAnswerThatIsTooLargeStopsEarly()
    {
        QFETCH(QByteArray, head);
        QFETCH(bool, isAnnounced);
        const QByteArray data(65536, 'x');
        const QByteArray chunk{head.startsWith("Transfer") ? "10000\r\n" + data + "\r\n" : data};
        RawHttpServer server;
        server.script(
            {{.send = "HTTP/1.1 200 OK\r\n" + head + "\r\n", .chunk = chunk, .repeat = 1600}});
        HttpClient client{m_clock};
        QCOMPARE(outcome(resultOf(client.send(post(server.url(QStringLiteral("/")))))),
            QStringLiteral("Protocol answer-too-large maybe"));
        QTRY_VERIFY(server.findChildren<QTcpSocket*>().isEmpty());
        // The limit, Qt's buffer of the same size and what the kernel holds.
        QVERIFY2(server.bytesSent() < 40'000'000, qPrintable(QString::number(server.bytesSent())));
        qInfo("%lld bytes were sent, announced: %d", server.bytesSent(), isAnnounced);
    }

    void aLimitIsExact()
    {
        for (const int extra : {0, 1}) {
            RawHttpServer server;
            server.script({{.send = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"
                    + QByteArray(1000 + extra, 'x'),
                .end = RawHttpServer::End::Fin}});
            HttpClient client{m_clock};
            ClientRequest request{.url = server.url(QStringLiteral("/"))};
            request.answerLimit = 1000;
            QCOMPARE(outcome(resultOf(client.send(request))),
                extra == 0 ? QStringLiteral("answer 200")
                           : QStringLiteral("Protocol answer-too-large never"));
        }
    }

    void anAnswerAtTheLimitArrivesWhole()
    {
        const QByteArray large(8388608, 'x');
        RawHttpServer server{m_certificates->good()};
        server.script({{.send = RawHttpServer::ok(large)}});
        HttpClient client{m_clock};
        QVERIFY(client.apply({.extraCaFile = m_certificates->authorityFile()}));
        const auto result = resultOf(client.send({.url = server.url(QStringLiteral("/"))}));
        QVERIFY(result);
        QVERIFY(result->body == large);
    }

    void nothingIsUnpacked()
    {
        const QByteArray packed{qCompress(QByteArray(1 << 20, 'x')).mid(4)};
        RawHttpServer server;
        server.script(
            {{.send = RawHttpServer::answer("200 OK", "Content-Encoding: deflate\r\n", packed)}});
        HttpClient client{m_clock};
        const auto result = resultOf(client.send({.url = server.url(QStringLiteral("/"))}));
        QVERIFY(result);
        QCOMPARE(result->body, packed);
    }
};

TEXTDESK_TEST(tst_failures, TestFailures)
#include "tst_failures.moc"
