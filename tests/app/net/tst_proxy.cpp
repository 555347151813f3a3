// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/clock.h"
#include "app/net/httpclient.h"
#include "tests/support/callprobe.h"
#include "tests/support/net/rawhttpserver.h"
#include "tests/support/net/tcprelay.h"
#include "tests/support/net/testcertificates.h"
#include "tests/support/testregistry.h"

using namespace Textdesk;
using namespace Textdesk::Testing;

namespace {

QString outcome(const Result<ClientAnswer>& result)
{
    if (result) {
        return QStringLiteral("answer %1").arg(result->status);
    }
    const Error& error{result.error()};
    return errorKindName(error.kind()) + u' ' + error.detail()
        + (error.mayHaveHappened() ? QStringLiteral(" maybe") : QStringLiteral(" never"));
}

NetworkSettings through(quint16 port, const char* user = "", const char* password = "")
{
    return {.proxyMode = ProxyMode::Manual,
        .proxyHost = QStringLiteral("127.0.0.1"),
        .proxyPort = port,
        .proxyUser = QLatin1String{user},
        .proxyPassword = SecretText{password}};
}

// A name that only a proxy could resolve: an answer proves that the request went through it.
const QUrl clearUrl{QStringLiteral("http://sms.example.test/send")};

ClientRequest post(const QUrl& url)
{
    return {.method = "POST", .url = url, .body = "{}", .contentType = "application/json"};
}

} // namespace

class TestProxy final : public QObject {
    Q_OBJECT
    SystemClock m_clock;
    std::unique_ptr<TestCertificates> m_certificates;

    [[nodiscard]] NetworkSettings trusted(NetworkSettings settings) const
    {
        settings.extraCaFile = m_certificates->authorityFile();
        return settings;
    }

private slots:
    void initTestCase()
    {
        m_certificates = std::make_unique<TestCertificates>();
        QVERIFY(m_certificates->areMade());
    }

    void clearTextGoesThroughTheProxy()
    {
        RawHttpServer proxy;
        HttpClient client{m_clock};
        QVERIFY(client.apply(through(proxy.serverPort())));
        QCOMPARE(outcome(resultOf(client.send(post(clearUrl)))), QStringLiteral("answer 200"));
        QCOMPARE(proxy.requests().at(0).target(), QByteArray{"http://sms.example.test/send"});
        QVERIFY(proxy.requests().at(0).field("Proxy-Authorization").isEmpty());
    }

    void clearTextShowsItsPasswordAtOnceSoThatTheBodyLeavesOnce()
    {
        RawHttpServer proxy;
        HttpClient client{m_clock};
        QVERIFY(client.apply(through(proxy.serverPort(), "desk", "s3cret")));
        QCOMPARE(outcome(resultOf(client.send(post(clearUrl)))), QStringLiteral("answer 200"));
        QCOMPARE(proxy.requests().size(), 1U);
        QCOMPARE(proxy.requests().at(0).field("Proxy-Authorization"),
            "Basic " + QByteArray{"desk:s3cret"}.toBase64());
    }

    void aProxyThatWantsAnotherPasswordIsOffline_data()
    {
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<QUrl>("url");
        QTest::newRow("none, clear") << QByteArray{} << clearUrl;
        QTest::newRow("wrong, clear") << QByteArray{"desk"} << clearUrl;
        const QUrl secure{QStringLiteral("https://sms.example.test/send")};
        QTest::newRow("none, TLS") << QByteArray{} << secure;
        QTest::newRow("wrong, TLS") << QByteArray{"desk"} << secure;
    }

    void aProxyThatWantsAnotherPasswordIsOffline()
    {
        QFETCH(QByteArray, user);
        QFETCH(QUrl, url);
        RawHttpServer proxy;
        proxy.script({{.send = RawHttpServer::answer("407 Proxy Authentication Required",
                           "Proxy-Authenticate: Basic realm=\"office\"\r\n", "{}")}});
        HttpClient client{m_clock};
        QVERIFY(client.apply(through(proxy.serverPort(), user.constData(), "wrong")));
        QCOMPARE(
            outcome(resultOf(client.send(post(url)))), QStringLiteral("Offline proxy-auth never"));
        QVERIFY(proxy.countOf("POST") <= 1);
    }

    void tlsGoesThroughATunnel_data()
    {
        QTest::addColumn<bool>("hasPassword");
        QTest::newRow("open") << false;
        QTest::newRow("with password") << true;
    }

