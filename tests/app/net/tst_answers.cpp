// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/clock.h"
#include "app/net/httpclient.h"
#include "tests/support/callprobe.h"
#include "tests/support/manualclock.h"
#include "tests/support/net/rawhttpserver.h"
#include "tests/support/testregistry.h"

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

class TestAnswers final : public QObject {
    Q_OBJECT
    SystemClock m_clock;

private slots:
    void whatGoesOutIsWhatWasAsked()
    {
        RawHttpServer server;
        HttpClient client{m_clock};
        ClientRequest request{.method = "POST",
            .url = server.url(QStringLiteral("/a%20b?to=%2B1555&x=%20")),
            .body = QByteArray{"\0binary\xff", 8},
            .contentType = "application/json"};
        request.headers.add("token", "t-1");
        QVERIFY(resultOf(client.send(request)));
        const auto& seen = server.requests().at(0);
        QVERIFY(seen.head.startsWith("POST /a%20b?to=%2B1555&x=%20 HTTP/1.1\r\n"));
        QCOMPARE(seen.body, request.body);
        QCOMPARE(seen.field("token"), QByteArray{"t-1"});
        QCOMPARE(seen.field("Content-Type"), QByteArray{"application/json"});
        QCOMPARE(seen.field("Accept-Encoding"), QByteArray{"identity"});
        QVERIFY(seen.field("Cookie").isEmpty());
        QVERIFY(seen.field("Upgrade").isEmpty()); // no HTTP/2 in clear text
    }

    void noContentTypeMeansNone()
    {
        RawHttpServer server;
        HttpClient client{m_clock};
        QVERIFY(resultOf(
            client.send({.method = "POST", .url = server.url(QStringLiteral("/")), .body = "x"})));
        QVERIFY(!server.requests().at(0).head.toLower().contains("content-type"));
    }

