// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messaging/outbox.h"

#include "app/base/log.h"
#include "app/messaging/draftchecks.h"
#include "app/messaging/enqueue.h"
#include "app/messaging/outboxlane.h"
#include "app/storage/messagetable.h"
#include "app/storage/profileplace.h"

namespace Textdesk {

Outbox::Outbox(
    Database& database, AccountList& accounts, Clock& clock, OutboxOptions options, QObject* parent)
    : QObject{parent}
    , m_database{database}
    , m_accounts{accounts}
    , m_clock{clock}
    , m_options{options}
{
    connect(&m_accounts, &AccountList::changed, this, [this] { pump(); });
}

Outbox::~Outbox() = default;

Outbox::Lane& Outbox::lane(AccountId id)
{
    auto& lane = m_lanes[id];
    if (!lane) {
        lane = std::make_shared<Lane>();
    }
    return *lane;
}

Call<Done>* Outbox::start()
{
    if (m_started) {
        return settledCall<Done>(this, Done{});
    }
    auto* call = m_database.write<Done>(WritePriority::Person,
        [grace = m_options.overdueGraceMs](WriteContext& context) -> Result<Done> {
            const int doubtful{OutboxTable::recoverInterrupted(context)};
            const int overdue{OutboxTable::holdOverdue(context, grace)};
            if (doubtful + overdue > 0) {
                qCInfo(logMessaging)
                    << "recovered:" << doubtful << "in doubt," << overdue << "overdue";
            }
            return Done{};
        });
    call->then(this, [this](const Result<Done>& recovered) {
        if (!recovered) {
            return; // nothing may be sent from a store that cannot be written
        }
        for (const Account* account : m_accounts.all()) {
            // A refusal is repeated harmlessly, so a mended account just works; doubt waits for a
            // person.
            if (isRefusal(account->row.paused)) {
                m_accounts.setPaused(account->id(), {});
            }
        }
        m_started = true;
        pump();
    });
    return call;
}

Result<Done> Outbox::mayGo(const Draft& draft) const
{
    const Account* account{m_accounts.find(draft.account)};
    if (!account || !account->provider) {
        return fail(ErrorKind::NotFound, QStringLiteral("no-account"));
    }
    const SendingFacet* sending{account->provider->sending()};
    if (!sending) {
        return fail(ErrorKind::Rejected, QStringLiteral("cannot-send"));
    }
    if (draft.handOver && !sending->canSchedule()) {
        return fail(ErrorKind::Rejected, QStringLiteral("cannot-schedule"));
    }
    return Done{};
}

Result<std::vector<CheckedDraft>> Outbox::check(const std::vector<Draft>& drafts) const
{
    std::vector<CheckedDraft> checked;
    checked.reserve(drafts.size());
    QSet<QString> already; // account, person and text of this batch
    std::vector<Result<Address>> addresses{checkDrafts(drafts, [this](const Draft& draft) {
        const Account* account{m_accounts.find(draft.account)};
        return account ? account->region() : QString{};
    })};
    for (size_t i{0}; i < drafts.size(); ++i) {
        const Draft& draft{drafts[i]};
        const Result<Done> may{mayGo(draft)};
        if (!may) {
            return fail(may.error());
        }
        Result<Address>& to{addresses[i]};
        if (!to) {
            return fail(to.error());
        }
        const QString same{draft.account.toString() + u'\n' + to->canonical() + u'\n' + draft.text};
        if (already.contains(same)) {
            continue; // one person under two spellings is texted once
        }
        already.insert(same);
        checked.push_back({draft, std::move(*to)});
    }
    return checked;
}

Call<std::vector<MessageId>>* Outbox::send(const std::vector<Draft>& drafts)
{
    using Ids = std::vector<MessageId>;
    Result<std::vector<CheckedDraft>> checked{check(drafts)};
    if (!checked) {
        return settledCall<Ids>(this, fail(checked.error()));
    }
    auto* call = m_database.write<Ids>(
        WritePriority::Person, [checked = std::move(*checked)](WriteContext& context) {
            return enqueueAll(context, checked);
        });
    call->then(this, [this](const Result<Ids>& stored) {
        if (stored) {
            pump();
        }
    });
    return call;
}

Call<QString>* Outbox::takeBack(MessageId id)
{
    return m_database.write<QString>(
        WritePriority::Person, [id](WriteContext& context) { return takeBackQueued(context, id); });
}

Call<Done>* Outbox::settle(MessageId id, bool sent)
{
    auto* call = m_database.write<Done>(WritePriority::Person,
        [id, sent](WriteContext& context) { return settleDoubt(context, id, sent); });
    call->then(this, [this](const Result<Done>&) { pump(); });
    return call;
}

Call<MessageId>* Outbox::sendAgain(MessageId id)
{
    auto* call = m_database.write<MessageId>(
        WritePriority::Person, [id](WriteContext& context) -> Result<MessageId> {
            const auto message = MessageTable::find(context.db, id);
            if (!message || message->direction != Direction::Out
                || message->state != DeliveryState::Failed) {
                return fail(ErrorKind::Rejected, QStringLiteral("not-failed"));
            }
            if (!accountExists(context.db, message->account)) {
                return fail(ErrorKind::NotFound, QStringLiteral("no-account"));
            }
            Draft draft;
            draft.account = message->account;
            draft.text = message->text;
            draft.campaign = message->campaign;
            draft.dataField = message->dataField;
            return enqueue(context, {draft, Address::fromCanonical(message->peer)});
        });
    call->then(this, [this](const Result<MessageId>&) { pump(); });
    return call;
}

void Outbox::resume(AccountId id)
{
    lift(id);
    pump();
}

void Outbox::lift(AccountId id)
{
    Lane& resumed{lane(id)};
    resumed.doubtfulInARow = 0;
    resumed.holdUntilSteadyMs = 0;
    resumed.backoff.reset();
    m_accounts.setPaused(id, {});
}

void Outbox::resumeAll()
{
    // Each lifted pause is a change that would pump, and find the accounts before it quiet.
    m_resuming = true;
    std::vector<AccountId> ids;
    for (const Account* account : m_accounts.all()) {
        if (!needsPersonsWord(account->row.paused)) {
            ids.push_back(account->id());
        }
    }
    for (const AccountId id : ids) {
        lift(id);
    }
    m_resuming = false;
    pump();
}

bool Outbox::isHeldBack(AccountId id) const
{
    const auto current = m_lanes.value(id);
    return current && current->holdUntilSteadyMs > m_clock.steadyMs();
}

void Outbox::pump()
{
    if (!m_started || m_resuming) {
        return;
    }
    if (!m_claimsNoMore) {
        for (const Account* account : m_accounts.all()) {
            if (account->maySend() && account->provider->sending()) {
                pumpAccount(*account);
            }
        }
    }
    reportQuiet();
}

void Outbox::stopClaiming()
{
    m_claimsNoMore = true;
    reportQuiet();
}

bool Outbox::isQuiet() const
{
    if (!m_started) {
        return m_claimsNoMore; // nothing will be taken up
    }
    if (m_pumpQueued || m_resuming) {
        return false;
    }
    for (const auto& running : m_lanes) {
        if (running->claiming || !running->busy.isEmpty()) {
            return false;
        }
    }
    if (m_claimsNoMore) {
        return true;
    }
    for (const Account* account : m_accounts.all()) {
        if (account->maySend() && account->provider->sending() && !isHeldBack(account->id())) {
            const qint64 due{OutboxTable::nextDue(m_database.reader(), account->id())};
            if (due >= 0 && due <= m_clock.nowMs()) {
                return false;
            }
        }
    }
    return true;
}

void Outbox::reportQuiet()
{
    if (isQuiet()) {
        emit quiet();
    }
}

} // namespace Textdesk
