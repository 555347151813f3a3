// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Texts a second through the whole way out: on disk, claimed, one request each, outcome on disk; 50
// ms latency.
#include "app/engine/engine.h"
#include "app/net/httpclient.h"
#include "app/providers/zoomconnect/zoomconnect.h"
#include "app/secrets/memorysecrets.h"
#include "tests/bench/messaging/delayedline.h"
#include "tests/support/net/http2server.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>

using namespace Textdesk;

namespace {

constexpr int practiceCredits{1000}; // what a new practice service has: one a text

template <typename T> Result<T> wait(Call<T>* call)
{
    QEventLoop loop;
    std::optional<Result<T>> seen;
    call->then(&loop, [&](const Result<T>& result) {
        seen = result;
        loop.quit();
    });
    loop.exec();
    return *seen;
}

std::vector<Draft> drafts(AccountId account, int count)
{
    std::vector<Draft> all;
    for (int i{0}; i < count; ++i) {
        Draft draft;
        draft.account = account;
        draft.to = QStringLiteral("+2782%1").arg(1000000 + i);
        draft.text = QStringLiteral("Reminder: parent evening tonight at 18:00 in the hall.");
        all.push_back(std::move(draft));
    }
    return all;
}

struct Service final {
    const char* name;
    QString baseUrl;
    QString email;
    QByteArray token;
    QString authority;
    int texts;
};

// False when a text did not end as accepted.
bool measure(const Service& service)
{
    const QTemporaryDir profile;
    SystemClock clock;
    HttpClient http{clock};
    if (!http.apply({.proxyMode = ProxyMode::None, .extraCaFile = service.authority})) {
        return false;
    }
    MemorySecrets secrets;
    ProviderRegistry registry;
    registry.add(zoomConnectKind());
    auto engine = Engine::open(profile.path(), {clock, http, secrets, registry});
    NewAccount account;
    account.provider = QStringLiteral("zoomconnect");
    account.name = QStringLiteral("bench");
    account.settings.insert(QStringLiteral("email"), service.email);
    account.settings.insert(QStringLiteral("base-url"), service.baseUrl);
    account.secrets.insert(QStringLiteral("token"), SecretText{service.token});
    const auto id = wait((*engine)->accounts().add(account, false));
    Outbox& outbox{(*engine)->outbox()};
    if (!id || !wait(outbox.start())) {
        return false;
    }
    const qint64 begin{clock.steadyMs()};
    const std::clock_t cpuBegin{std::clock()};
    if (!wait(outbox.send(drafts(*id, service.texts)))) {
        return false;
    }
    const qint64 stored{clock.steadyMs()};
    const double cpuSeconds{double(std::clock() - cpuBegin) / CLOCKS_PER_SEC};
    QEventLoop loop;
    QObject::connect(&outbox, &Outbox::quiet, &loop, &QEventLoop::quit);
    loop.exec();
    const qint64 end{clock.steadyMs()};
    std::printf("durable enqueue of %d texts: %.0f rows/s, %.1f us of processor time a row\n",
        service.texts, service.texts * 1000.0 / double(std::max<qint64>(stored - begin, 1)),
        cpuSeconds * 1e6 / service.texts);
    std::printf("bulk send over %s, 50 ms latency, ledger durable before each call: %.0f texts/s\n",
        service.name, service.texts * 1000.0 / double(end - stored));
    std::fflush(stdout);
    const OutboxCounts left{OutboxTable::counts((*engine)->database().reader(), *id)};
    return left.queued + left.submitting + left.unknown == 0;
}

bool overHttp2()
{
    const Testing::TestCertificates certificates;
    Testing::Http2Server server{certificates, false};
    if (!certificates.areMade() || !server.isRunning()
        || !server.serve(
            QStringLiteral("app/api/rest/v1/sms/send"), R"({"messageId":"bench","error":null})")) {
        std::fprintf(stderr, "needs openssl and nghttpd (package nghttp2-server)\n");
        return false;
    }
    const Bench::DelayedLine line{server.port()};
    return measure({"HTTP/2", QStringLiteral("https://127.0.0.1:%1/app/").arg(line.port()),
        QStringLiteral("bench@example.com"), "t", certificates.authorityFile(), 20000});
}

bool overHttp1()
{
    QProcess practice;
    practice.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    practice.start(QCoreApplication::applicationDirPath() + QStringLiteral("/textdesk-cli"),
        {QStringLiteral("practice"), QStringLiteral("serve"), QStringLiteral("--json")});
    QEventLoop loop;
    QObject::connect(&practice, &QProcess::readyReadStandardOutput, &loop, &QEventLoop::quit);
    QObject::connect(&practice, &QProcess::errorOccurred, &loop, &QEventLoop::quit);
    loop.exec();
    const QJsonObject told{QJsonDocument::fromJson(practice.readLine()).object()};
    const QUrl base{told.value(QStringLiteral("baseUrl")).toString()};
    const Bench::DelayedLine line{quint16(base.port())};
    const bool right{
        measure({"HTTP/1.1", QStringLiteral("http://127.0.0.1:%1/app/").arg(line.port()),
            told.value(QStringLiteral("email")).toString(),
            told.value(QStringLiteral("token")).toString().toUtf8(), {}, practiceCredits})};
    practice.kill();
    QObject::connect(&practice, &QProcess::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return right;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application{argc, argv};
    const bool first{overHttp1()};
    return overHttp2() && first ? 0 : 1;
}
