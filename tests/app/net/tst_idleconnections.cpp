// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A create leaves on a connection that the service surely still listens to.
#include "app/net/httpclient.h"
#include "tests/support/callprobe.h"
#include "tests/support/manualclock.h"
#include "tests/support/net/rawhttpserver.h"
#include "tests/support/testregistry.h"

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

class TestIdleConnections final : public QObject {
    Q_OBJECT
    ManualClock m_clock;

    static ClientRequest create(const RawHttpServer& server)
    {
        return {.method = "POST", .url = server.url(QStringLiteral("/send")), .body = "{}"};
    }
    static ClientRequest read(const RawHttpServer& server)
    {
        return {.url = server.url(QStringLiteral("/list"))};
    }
    void sendTwoAtOnce(HttpClient& client, const RawHttpServer& server)
    {
        int answers{0};
        for (int i{0}; i < 2; ++i) {
            client.send(create(server))->then(this, [&answers](const Result<ClientAnswer>& result) {
                answers += result ? 1 : 0;
            });
        }
        QTRY_COMPARE(answers, 2);
    }

private slots:
    void aCreateSoonAfterUsesTheSameConnection()
    {
        RawHttpServer server;
        HttpClient client{m_clock};
        QVERIFY(resultOf(client.send(create(server))));
        m_clock.advance(2999ms);
        QVERIFY(resultOf(client.send(create(server))));
        QCOMPARE(server.requests().at(1).connection, 0);
    }
    void aCreateAfterSilenceOpensANewOne()
    {
        RawHttpServer server;
        HttpClient client{m_clock};
        QVERIFY(resultOf(client.send(read(server))));
        m_clock.advance(3s);
        QVERIFY(resultOf(client.send(create(server))));
        QCOMPARE(server.requests().at(1).connection, 1);
    }
    void aReadMayTakeTheOldOne() // repeated by Qt if need be: it costs nobody anything
    {
        RawHttpServer server;
        HttpClient client{m_clock};
        QVERIFY(resultOf(client.send(read(server))));
        m_clock.advance(60s);
        QVERIFY(resultOf(client.send(read(server))));
        QCOMPARE(server.requests().at(1).connection, 0);
    }
    void anotherServicesTrafficDoesNotCount()
    {
        RawHttpServer server;
        RawHttpServer other;
        HttpClient client{m_clock};
        QVERIFY(resultOf(client.send(create(server))));
        m_clock.advance(3s);
        QVERIFY(resultOf(client.send(create(other))));
        QVERIFY(resultOf(client.send(create(server))));
        QCOMPARE(server.requests().at(1).connection, 1);
    }
    // Two at once opened a second connection; one at a time kept only the first one awake.
    void aSecondRequestAtOnceDoesNotWakeAConnectionThatSleptLong()
    {
        RawHttpServer server;
        HttpClient client{m_clock};
        sendTwoAtOnce(client, server);
        for (int i{0}; i < 3; ++i) {
            m_clock.advance(2s);
            QVERIFY(resultOf(client.send(create(server))));
        }
        const int opened{server.connections()};
        sendTwoAtOnce(client, server);
        QVERIFY(server.requests().back().connection >= opened);
    }
    // Requests that are under way keep the network they left on.
    void aFreshNetworkLeavesRunningRequestsAlone()
    {
        RawHttpServer slow;
        slow.script({{.when = RawHttpServer::When::Headers}});
        RawHttpServer server;
        HttpClient client{m_clock};
        QVERIFY(resultOf(client.send(create(server))));
        auto* waiting = client.send(read(slow));
        QTRY_COMPARE(slow.requests().size(), 1U);
        m_clock.advance(3s);
        QVERIFY(resultOf(client.send(create(server))));
        QVERIFY(!waiting->isSettled());
        waiting->cancel();
    }
};

TEXTDESK_TEST(tst_idleconnections, TestIdleConnections)
#include "tst_idleconnections.moc"
