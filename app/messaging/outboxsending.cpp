// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a due text leaves: claim, one request, its outcome, and what that means for its account.
#include "app/base/log.h"
#include "app/messaging/claiming.h"
#include "app/messaging/enqueue.h"
#include "app/messaging/outboxlane.h"
#include "app/messaging/reference.h"

#include <algorithm>

namespace Textdesk {

bool isRefusal(const QString& pause)
{
    return pause == QStringLiteral("unauthorized") || pause == QStringLiteral("no-credit")
        || pause == QStringLiteral("secret") || pause == QStringLiteral("wrong-address");
}

void Outbox::pumpAccount(const Account& account)
{
    const AccountId id{account.id()};
    Lane& current{lane(id)};
    const int free{account.provider->sending()->parallelRequests() - int(current.busy.size())};
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
            [id, rules = ClaimRules{free, current.busy, m_options.overdueGraceMs}](
                WriteContext& context) -> Result<Claimed> { return claimDue(context, id, rules); })
        ->then(this, [this, id, free](const Result<Claimed>& rows) { claimed(id, free, rows); });
}

void Outbox::claimed(AccountId id, int asked, const Result<std::vector<Message>>& rows)
{
    Lane& now{lane(id)};
    now.claiming = false;
    if (!rows) {
        qCWarning(logMessaging) << "cannot claim:" << rows.error().detail();
        now.holdUntilSteadyMs = m_clock.steadyMs() + now.backoff.next().count();
        pump();
        return;
    }
    for (const Message& message : *rows) {
        submit(message);
    }
    // Fewer than there was room for: the rest is busy, not due or done. It is looked at again when
    // a request returns or a timer runs out.
    if (int(rows->size()) == asked || now.busy.isEmpty()) {
        pump();
    }
    reportQuiet();
}

void Outbox::pumpSoon()
{
    // Outcomes are committed in groups and come back in groups: one claim for all of them, not one
    // for each.
    if (m_pumpQueued) {
        return;
    }
    m_pumpQueued = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_pumpQueued = false;
            pump();
        },
        Qt::QueuedConnection);
}

void Outbox::submit(const Message& message)
{
    lane(message.account).busy.insert(message.conversation);
    const Account* account{m_accounts.find(message.account)};
    if (!account || !account->maySend() || !account->provider->sending()) {
        // Removed or paused since the claim: certainly not sent.
        SendOutcome back;
        back.state = DeliveryState::Queued;
        record(message, back, 0);
        return;
    }
    OutgoingText text{Address::fromCanonical(message.peer), message.text, message.campaign,
        toWire(message.dataField, message.reference), std::nullopt};
    if (message.handedOver && message.scheduledMs > m_clock.nowMs()) {
        text.sendAtMs = message.scheduledMs;
    }
    Call<SendReceipt>* call{account->provider->sending()->send(text)};
    const auto settled = std::make_shared<bool>(false);
    call->then(this, [this, message, settled](const Result<SendReceipt>& answer) {
        *settled = true;
        answered(message, answer);
    });
    // A removed account takes its calls with it, silently; the request may have arrived all the
    // same. Queued, because this comes from the middle of the removal.
    connect(
        call, &QObject::destroyed, this,
        [this, message, settled] {
            if (!*settled) {
                Error gone{ErrorKind::Cancelled, QStringLiteral("account-gone")};
                gone.withMayHaveHappened(true);
                answered(message, fail(gone));
            }
        },
        Qt::QueuedConnection);
}

void Outbox::answered(const Message& message, const Result<SendReceipt>& answer)
{
    const bool handedOver{message.handedOver && message.scheduledMs > m_clock.nowMs()};
    const SendOutcome outcome{outcomeOf(answer, handedOver)};
    Lane& current{lane(message.account)};
    qint64 waitMs{0};
    if (outcome.account == AccountVerdict::WaitABit) {
        waitMs = holdBack(current, outcome);
    } else if (outcome.account == AccountVerdict::Fine) {
        current.backoff.reset();
        current.doubtfulInARow = 0;
    } else {
        pauseAfter(message.account, outcome);
    }
    record(message, outcome, waitMs);
}

void Outbox::record(const Message& message, const SendOutcome& outcome, qint64 waitMs)
{
    static constexpr std::chrono::seconds betweenTries{5};
    m_database
        .write<Done>(WritePriority::SendState,
            [id = message.id, outcome, waitMs](
                WriteContext& context) { return recordOutcome(context, id, outcome, waitMs); })
        ->then(this, [this, message, outcome, waitMs](const Result<Done>& recorded) {
            if (!recorded) {
                // What is known must not be lost: until it is written nothing else goes to that
                // person. Should the program end first, the row becomes Unknown: never sent again
                // by itself.
                qCWarning(logMessaging) << "outcome not recorded:" << recorded.error().detail();
                emit outcomeWaits(recorded.error());
                m_clock.after(betweenTries, this,
                    [this, message, outcome, waitMs] { record(message, outcome, waitMs); });
                return;
            }
            lane(message.account).busy.remove(message.conversation);
            pumpSoon();
        });
}

qint64 Outbox::holdBack(Lane& lane, const SendOutcome& outcome) const
{
    // Requests that failed side by side are one failure: the wait that the first of them began
    // counts for all.
    const qint64 running{lane.holdUntilSteadyMs - m_clock.steadyMs()};
    const qint64 asked{outcome.retryAfter
            ? std::chrono::duration_cast<std::chrono::milliseconds>(*outcome.retryAfter).count()
            : 0};
    const qint64 wait{running > 0 ? std::max(running, asked)
                                  : qint64{lane.backoff.next(outcome.retryAfter).count()}};
    lane.holdUntilSteadyMs = m_clock.steadyMs() + wait;
    return wait;
}

void Outbox::pauseAfter(AccountId account, const SendOutcome& outcome)
{
    if (outcome.account == AccountVerdict::Refused) {
        pause(account, outcome.reason);
        return;
    }
    Lane& current{lane(account)};
    if (++current.doubtfulInARow >= m_options.unknownsBeforePause) {
        current.doubtfulInARow = 0;
        pause(account, QStringLiteral("unknown-outcomes"));
    }
}

void Outbox::pause(AccountId account, const QString& reason)
{
    const Account* paused{m_accounts.find(account)};
    if (!paused) {
        return;
    }
    // Doubt outlasts a refusal, because the next start lifts refusals; nothing replaces a person's
    // own pause.
    const QString& before{paused->row.paused};
    if (before.isEmpty() || (isRefusal(before) && !isRefusal(reason))) {
        m_accounts.setPaused(account, reason);
        emit accountPaused(account, reason);
    }
}

void Outbox::wakeAt(Lane& lane, qint64 dueMs)
{
    // Looked at again at least every minute: the wall clock may be set while we wait.
    const qint64 wait{std::clamp<qint64>(dueMs - m_clock.nowMs(), 1, 60000)};
    lane.wake = std::make_unique<QObject>();
    m_clock.after(std::chrono::milliseconds{wait}, lane.wake.get(), [this] { pump(); });
}

} // namespace Textdesk