    void everyStatusIsAnAnswer_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char* line, int status, const QByteArray& headers,
                             const QByteArray& body) {
            QTest::newRow(line) << RawHttpServer::answer(line, headers, body) << status << body;
        };
        const QByteArray html{"<html><h1>It works!</h1></html>"};
        row("200 OK", 200, "Content-Type: text/html\r\n", html);
        row("200 Empty", 200, {}, {});
        row("201 Created", 201, {}, "{}");
        row("302 Found", 302, "Location: http://elsewhere.example.test/\r\n", "moved");
        row("307 Temporary", 307, "Location: /again\r\n", {});
        row("308 Permanent", 308, "Location: /again\r\n", "moved");
        row("400 Bad Request", 400, {}, "{\"error\":\"no\"}");
        row("401 Unauthorized", 401, {}, "{\"error\":\"token\"}");
        row("401 Basic", 401, "WWW-Authenticate: Basic realm=\"x\"\r\n", "{\"error\":\"basic\"}");
        row("401 Bearer", 401, "WWW-Authenticate: Bearer\r\n", "{\"error\":\"bearer\"}");
        row("403 Forbidden", 403, {}, html);
        row("404 Not Found", 404, {}, html);
        row("409 Conflict", 409, {}, {});
        row("418 Teapot", 418, {}, "short and stout");
        row("429 Too Many", 429, "Retry-After: 3\r\n", {});
        row("500 Oops", 500, {}, html);
        row("503 Busy", 503, {}, {});
        row("599 Odd", 599, {}, "odd");
    }

    void everyStatusIsAnAnswer()
    {
        QFETCH(QByteArray, wire);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        for (const QByteArray method : {"POST", "GET"}) {
            if ((status == 307 || status == 308) && method == "GET") {
                continue; // followed; see below
            }
            RawHttpServer server;
            server.script({{.send = wire}});
            HttpClient client{m_clock};
            const auto result = resultOf(client.send({.method = method,
                .url = server.url(QStringLiteral("/")),
                .body = method == "POST" ? "{}" : ""}));
            QVERIFY2(result, qPrintable(result ? QString{} : result.error().detail()));
            QCOMPARE(result->status, status);
            QCOMPARE(result->body, body);
            QCOMPARE(result->isSuccess(), status < 300);
            QCOMPARE(server.requests().size(), 1U);
        }
    }

    void headersComeBackWithTheAnswer()
    {
        RawHttpServer server;
        server.script({{.send = RawHttpServer::answer("429 Slow", "Retry-After: 7\r\n", {})}});
        HttpClient client{m_clock};
        const auto result = resultOf(client.send({.url = server.url(QStringLiteral("/"))}));
        QVERIFY(result);
        QCOMPARE(result->headers.value("retry-after").value_or(QByteArray{}), QByteArray{"7"});
    }

    void nonsenseIsAProtocolError()
    {
        RawHttpServer server;
        server.script({{.send = "SMTP 220 ready\r\n\r\n", .end = RawHttpServer::End::Fin}});
        HttpClient client{m_clock};
        const auto result = resultOf(
            client.send({.method = "POST", .url = server.url(QStringLiteral("/")), .body = "{}"}));
        QVERIFY(!result);
        QVERIFY(result.error().mayHaveHappened());
        QVERIFY(result.error().kind() == ErrorKind::Protocol
            || result.error().kind() == ErrorKind::ServerFault);
        QCOMPARE(server.requests().size(), 1U);
    }

    void whatMustNotGoOutIsRefused_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("why");
        const QString good{QStringLiteral("http://127.0.0.1:1/")};
        const auto row = [&](const char* title, const QByteArray& method, const QString& url,
                             const QByteArray& name, const QByteArray& value, const char* why) {
            QTest::newRow(title) << method << url << name << value << QString::fromLatin1(why);
        };
        row("no url", "GET", {}, "a", "b", "url");
        row("file", "GET", QStringLiteral("file:///etc/passwd"), "a", "b", "url");
        row("password in url", "GET", QStringLiteral("http://u:p@127.0.0.1:1/"), "a", "b", "url");
        row("method with space", "GET /x", good, "a", "b", "method");
        row("empty method", "", good, "a", "b", "method");
        row("CONNECT", "CONNECT", good, "a", "b", "method");
        row("line break in value", "POST", good, "token", "x\r\nEvil: 1", "header");
        row("NUL in value", "POST", good, "token", QByteArray{"x\0y", 3}, "header");
        row("colon in name", "POST", good, "a:b", "c", "header");
        row("own length", "POST", good, "content-LENGTH", "4", "header");
    }

    void whatMustNotGoOutIsRefused()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, url);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(QString, why);
        HttpClient client{m_clock};
        ClientRequest request{.method = method, .url = QUrl{url}};
        request.headers.add(name, value);
        const auto result = resultOf(client.send(request));
        QVERIFY(!result);
        QCOMPARE(errorKindName(result.error().kind()), QStringLiteral("Rejected"));
        QCOMPARE(result.error().detail(), why);
        QVERIFY(!result.error().mayHaveHappened());
    }

    void aClosedGateSendsNothing()
    {
        ManualClock clock;
        RawHttpServer server;
        HttpClient client{clock};
        client.holdBack("account-1", 2500ms);
        const ClientRequest gated{.url = server.url(QStringLiteral("/")), .rateKey = "account-1"};
        const auto closed = resultOf(client.send(gated));
        QVERIFY(!closed);
        QCOMPARE(errorKindName(closed.error().kind()), QStringLiteral("RateLimited"));
        QCOMPARE(closed.error().retryAfter().value_or(0s), 3s);
        QVERIFY(resultOf(
            client.send({.url = server.url(QStringLiteral("/")), .rateKey = "account-2"})));
        clock.advance(2500ms);
        QVERIFY(resultOf(client.send(gated)));
        QCOMPARE(server.requests().size(), 2U);
    }

    void cancellingCutsTheConnection()
    {
        RawHttpServer server;
        server.script({{.send = "HTTP/1.1 200 OK\r\n"}});
        HttpClient client{m_clock};
        auto* call =
            client.send({.method = "POST", .url = server.url(QStringLiteral("/")), .body = "{}"});
        QTRY_COMPARE(server.requests().size(), 1U);
        call->cancel();
        const auto result = resultOf(call);
        QVERIFY(!result);
        QCOMPARE(errorKindName(result.error().kind()), QStringLiteral("Cancelled"));
        QTRY_VERIFY(server.findChildren<QTcpSocket*>().isEmpty());
        QCOMPARE(client.findChildren<QObject*>().size(), 0);
    }

    void aDyingClientTakesItsCallsAlong()
    {
        RawHttpServer server;
        server.script({{.send = "HTTP/1.1 200 OK\r\n"}});
        bool ran{false};
        {
            auto client = std::make_unique<HttpClient>(m_clock);
            for (int i{0}; i < 8; ++i) {
                client
                    ->send({.method = "POST", .url = server.url(QStringLiteral("/")), .body = "{}"})
                    ->then(this, [&ran](const Result<ClientAnswer>&) { ran = true; });
            }
            QTRY_VERIFY(!server.requests().empty());
        }
        QTRY_VERIFY(server.findChildren<QTcpSocket*>().isEmpty());
        QVERIFY(!ran);
    }

    void manyAtOnceEachGetTheirOwnAnswer()
    {
        constexpr int count{200};
        RawHttpServer server;
        HttpClient client{m_clock};
        int right{0};
        for (int i{0}; i < count; ++i) {
            client
                .send({.method = "POST",
                    .url = server.url(QStringLiteral("/%1").arg(i)),
                    .body = QByteArray::number(i)})
                ->then(this,
                    [&right](const Result<ClientAnswer>& result) { right += result ? 1 : 0; });
        }
        QTRY_COMPARE(right, count);
        QCOMPARE(server.countOf("POST"), count);
        for (const auto& request : server.requests()) {
            QCOMPARE("/" + request.body, request.target());
        }
        QVERIFY(server.connections() <= 6);
    }

    void newSettingsDoNotDisturbWhatIsUnderWay()
    {
        RawHttpServer server;
        server.script({{.send = RawHttpServer::ok("slow"), .dripMs = 1}});
        HttpClient client{m_clock};
        auto* call =
            client.send({.method = "POST", .url = server.url(QStringLiteral("/")), .body = "{}"});
        QTRY_COMPARE(server.requests().size(), 1U);
        QVERIFY(client.apply({.proxyMode = ProxyMode::None}));
        const auto result = resultOf(call);
        QVERIFY(result);
        QCOMPARE(result->body, QByteArray{"slow"});
    }
};

TEXTDESK_TEST(tst_answers, TestAnswers)
#include "tst_answers.moc"
