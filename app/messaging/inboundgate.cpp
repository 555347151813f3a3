// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messaging/inboundgate.h"

#include "app/base/log.h"
#include "app/storage/inboundtable.h"

namespace Textdesk {

namespace {

constexpr int loggedRefusalsPerSecond{20};
constexpr int keptRefusals{2000};
constexpr qsizetype keptRefusedBytes{4096}; // of each body: strangers decide how long it is

ServerAnswer plain(int status, QByteArray text)
{
    ServerAnswer answer;
    answer.status = status;
    answer.body = std::move(text);
    return answer;
}

int statusOf(const Error& error)
{
    switch (error.kind()) {
    case ErrorKind::Unauthorized:
        return 403;
    case ErrorKind::NotFound:
        return 404;
    case ErrorKind::Protocol:
    case ErrorKind::Rejected:
        return 400;
    default:
        return 503;
    }
}

InboundEventRow eventRow(AccountId account, const RoutedWebhook& webhook, qint64 nowMs)
{
    InboundEventRow row;
    row.account = account;
    row.receivedMs = nowMs;
    row.purpose = webhook.purpose;
    row.query = webhook.request.query();
    row.body = webhook.request.body;
    return row;
}

} // namespace

InboundGate::InboundGate(Database& database, AccountList& accounts, Clock& clock, QObject* parent)
    : QObject{parent}
    , m_database{database}
    , m_accounts{accounts}
    , m_clock{clock}
    , m_anchor{std::make_shared<Anchor>()}
    , m_targets{std::make_shared<const Targets>()}
{
    m_anchor->gate = this;
    connect(&m_accounts, &AccountList::changed, this, &InboundGate::refreshTargets);
    refreshTargets();
}

InboundGate::~InboundGate()
{
    const std::lock_guard lock{m_anchor->mutex};
    m_anchor->gate = nullptr;
}

void InboundGate::refreshTargets()
{
    auto targets = std::make_shared<Targets>();
    for (const Account* account : m_accounts.all()) {
        if (account->provider && account->provider->inbound()) {
            targets->insert(
                account->row.webhookKey, {account->id(), account->provider->inbound()->rules()});
        }
    }
    const std::lock_guard lock{m_mutex};
    m_targets = std::move(targets);
}

std::optional<InboundGate::Target> InboundGate::target(const QString& key) const
{
    std::shared_ptr<const Targets> targets;
    {
        const std::lock_guard lock{m_mutex};
        targets = m_targets;
    }
    const auto found = targets->constFind(key);
    return found == targets->constEnd() ? std::nullopt : std::optional{*found};
}

void InboundGate::receive(RoutedWebhook webhook, AnswerFunction answer)
{
    const qint64 nowMs{m_clock.nowMs()};
    const std::optional<Target> found{target(webhook.key)};
    if (!found) {
        refuse({}, webhook, Error{ErrorKind::NotFound, QStringLiteral("unknown-address")}, nowMs,
            std::move(answer));
        return;
    }
    Result<VerifiedWebhook> verified{found->rules->read(webhook.request, webhook.purpose, nowMs)};
    if (!verified) {
        refuse(found->account, webhook, verified.error(), nowMs, std::move(answer));
        return;
    }
    apply(*found, webhook, std::move(*verified), nowMs, std::move(answer));
}

void InboundGate::apply(const Target& target, const RoutedWebhook& webhook,
    VerifiedWebhook verified, qint64 nowMs, AnswerFunction answer)
{
    const AccountId account{target.account};
    const auto shared = std::make_shared<const VerifiedWebhook>(std::move(verified));
    m_database.writeFrom<WebhookVerdict>(
        WritePriority::Webhook,
        [account, shared, row = eventRow(account, webhook, nowMs), nowMs](
            WriteContext& context) mutable -> Result<WebhookVerdict> {
            WebhookVerdict verdict{account, row.purpose, QStringLiteral("applied"), {}, {}};
            if (!shared->nonce.isEmpty()
                && !InboundTable::useNonce(
                    context, account, shared->nonce, shared->nonceExpiresMs)) {
                verdict.verdict = QStringLiteral("replayed");
                verdict.reason = QStringLiteral("nonce-used");
            } else {
                const Applied applied{applyInbound(context, account, shared->events, nowMs)};
                verdict.message = applied.lastMessage;
                if (applied.forgotten > 0) {
                    row.query.clear();
                    row.body.clear();
                }
            }
            if (shared->authenticated) {
                AccountTable::setWebhookVerified(context, account, nowMs);
            }
            row.verdict = verdict.verdict;
            row.reason = verdict.reason;
            row.message = verdict.message;
            InboundTable::logEvent(context, row);
            return verdict;
        },
        [anchor = m_anchor, shared, nowMs, answer = std::move(answer)](
            const Result<WebhookVerdict>& verdict) {
            if (!verdict) {
                answer(plain(503, "Could not be stored; please deliver again.\n"));
                return;
            }
            answer(plain(200, "OK\n"));
            announce(anchor, *verdict, shared->authenticated ? nowMs : 0);
        });
}

bool InboundGate::mayLogRefusal(qint64 nowMs)
{
    const qint64 second{nowMs / 1000};
    if (second != m_refusalSecond) {
        m_refusalSecond = second;
        m_refusalsInSecond = 0;
    }
    return ++m_refusalsInSecond <= loggedRefusalsPerSecond;
}

void InboundGate::refuse(AccountId account, const RoutedWebhook& webhook, const Error& error,
    qint64 nowMs, AnswerFunction answer)
{
    answer(plain(statusOf(error), "Not accepted.\n"));
    const WebhookVerdict verdict{
        account, webhook.purpose, QStringLiteral("refused"), error.detail(), {}};
    qCInfo(logWebhook).noquote() << "refused:" << error.detail();
    if (!mayLogRefusal(nowMs)) {
        return; // a flood of rubbish fills neither the disk nor the log
    }
    m_database.writeFrom<Done>(
        WritePriority::Bulk,
        [row = eventRow(account, webhook, nowMs), verdict](
            WriteContext& context) mutable -> Result<Done> {
            row.body.truncate(keptRefusedBytes);
            row.verdict = verdict.verdict;
            row.reason = verdict.reason;
            InboundTable::logEvent(context, row);
            InboundTable::pruneRefused(context, keptRefusals);
            return Done{};
        },
        [anchor = m_anchor, verdict](const Result<Done>&) { announce(anchor, verdict, 0); });
}

void InboundGate::announce(
    const std::shared_ptr<Anchor>& anchor, const WebhookVerdict& verdict, qint64 verifiedMs)
{
    const std::lock_guard lock{anchor->mutex};
    InboundGate* gate{anchor->gate};
    if (!gate) {
        return;
    }
    QMetaObject::invokeMethod(
        gate,
        [gate, verdict, verifiedMs] {
            if (verifiedMs > 0) {
                gate->m_accounts.noteVerifiedWebhook(verdict.account, verifiedMs);
            }
            emit gate->decided(verdict);
        },
        Qt::QueuedConnection);
}

} // namespace Textdesk
