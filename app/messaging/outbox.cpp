// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messaging/outbox.h"

#include "app/base/log.h"
#include "app/messaging/enqueue.h"
#include "app/messaging/reference.h"
#include "app/storage/messagetable.h"

namespace Textdesk {

using namespace std::chrono_literals;

struct Outbox::Lane final {
    QSet<ConversationId> busy; // with a request under way or its outcome being written
    bool claiming{false};
    int doubtfulInARow{0};
    qint64 holdUntilSteadyMs{0};
    Backoff backoff{5s, 10min};
    std::unique_ptr<QObject> wake; // deleting it cancels the timer
};

Outbox::Outbox(Database& database, AccountList& accounts, Clock& clock, OutboxOptions options,
    QObject* parent)
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
    auto* call = m_database.write<Done>(WritePriority::Person,
        [grace = m_options.overdueGraceMs](WriteContext& context) -> Result<Done> {
            const int doubtful{OutboxTable::recoverInterrupted(context)};
            const int overdue{OutboxTable::holdOverdue(context, grace)};
            if (doubtful + overdue > 0) {
                qCInfo(logMessaging) << "recovered:" << doubtful << "in doubt," << overdue << "overdue";
            }
            return Done{};
        });
    call->then(this, [this](const Result<Done>& recovered) {
        if (!recovered) {
            return; // nothing may be sent from a store that cannot be written
        }
        for (const Account* account : m_accounts.all()) {
            // A refusal is repeated harmlessly, so a mended account just works; doubt waits for a person.
            if (account->row.paused != QStringLiteral("unknown-outcomes")) {
                m_accounts.setPaused(account->id(), {});
            }
        }
        m_started = true;
        pump();
    });
    return call;
}

