// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/httpclient.h"
#include "tests/support/callprobe.h"
#include "tests/support/manualclock.h"
#include "tests/support/net/fakenetwork.h"
#include "tests/support/testregistry.h"

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

class TestFakeNetwork final : public QObject {
    Q_OBJECT
    const QUrl m_url{QStringLiteral("https://sms.example.test/send?a=%2B1")};

    [[nodiscard]] ClientRequest post() const
    {
        ClientRequest request{
            .method = "POST", .url = m_url, .body = "{\"x\":1}", .contentType = "application/json"};
        request.headers.add("token", "t-1");
        return request;
    }

private slots:
    void recordsWhatWouldGoOut()
    {
        ManualClock clock;
        auto* network = new FakeNetwork;
        HttpClient client{clock, network};
        network->enqueue({.status = 201, .body = "made", .headers = {{"X-Id", "7"}}});
        network->onRequest([](const FakeNetwork::Request& request) {
            return FakeNetwork::Answer{.status = 404, .body = request.method};
        });
        const auto first = resultOf(client.send(post()));
        QVERIFY(first);
        QCOMPARE(first->status, 201);
        QCOMPARE(first->body, QByteArray{"made"});
        QCOMPARE(first->headers.value("x-id").value_or(QByteArray{}), QByteArray{"7"});
        const auto& seen = network->requests().at(0);
        QCOMPARE(seen.method, QByteArray{"POST"});
        QCOMPARE(seen.target(), QByteArray{"/send?a=%2B1"});
        QCOMPARE(seen.body, QByteArray{"{\"x\":1}"});
        QCOMPARE(seen.headers.value("Token").value_or(QByteArray{}), QByteArray{"t-1"});
        for (const QByteArray method : {"GET", "HEAD", "PUT", "DELETE", "PATCH"}) {
            const auto result = resultOf(client.send({.method = method, .url = m_url}));
            QVERIFY(result);
            QCOMPARE(result->status, 404);
            QCOMPARE(result->body, method);
        }
    }

    void playsFailures()
    {
        ManualClock clock;
        auto* network = new FakeNetwork;
        HttpClient client{clock, network};
        network->enqueueRefusal();
        network->enqueueCut();
        const auto refused = resultOf(client.send(post()));
        QVERIFY(!refused);
        QCOMPARE(errorKindName(refused.error().kind()), QStringLiteral("Offline"));
        QVERIFY(!refused.error().mayHaveHappened());
        const auto cut = resultOf(client.send(post()));
        QVERIFY(!cut);
        QCOMPARE(errorKindName(cut.error().kind()), QStringLiteral("ServerFault"));
        QVERIFY(cut.error().mayHaveHappened());
    }

    void hangsUntilAborted()
    {
        ManualClock clock;
        auto* network = new FakeNetwork;
        HttpClient client{clock, network};
        network->enqueue({.hangs = true});
        auto* call = client.send(post());
        clock.advance(30s);
        const auto result = resultOf(call);
        QVERIFY(!result);
        QCOMPARE(errorKindName(result.error().kind()), QStringLiteral("Timeout"));
        QVERIFY(result.error().mayHaveHappened());
        QCOMPARE(network->aborted(), 1);
    }
};

TEXTDESK_TEST(tst_fakenetwork, TestFakeNetwork)
#include "tst_fakenetwork.moc"
