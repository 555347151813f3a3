// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/clock.h"
#include "app/net/httpclient.h"
#include "tests/support/callprobe.h"
#include "tests/support/net/rawhttpserver.h"
#include "tests/support/testregistry.h"

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestRedirects final : public QObject {
    Q_OBJECT
    SystemClock m_clock;

private slots:
    void readsFollowRedirectsWithinTheirOrigin()
    {
        RawHttpServer server;
        HttpClient client{m_clock};
        server.script(
            {{.send = RawHttpServer::answer("302 Found", "Location: /next?page=2#part\r\n", "old")},
                {.send = RawHttpServer::ok("new")}});
        ClientRequest request{.url = server.url(QStringLiteral("/first"))};
        request.headers.add("token", "t-1");
        const auto result = resultOf(client.send(request));
        QVERIFY(result);
        QCOMPARE(result->body, QByteArray{"new"});
        QCOMPARE(server.requests().at(1).target(), QByteArray{"/next?page=2"});
        QCOMPARE(server.requests().at(1).field("token"), QByteArray{"t-1"});
    }

    void noRedirectLeavesItsOrigin_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::newRow("other host") << QByteArray{"http://localhost:%1/x"};
        QTest::newRow("other port") << QByteArray{"http://127.0.0.1:9/x"};
        QTest::newRow("other scheme") << QByteArray{"https://127.0.0.1:%1/x"};
        QTest::newRow("file") << QByteArray{"file:///etc/passwd"};
        QTest::newRow("user") << QByteArray{"http://user:pw@127.0.0.1:%1/x"};
        QTest::newRow("broken") << QByteArray{"http://[x/"};
    }

    void noRedirectLeavesItsOrigin()
    {
        QFETCH(QByteArray, location);
        RawHttpServer server;
        HttpClient client{m_clock};
        location.replace("%1", QByteArray::number(server.serverPort()));
        server.script(
            {{.send = RawHttpServer::answer("301 Moved", "Location: " + location + "\r\n", {})}});
        const auto result = resultOf(client.send({.url = server.url(QStringLiteral("/first"))}));
        QVERIFY(result);
        QCOMPARE(result->status, 301);
        QCOMPARE(server.requests().size(), 1U);
    }

    void aCircleOfRedirectsEnds()
    {
        RawHttpServer server;
        HttpClient client{m_clock};
        server.script({{.send = RawHttpServer::answer("302 Found", "Location: /again\r\n", {})}});
        const auto result = resultOf(client.send({.url = server.url(QStringLiteral("/first"))}));
        QVERIFY(result);
        QCOMPARE(result->status, 302);
        QCOMPARE(server.requests().size(), 6U);
    }
};

TEXTDESK_TEST(tst_redirects, TestRedirects)
#include "tst_redirects.moc"