Call<std::vector<MessageId>>* Outbox::send(const std::vector<Draft>& drafts)
{
    using Ids = std::vector<MessageId>;
    std::vector<CheckedDraft> checked;
    for (const Draft& draft : drafts) {
        const Account* account{m_accounts.find(draft.account)};
        if (!account || !account->provider) {
            return settledCall<Ids>(this, fail(ErrorKind::NotFound, QStringLiteral("no-account")));
        }
        SendingFacet* sending{account->provider->sending()};
        if (!sending) {
            return settledCall<Ids>(this, fail(ErrorKind::Rejected, QStringLiteral("cannot-send")));
        }
        if (draft.handOver && !sending->canSchedule()) {
            return settledCall<Ids>(
                this, fail(ErrorKind::Rejected, QStringLiteral("cannot-schedule")));
        }
        Result<Address> to{checkDraft(draft, account->region())};
        if (!to) {
            return settledCall<Ids>(this, fail(to.error()));
        }
        checked.push_back({draft, std::move(*to)});
    }
    auto* call = m_database.write<Ids>(
        WritePriority::Person, [checked = std::move(checked)](WriteContext& context) -> Result<Ids> {
            Ids ids;
            ids.reserve(checked.size());
            for (const CheckedDraft& draft : checked) {
                const Result<MessageId> id{enqueue(context, draft)};
                if (!id) {
                    return fail(id.error());
                }
                ids.push_back(*id);
            }
            return ids;
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
    Lane& resumed{lane(id)};
    resumed.doubtfulInARow = 0;
    resumed.holdUntilSteadyMs = 0;
    resumed.backoff.reset();
    m_accounts.setPaused(id, {});
    pump();
}

void Outbox::pump()
{
    if (!m_started) {
        return;
    }
    for (const Account* account : m_accounts.all()) {
        if (account->maySend() && account->provider->sending()) {
            pumpAccount(*account);
        }
    }
    reportQuiet();
}

void Outbox::pumpAccount(const Account& account)
{
    const AccountId id{account.id()};
    Lane& current{lane(id)};
    const int free{m_options.parallelPerAccount - int(current.busy.size())};
    if (current.claiming || free <= 0) {
        return;
    }
    if (const qint64 wait{current.holdUntilSteadyMs - m_clock.steadyMs()}; wait > 0) {
        wakeAt(current, m_clock.nowMs() + wait);
        return;
    }
    const qint64 due{OutboxTable::nextDue(m_database.reader(), id)};
    if (due < 0) {
        return;
    }
    if (due > m_clock.nowMs()) {
        wakeAt(current, due);
        return;
    }
    current.claiming = true;
    using Claimed = std::vector<Message>;
    m_database
        .write<Claimed>(WritePriority::SendState,
            [id, free, busy = current.busy](WriteContext& context) -> Result<Claimed> {
                return OutboxTable::claim(context, id, free, busy);
            })
        ->then(this, [this, id, free](const Result<Claimed>& claimed) {
            Lane& now{lane(id)};
            now.claiming = false;
            if (!claimed) {
                qCWarning(logMessaging) << "cannot claim:" << claimed.error().detail();
                now.holdUntilSteadyMs = m_clock.steadyMs() + now.backoff.next().count();
                pump();
                return;
            }
            for (const Message& message : *claimed) {
                submit(message);
            }
            // Fewer than there was room for: the rest is busy, not due or done. It is looked at again when
            // a request returns or a timer runs out.
            if (int(claimed->size()) == free || now.busy.isEmpty()) {
                pump();
            }
            reportQuiet();
        });
}

void Outbox::submit(const Message& message)
{
    const Account* account{m_accounts.find(message.account)};
    if (!account || !account->provider || !account->provider->sending()) {
        answered(message, fail(ErrorKind::SecretUnavailable, QStringLiteral("account-gone")));
        return;
    }
    lane(message.account).busy.insert(message.conversation);
    OutgoingText text{Address::fromCanonical(message.peer), message.text, message.campaign,
        toWire(message.dataField, message.reference), std::nullopt};
    if (message.handedOver && message.scheduledMs > m_clock.nowMs()) {
        text.sendAtMs = message.scheduledMs;
    }
    account->provider->sending()->send(text)->then(
        this, [this, message](const Result<SendReceipt>& answer) { answered(message, answer); });
}

void Outbox::answered(const Message& message, const Result<SendReceipt>& answer)
{
    const bool handedOver{message.handedOver && message.scheduledMs > m_clock.nowMs()};
    const SendOutcome outcome{outcomeOf(answer, handedOver)};
    qint64 waitMs{0};
    if (outcome.account == AccountVerdict::WaitABit) {
        waitMs = lane(message.account).backoff.next(outcome.retryAfter).count();
    }
    applyAccountVerdict(message.account, outcome, waitMs);
    m_database
        .write<Done>(WritePriority::SendState,
            [id = message.id, outcome, waitMs](
                WriteContext& context) { return recordOutcome(context, id, outcome, waitMs); })
        ->then(this, [this, message](const Result<Done>& recorded) {
            if (!recorded) {
                // The row stays Submitting and becomes Unknown at the next start: never sent again by itself.
                qCWarning(logMessaging) << "outcome not recorded:" << recorded.error().detail();
            }
            lane(message.account).busy.remove(message.conversation);
            pump();
        });
}

void Outbox::applyAccountVerdict(AccountId account, const SendOutcome& outcome, qint64 waitMs)
{
    Lane& current{lane(account)};
    QString pause;
    switch (outcome.account) {
    case AccountVerdict::Fine:
        current.backoff.reset();
        current.doubtfulInARow = 0;
        return;
    case AccountVerdict::WaitABit:
        current.holdUntilSteadyMs = m_clock.steadyMs() + waitMs;
        return;
    case AccountVerdict::Refused:
        pause = outcome.reason;
        break;
    case AccountVerdict::Doubtful:
        if (++current.doubtfulInARow < m_options.unknownsBeforePause) {
            return;
        }
        pause = QStringLiteral("unknown-outcomes");
        break;
    }
    const Account* paused{m_accounts.find(account)};
    if (paused && paused->row.paused != pause) {
        m_accounts.setPaused(account, pause);
        emit accountPaused(account, pause);
    }
}

void Outbox::wakeAt(Lane& lane, qint64 dueMs)
{
    // Looked at again at least every minute: the wall clock may be set while we wait.
    const qint64 wait{std::clamp<qint64>(dueMs - m_clock.nowMs(), 1, 60000)};
    lane.wake = std::make_unique<QObject>();
    m_clock.after(std::chrono::milliseconds{wait}, lane.wake.get(), [this] { pump(); });
}

bool Outbox::isQuiet() const
{
    if (!m_started) {
        return false;
    }
    for (const auto& running : m_lanes) {
        if (running->claiming || !running->busy.isEmpty()) {
            return false;
        }
    }
    for (const Account* account : m_accounts.all()) {
        const auto current = m_lanes.value(account->id());
        const bool held{current && current->holdUntilSteadyMs > m_clock.steadyMs()};
        if (account->maySend() && !held) {
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
