// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The rule that a text is never paid for twice: whatever a server does, one request leaves.
#include "app/base/clock.h"
#include "app/net/httpclient.h"
#include "tests/support/net/rawhttpserver.h"
#include "tests/support/testregistry.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using End = RawHttpServer::End;

namespace {

struct Cut {
    const char* name;
    RawHttpServer::Reaction reaction;
};

std::vector<Cut> cuts()
{
    const QByteArray half{"HTTP/1.1 2"};
    const QByteArray headers{"HTTP/1.1 200 OK\r\nContent-Type: application/js"};
    const QByteArray body{"HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n{\"half\""};
    const QByteArray chunked{
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n{\"half\"\r\n"};
    return {{"fin", {.end = End::Fin}}, {"rst", {.end = End::Rst}},
        {"half status line, fin", {.send = half, .end = End::Fin}},
        {"half status line, rst", {.send = half, .end = End::Rst}},
        {"cut in headers", {.send = headers, .end = End::Fin}},
        {"cut in headers, rst", {.send = headers, .end = End::Rst}},
        {"cut in body", {.send = body, .end = End::Fin}},
        {"cut in body, rst", {.send = body, .end = End::Rst}},
        {"cut in chunks", {.send = chunked, .end = End::Fin}}};
}

// As resultOf(), without its naps of 10 ms: there are many rows here.
Result<ClientAnswer> resultOf(Call<ClientAnswer>* call)
{
    QSignalSpy finished{call, &CallBase::finished};
    Result<ClientAnswer> seen{fail(ErrorKind::Cancelled, QStringLiteral("test: never settled"))};
    call->then(&finished, [&seen](const Result<ClientAnswer>& result) { seen = result; });
    static_cast<void>(finished.wait(10000));
    return seen;
}

} // namespace

class TestOnce final : public QObject {
    Q_OBJECT
private slots:
    void leavesOnceWhateverTheServerDoes_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("cut");
        QTest::addColumn<bool>("reused");
        const auto all = cuts();
        for (const QByteArray method : {"POST", "PUT", "DELETE", "PATCH"}) {
            for (const QByteArray body : {"{\"to\":\"+15550100\"}", ""}) {
                for (size_t cut{0}; cut < all.size(); ++cut) {
                    for (const bool reused : {false, true}) {
                        const QByteArray name{method + (body.isEmpty() ? " empty, " : " body, ")
                            + all[cut].name + (reused ? ", reused" : ", fresh")};
                        QTest::newRow(name.constData())
                            << method << body << static_cast<int>(cut) << reused;
                    }
                }
            }
        }
    }

    void leavesOnceWhateverTheServerDoes()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, body);
        QFETCH(int, cut);
        QFETCH(bool, reused);
        SystemClock clock;
        HttpClient client{clock};
        RawHttpServer server;
        if (reused) {
            const auto first = resultOf(client.send({.url = server.url(QStringLiteral("/warm"))}));
            QVERIFY(first && first->status == 200);
        }
        server.script({cuts()[static_cast<size_t>(cut)].reaction, {.send = RawHttpServer::ok()}});

        const auto result = resultOf(client.send({.method = method,
            .url = server.url(QStringLiteral("/messages")),
            .body = body,
            .contentType = "application/json"}));

        QVERIFY(!result);
        QCOMPARE(errorKindName(result.error().kind()), QStringLiteral("ServerFault"));
        QCOMPARE(result.error().detail(), QStringLiteral("cut"));
        QVERIFY(result.error().mayHaveHappened());
        // A repeat that is still on its way would arrive before this one.
        QVERIFY(resultOf(client.send({.url = server.url(QStringLiteral("/after"))})));
        QCOMPARE(server.countOf(method), 1);
        const auto& seen = server.requests().at(reused ? 1 : 0);
        QCOMPARE(seen.connection, 0);
        QCOMPARE(seen.body, body);
        QCOMPARE(seen.field("Content-Length"), QByteArray::number(body.size()));
    }

    // Why OneShotBody exists. When this fails Qt has changed, and the rule may be looked at again.
    void qtAloneSendsItTwice_data()
    {
        QTest::addColumn<QByteArray>("method");
        for (const QByteArray method : {"POST", "PUT", "DELETE", "PATCH"}) {
            QTest::newRow(method.constData()) << method;
        }
    }

    void qtAloneSendsItTwice()
    {
        QFETCH(QByteArray, method);
        RawHttpServer server;
        server.script({{.end = End::Fin}, {.send = RawHttpServer::ok()}});
        QNetworkAccessManager network;
        QNetworkRequest request{server.url(QStringLiteral("/messages"))};
        request.setHeader(
            QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
        const std::unique_ptr<QNetworkReply> reply{network.sendCustomRequest(
            request, method, QByteArrayLiteral("{\"to\":\"+15550100\"}"))};
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(server.countOf(method), 2);
    }

    void aConnectionThatDiesBeforeTheBodyWasTakenIsOffline()
    {
        SystemClock clock;
        HttpClient client{clock};
        RawHttpServer server;
        // Reset in the handshake of TLS: the connection stands, but nothing was asked yet.
        server.script({{.when = RawHttpServer::When::Accepted, .end = End::Rst}});
        QUrl url{server.url(QStringLiteral("/messages"))};
        url.setScheme(QStringLiteral("https"));
        const auto result = resultOf(client.send({.method = "POST", .url = url, .body = "{}"}));
        QVERIFY(!result);
        QCOMPARE(errorKindName(result.error().kind()), QStringLiteral("Offline"));
        QVERIFY(!result.error().mayHaveHappened());
        QVERIFY(server.requests().empty());
    }

    void aReadThatIsCutNeverHappened()
    {
        SystemClock clock;
        HttpClient client{clock};
        RawHttpServer server;
        server.script(
            {{.send = "HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n{", .end = End::Fin}});
        for (const QByteArray method : {"GET", "HEAD"}) {
            const auto result = resultOf(
                client.send({.method = method, .url = server.url(QStringLiteral("/messages"))}));
            if (method == "HEAD") {
                QVERIFY(result && result->status == 200 && result->body.isEmpty());
                continue;
            }
            QVERIFY(!result);
            QCOMPARE(errorKindName(result.error().kind()), QStringLiteral("ServerFault"));
            QVERIFY(!result.error().mayHaveHappened());
        }
    }
};

TEXTDESK_TEST(tst_once, TestOnce)
#include "tst_once.moc"
