// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/clock.h"
#include "app/net/httpclient.h"
#include "tests/support/callprobe.h"
#include "tests/support/net/http2server.h"
#include "tests/support/net/tcprelay.h"
#include "tests/support/testregistry.h"

#include <QLoggingCategory>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestHttp2 final : public QObject {
    Q_OBJECT
    SystemClock m_clock;
    std::unique_ptr<TestCertificates> m_certificates;

    static QUrl urlAt(quint16 port)
    {
        return QUrl{QStringLiteral("https://127.0.0.1:%1/ok.json").arg(port)};
    }

private slots:
    void initTestCase()
    {
        m_certificates = std::make_unique<TestCertificates>();
        QVERIFY(m_certificates->areMade());
        // Qt warns of every stream that ends with its connection; here they all do so on purpose.
        QLoggingCategory::setFilterRules(QStringLiteral("qt.network.http2=false"));
    }

    void http2IsSpokenOverTls()
    {
        Http2Server server{*m_certificates};
        QVERIFY(server.isRunning());
        HttpClient client{m_clock};
        QVERIFY(client.apply({.extraCaFile = m_certificates->authorityFile()}));
        for (const QByteArray method : {"GET", "POST", "PUT", "DELETE", "PATCH"}) {
            for (const QByteArray body : {"", "{\"to\":\"+15550100\"}"}) {
                if (method == "GET" && !body.isEmpty()) {
                    continue;
                }
                const auto result = resultOf(client.send({.method = method,
                    .url = urlAt(server.port()),
                    .body = body,
                    .contentType = "application/json"}));
                QVERIFY2(result, qPrintable(result ? QString{} : result.error().detail()));
                QCOMPARE(result->status, 200);
                QCOMPARE(result->body, QByteArray{"{}"});
            }
            QTRY_COMPARE(server.countOf(method), method == "GET" ? 1 : 2);
        }
        QVERIFY(server.hasSpokenHttp2());
    }

    void manyShareOneConnection()
    {
        Http2Server server{*m_certificates};
        QVERIFY(server.isRunning());
        HttpClient client{m_clock};
        QVERIFY(client.apply({.extraCaFile = m_certificates->authorityFile()}));
        int right{0};
        for (int i{0}; i < 300; ++i) {
            client
                .send(
                    {.method = "POST", .url = urlAt(server.port()), .body = QByteArray::number(i)})
                ->then(this, [&right](const Result<ClientAnswer>& result) {
                    right += result && result->status == 200 ? 1 : 0;
                });
        }
        QTRY_COMPARE(right, 300);
        QTRY_COMPARE(server.countOf("POST"), 300);
    }

    void aCutLineLeavesOneRequest_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        for (const QByteArray method : {"POST", "PUT", "DELETE", "PATCH"}) {
            QTest::newRow((method + " body").constData()) << method << QByteArray(2000, 'x');
            QTest::newRow((method + " empty").constData()) << method << QByteArray{};
        }
    }

    // The server dies with the request in its socket; a repeat would go to the next server behind
    // the relay.
    void aCutLineLeavesOneRequest()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, body);
        Http2Server dying{*m_certificates};
        Http2Server next{*m_certificates};
        QVERIFY(dying.isRunning() && next.isRunning());
        TcpRelay relay{dying.port()};
        HttpClient client{m_clock};
        QVERIFY(client.apply({.extraCaFile = m_certificates->authorityFile()}));
        QVERIFY(resultOf(client.send({.url = urlAt(relay.serverPort())})));

        dying.freeze();
        const qint64 before{relay.bytesUp()};
        auto* call = client.send({.method = method,
            .url = urlAt(relay.serverPort()),
            .body = body,
            .contentType = "text/plain"});
        QTRY_VERIFY(relay.bytesUp() > before + body.size());
        relay.retarget(next.port());
        dying.kill();
        const auto result = resultOf(call);

        QVERIFY(!result);
        QCOMPARE(errorKindName(result.error().kind()), QStringLiteral("ServerFault"));
        QCOMPARE(result.error().detail(), QStringLiteral("cut"));
        QVERIFY(result.error().mayHaveHappened());
        QVERIFY(resultOf(client.send({.url = urlAt(relay.serverPort())})));
        QTRY_COMPARE(next.countOf("GET"), 1);
        QCOMPARE(next.countOf(method), 0);
    }

    // Qt repeats nothing over HTTP/2 today. When this fails, OneShotBody is the only guard there
    // too.
    void qtAloneSendsItOnceOverHttp2()
    {
        Http2Server dying{*m_certificates};
        Http2Server next{*m_certificates};
        QVERIFY(dying.isRunning() && next.isRunning());
        TcpRelay relay{dying.port()};
        QNetworkAccessManager network;
        QNetworkRequest request{urlAt(relay.serverPort())};
        QSslConfiguration tls{QSslConfiguration::defaultConfiguration()};
        tls.setCaCertificates(QSslCertificate::fromPath(m_certificates->authorityFile()));
        request.setSslConfiguration(tls);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("text/plain"));
        const std::unique_ptr<QNetworkReply> warm{network.get(request)};
        QTRY_VERIFY(warm->isFinished());
        QCOMPARE(warm->error(), QNetworkReply::NoError);

        dying.freeze();
        const qint64 before{relay.bytesUp()};
        const std::unique_ptr<QNetworkReply> reply{network.post(request, QByteArray(2000, 'x'))};
        QTRY_VERIFY(relay.bytesUp() > before + 2000);
        relay.retarget(next.port());
        dying.kill();
        QTRY_VERIFY(reply->isFinished());
        QVERIFY(reply->error() != QNetworkReply::NoError);
        const std::unique_ptr<QNetworkReply> after{network.get(request)};
        QTRY_COMPARE(next.countOf("GET"), 1);
        QCOMPARE(next.countOf("POST"), 0);
    }

    void timeRunsOutWhileTheServerStandsStill()
    {
        Http2Server server{*m_certificates};
        QVERIFY(server.isRunning());
        HttpClient client{m_clock};
        QVERIFY(client.apply({.extraCaFile = m_certificates->authorityFile()}));
        QVERIFY(resultOf(client.send({.url = urlAt(server.port())})));
        server.freeze();
        const auto result = resultOf(client.send({.method = "POST",
            .url = urlAt(server.port()),
            .body = "{}",
            .timeout = std::chrono::milliseconds{300}}));
        QVERIFY(!result);
        QCOMPARE(errorKindName(result.error().kind()), QStringLiteral("Timeout"));
        QVERIFY(result.error().mayHaveHappened());
    }
};

TEXTDESK_TEST(tst_http2, TestHttp2)
#include "tst_http2.moc"