    void tlsGoesThroughATunnel()
    {
        QFETCH(bool, hasPassword);
        RawHttpServer server{m_certificates->good()};
        TcpRelay proxy{server.serverPort()};
        proxy.becomeProxy();
        if (hasPassword) {
            proxy.demand("Basic " + QByteArray{"desk:s3cret"}.toBase64());
        }
        HttpClient client{m_clock};
        QVERIFY(client.apply(trusted(hasPassword ? through(proxy.serverPort(), "desk", "s3cret")
                                                 : through(proxy.serverPort()))));
        const QUrl url{QStringLiteral("https://sms.example.test/send")};
        QCOMPARE(outcome(resultOf(client.send(post(url)))), QStringLiteral("answer 200"));
        QCOMPARE(server.requests().size(), 1U);
        QCOMPARE(server.requests().at(0).target(), QByteArray{"/send"});
        QVERIFY(server.requests().at(0).field("Proxy-Authorization").isEmpty());
        QVERIFY(proxy.connectHeads().at(0).startsWith("CONNECT sms.example.test:443 "));
    }

    void theTunnelsCertificateIsChecked()
    {
        RawHttpServer server{m_certificates->good()};
        TcpRelay proxy{server.serverPort()};
        proxy.becomeProxy();
        HttpClient client{m_clock};
        QVERIFY(client.apply(trusted(through(proxy.serverPort()))));
        const QUrl url{QStringLiteral("https://bank.example/send")};
        QCOMPARE(outcome(resultOf(client.send(post(url)))), QStringLiteral("Offline tls never"));
        QVERIFY(server.requests().empty());
    }

    void aProxyThatRefusesIsOfflineAndNeverGoneAround_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::newRow("403") << RawHttpServer::answer("403 Forbidden", {}, "no");
        QTest::newRow("502") << RawHttpServer::answer("502 Bad Gateway", {}, {});
        QTest::newRow("503") << RawHttpServer::answer("503 Unavailable", {}, {});
        QTest::newRow("nothing") << QByteArray{};
    }

    void aProxyThatRefusesIsOfflineAndNeverGoneAround()
    {
        QFETCH(QByteArray, wire);
        RawHttpServer proxy;
        proxy.script({{.send = wire, .end = RawHttpServer::End::Fin}});
        HttpClient client{m_clock};
        QVERIFY(client.apply(through(proxy.serverPort())));
        const QUrl url{QStringLiteral("https://sms.example.test/send")};
        QCOMPARE(outcome(resultOf(client.send(post(url)))),
            QStringLiteral("Offline proxy-refused never"));
        QCOMPARE(proxy.countOf("POST"), 0);
    }

    void aProxyThatIsNotThereIsOffline()
    {
        quint16 port{0};
        {
            const RawHttpServer gone;
            port = gone.serverPort();
        }
        HttpClient client{m_clock};
        QVERIFY(client.apply(through(port)));
        for (const char* scheme : {"http", "https"}) {
            QUrl url{clearUrl};
            url.setScheme(QLatin1String{scheme});
            QCOMPARE(outcome(resultOf(client.send(post(url)))),
                QStringLiteral("Offline proxy-refused never"));
        }
    }

    void thisComputerIsReachedDirectly()
    {
        RawHttpServer proxy;
        RawHttpServer practice;
        HttpClient client{m_clock};
        QVERIFY(client.apply(through(proxy.serverPort())));
        for (const char* host : {"127.0.0.1", "localhost"}) {
            const QUrl url{practice.url(QStringLiteral("/"), QLatin1String{host})};
            QCOMPARE(outcome(resultOf(client.send(post(url)))), QStringLiteral("answer 200"));
        }
        QCOMPARE(practice.requests().size(), 2U);
        QVERIFY(proxy.requests().empty());
    }

    void theSystemsProxyIsUsedOnlyWhenAskedFor()
    {
        RawHttpServer proxy;
        qputenv("http_proxy", "http://127.0.0.1:" + QByteArray::number(proxy.serverPort()));
        HttpClient client{m_clock};
        QVERIFY(client.apply({.proxyMode = ProxyMode::System}));
        QCOMPARE(outcome(resultOf(client.send(post(clearUrl)))), QStringLiteral("answer 200"));
        QVERIFY(client.apply({.proxyMode = ProxyMode::None}));
        QCOMPARE(
            outcome(resultOf(client.send(post(clearUrl)))), QStringLiteral("Offline dns never"));
        QCOMPARE(proxy.requests().size(), 1U);
        qunsetenv("http_proxy");
    }
};

TEXTDESK_TEST(tst_proxy, TestProxy)
#include "tst_proxy.moc"
