// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Webhooks a second: verified, de-duplicated, committed with FULL and answered, over keep-alive
// connections.
#include "app/engine/engine.h"
#include "app/net/httpclient.h"
#include "app/providers/zoomconnect/zoomconnect.h"
#include "app/secrets/memorysecrets.h"
#include "app/storage/conversationtable.h"
#include "app/storage/messageids.h"
#include "app/storage/messagetable.h"
#include "app/webhook/webhookrouter.h"
#include "tests/bench/messaging/webhookload.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QEventLoop>
#include <QTemporaryDir>

#include <cstdio>
#include <thread>

using namespace Textdesk;

namespace {

constexpr int texts{20000};
constexpr int connections{16};
const QByteArray key{"bench-key"};

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

// The listener's work goes on in its own threads; ours keeps its event loop turning meanwhile.
Bench::LoadResult load(quint16 port, const std::vector<QByteArray>& requests)
{
    QEventLoop loop;
    Bench::LoadResult result;
    std::thread sender{[&] {
        result = Bench::send(port, requests, connections);
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    }};
    loop.exec();
    sender.join();
    return result;
}

void print(const char* what, const Bench::LoadResult& result)
{
    std::printf("webhook %s, %d connections: %.0f /s, p50 %.1f ms, p99 %.1f ms\n", what,
        connections, result.perSecond, result.p50Ms, result.p99Ms);
    std::fflush(stdout);
}

// The messages that the reports are about.
bool storeSent(Database& database, AccountId account)
{
    return wait(database.write<Done>(WritePriority::Bulk,
                    [account](WriteContext& context) -> Result<Done> {
                        for (int i{0}; i < texts; ++i) {
                            Message message;
                            message.account = account;
                            message.conversation = ConversationTable::findOrCreate(context, account,
                                QStringLiteral("+2782%1").arg(i % 5000, 7, 10, QChar{u'0'}));
                            message.id = nextOutgoingId(context.db, context.nowMs);
                            message.state = DeliveryState::Accepted;
                            message.text = QStringLiteral("Reminder");
                            message.providerId = QStringLiteral("a%1").arg(i, 23, 10, QChar{u'0'});
                            message.atMs = context.nowMs;
                            MessageTable::insert(context, message);
                        }
                        return Done{};
                    }))
        .has_value();
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application{argc, argv};
    const QTemporaryDir profile;
    SystemClock clock;
    HttpClient http{clock};
    MemorySecrets secrets;
    ProviderRegistry registry;
    registry.add(zoomConnectKind());
    auto engine = Engine::open(profile.path(), {clock, http, secrets, registry});
    if (!engine) {
        return 1;
    }
    NewAccount account;
    account.provider = QStringLiteral("zoomconnect");
    account.name = QStringLiteral("bench");
    account.settings.insert(QStringLiteral("email"), QStringLiteral("bench@example.com"));
    account.secrets.insert(QStringLiteral("token"), SecretText{"t"});
    account.secrets.insert(QStringLiteral("webhook-key"), SecretText{key});
    const auto added = wait((*engine)->accounts().add(account, false));
    if (!added || !storeSent((*engine)->database(), *added)) {
        return 1;
    }
    ListenerOptions options;
    const auto port = wait((*engine)->listener().start(options));
    if (!port) {
        return 1;
    }
    const QString webhookKey{(*engine)->accounts().find(*added)->row.webhookKey};
    const QByteArray expires{QDateTime::currentDateTimeUtc()
                                 .addSecs(2 * 3600 + 240)
                                 .toString(QStringLiteral("yyyyMMddHHmmss"))
                                 .toLatin1()};
    std::vector<QByteArray> replies;
    std::vector<QByteArray> reports;
    for (int i{0}; i < texts; ++i) {
        replies.push_back(Bench::replyRequest(
            webhookPath(webhookKey, QStringLiteral("replies")).toLatin1(), key, i, expires));
        reports.push_back(Bench::reportRequest(
            webhookPath(webhookKey, QStringLiteral("reports")).toLatin1(), key, i, expires));
    }
    const auto replied = load(*port, replies);
    print("replies", replied);
    const auto reported = load(*port, reports);
    print("reports", reported);
    const auto counts = ConversationTable::counts((*engine)->database().reader());
    const bool right{replied.wrong == 0 && reported.wrong == 0 && counts.unreadMessages == texts};
    if (!right) {
        std::printf("wrong answers: %d, %d; unread %d\n", replied.wrong, reported.wrong,
            counts.unreadMessages);
    }
    return right ? 0 : 1;
}
