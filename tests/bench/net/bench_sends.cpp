// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How many texts a second HttpClient can post over a line of 50 ms: bench_sends [requests per row]
#include "app/base/clock.h"
#include "app/net/httpclient.h"
#include "tests/support/net/http2server.h"
#include "tests/support/net/rawhttpserver.h"
#include "tests/support/net/tcprelay.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QThread>

#include <cstdio>

using namespace Textdesk;
using namespace Textdesk::Testing;

namespace {

constexpr std::chrono::milliseconds oneWay{25};

// The far end of the line, on a thread of its own so that it takes no time from the client.
class FarEnd final {
public:
    FarEnd()
    {
        m_anchor.moveToThread(&m_thread);
        m_thread.start();
    }
    ~FarEnd()
    {
        run([this] {
            m_relay.reset();
            m_server.reset();
        });
        m_thread.quit();
        m_thread.wait();
    }

    // Port of a line to the server of that port, or to a plain HTTP/1.1 server of our own when it
    // is 0.
    quint16 lineTo(quint16 port, const std::optional<QSslConfiguration>& tls)
    {
        run([this, port, &tls] {
            m_server = port == 0 ? std::make_unique<RawHttpServer>(tls) : nullptr;
            m_relay = std::make_unique<TcpRelay>(port == 0 ? m_server->serverPort() : port);
            m_relay->delayBy(oneWay);
        });
        return m_relay->serverPort();
    }

private:
    template <typename F> void run(F fn)
    {
        QMetaObject::invokeMethod(&m_anchor, fn, Qt::BlockingQueuedConnection);
    }

    QThread m_thread;
    QObject m_anchor;
    std::unique_ptr<RawHttpServer> m_server;
    std::unique_ptr<TcpRelay> m_relay;
};

struct Run final {
    int total;
    int inFlight;
    int sent{0};
    int succeeded{0};
    int settled{0};
};

void sendNext(HttpClient& client, const QUrl& url, Run& run, QEventLoop& loop)
{
    ++run.sent;
    client
        .send({.method = "POST",
            .url = url,
            .body = R"({"recipientNumber":"+15550100","message":"a text of one segment"})",
            .contentType = "application/json"})
        ->then(&loop, [&client, url, &run, &loop](const Result<ClientAnswer>& result) {
            run.succeeded += result && result->isSuccess() ? 1 : 0;
            ++run.settled;
            if (run.sent < run.total) {
                sendNext(client, url, run, loop);
            } else if (run.settled == run.total) {
                loop.quit();
            }
        });
}

// False when one of them failed.
bool measure(const char* name, HttpClient& client, SystemClock& clock, const QUrl& url, Run run)
{
    QEventLoop loop;
    Run warm{1, 1};
    sendNext(client, url, warm, loop);
    loop.exec();
    const qint64 start{clock.steadyMs()};
    for (int i{0}; i < run.inFlight && run.sent < run.total; ++i) {
        sendNext(client, url, run, loop);
    }
    loop.exec();
    const double seconds{static_cast<double>(clock.steadyMs() - start) / 1000};
    std::printf("sends over %s, 50 ms latency, %d in flight: %.0f sends/s\n", name, run.inFlight,
        run.total / seconds);
    std::fflush(stdout);
    return run.succeeded == run.total;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application{argc, argv};
    const int total{argc > 1 ? QByteArray{argv[1]}.toInt() : 2000};
    const TestCertificates certificates;
    const Http2Server http2{certificates, false};
    if (total < 1 || !certificates.areMade() || !http2.isRunning()) {
        std::fprintf(stderr, "needs openssl and nghttpd (package nghttp2-server)\n");
        return 1;
    }
    SystemClock clock;
    FarEnd far;
    const QString host{QStringLiteral("://127.0.0.1:%1/ok.json")};
    bool allSent{true};
    for (const int inFlight : {6, 64, 256}) {
        HttpClient client{clock};
        const quint16 port{far.lineTo(0, std::nullopt)};
        allSent &= measure("HTTP/1.1, clear", client, clock,
            QUrl{QStringLiteral("http") + host.arg(port)}, {std::max(total / 5, 1), inFlight});
    }
    for (const int inFlight : {6, 64, 256}) {
        HttpClient client{clock};
        if (!client.apply({.extraCaFile = certificates.authorityFile()})) {
            return 1;
        }
        const quint16 port{far.lineTo(http2.port(), std::nullopt)};
        allSent &= measure("HTTP/2, TLS", client, clock,
            QUrl{QStringLiteral("https") + host.arg(port)}, {total, inFlight});
    }
    return allSent ? 0 : 1;
}
