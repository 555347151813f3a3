// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messaging/enqueue.h"

#include "app/domain/segments.h"
#include "app/messaging/inboundapply.h"
#include "app/messaging/reference.h"
#include "app/storage/accounttable.h"
#include "app/storage/inboundtable.h"
#include "app/storage/messagetable.h"
#include "app/storage/queueinsert.h"

#include <algorithm>

namespace Textdesk {

namespace {

// Nobody would ever send it: said at once instead of waiting for good.
void failForRemovedAccount(Message& message)
{
    message.state = DeliveryState::Failed;
    message.reason = QStringLiteral("account-removed");
    message.reasonText.clear();
}

Message queuedMessage(const WriteContext& context, const CheckedDraft& checked)
{
    const Draft& draft{checked.draft};
    Message message;
    message.account = draft.account;
    message.peer = checked.to.canonical();
    message.state = DeliveryState::Queued;
    message.text = draft.text;
    message.reference = newReference();
    message.dataField = draft.dataField;
    message.campaign = draft.campaign;
    message.atMs = context.nowMs;
    message.stateMs = context.nowMs;
    message.scheduledMs = draft.scheduledMs;
    message.handedOver = draft.handOver && draft.scheduledMs > 0;
    message.dueMs = message.handedOver ? 0 : draft.scheduledMs;
    if (draft.undoMs > 0) {
        message.dueMs = std::max(message.dueMs, context.nowMs + draft.undoMs);
    }
    message.parts = countSegments(draft.text).segments;
    return message;
}

} // namespace

bool accountExists(Connection& db, AccountId account)
{
    const std::vector<AccountRow> rows{AccountTable::all(db)};
    return std::any_of(
        rows.cbegin(), rows.cend(), [account](const AccountRow& row) { return row.id == account; });
}

Result<MessageId> enqueue(WriteContext& context, const CheckedDraft& checked)
{
    Message message{queuedMessage(context, checked)};
    QueueInsert{context}.add(message);
    return message.id;
}

Result<std::vector<MessageId>> enqueueAll(
    WriteContext& context, const std::vector<CheckedDraft>& drafts)
{
    std::vector<MessageId> ids;
    ids.reserve(drafts.size());
    QueueInsert queue{context};
    AccountId known;
    for (const CheckedDraft& draft : drafts) {
        const AccountId account{draft.draft.account};
        if (account != known && !accountExists(context.db, account)) {
            return fail(ErrorKind::NotFound, QStringLiteral("no-account"));
        }
        known = account;
        Message message{queuedMessage(context, draft)};
        queue.add(message);
        ids.push_back(message.id);
    }
    return ids;
}

Result<QString> takeBackQueued(WriteContext& context, MessageId id)
{
    const std::optional<Message> message{MessageTable::find(context.db, id)};
    if (!message) {
        return fail(ErrorKind::NotFound, QStringLiteral("no-message"));
    }
    // Attempts that certainly did not reach the provider leave it takeable.
    if (message->state != DeliveryState::Queued) {
        return fail(ErrorKind::Rejected, QStringLiteral("too-late"));
    }
    MessageTable::remove(context, *message);
    return message->text;
}

Result<Done> settleDoubt(WriteContext& context, MessageId id, bool sent)
{
    std::optional<Message> message{MessageTable::find(context.db, id)};
    if (!message) {
        return fail(ErrorKind::NotFound, QStringLiteral("no-message"));
    }
    const bool overdue{
        message->state == DeliveryState::Queued && message->reason == QStringLiteral("overdue")};
    if (message->state != DeliveryState::Unknown && !overdue) {
        return fail(ErrorKind::Rejected, QStringLiteral("not-in-doubt"));
    }
    message->reason.clear();
    message->reasonText.clear();
    message->stateMs = context.nowMs;
    if (sent && overdue) {
        MessageTable::remove(context, *message);
        return Done{};
    }
    message->state = sent ? DeliveryState::Accepted : DeliveryState::Queued;
    // A released text goes out now: its time, if it had one, has passed.
    message->dueMs = sent ? message->dueMs : context.nowMs;
    if (!sent && !accountExists(context.db, message->account)) {
        failForRemovedAccount(*message);
    }
    MessageTable::updateState(context, *message);
    return Done{};
}

namespace {

// False when another text of ours has that id already: a service that names two texts alike.
bool mergeSeenTwin(WriteContext& context, Message& message, const QString& providerId)
{
    // A listing may have shown our own message before the answer named it; what it knew is kept.
    const auto twin = MessageTable::findByProviderId(context.db, message.account, providerId);
    if (!twin || twin->id == message.id) {
        return true;
    }
    if (!twin->reference.isEmpty()) {
        return false; // never delete what we sent ourselves
    }
    message.state = advance(message.state, twin->state);
    message.reason = message.state == twin->state ? twin->reason : QString{};
    MessageTable::remove(context, *twin);
    return true;
}

void applyEarlyReport(WriteContext& context, Message& message)
{
    const auto early = message.providerId.isEmpty()
        ? std::nullopt
        : InboundTable::takeEarlyReport(context, message.account, message.providerId);
    if (!early) {
        return;
    }
    message.state = advance(message.state, early->state);
    message.reason = message.state == DeliveryState::Failed ? early->reason : QString{};
    if (message.reason == QStringLiteral("opted-out")) {
        closeByProvider(context, message);
    }
}

void applyAcceptance(WriteContext& context, Message& message, const SendOutcome& outcome)
{
    const DeliveryState before{message.state};
    message.state = advance(message.state, outcome.state);
    if (message.state != before) {
        message.reason.clear(); // else the reason of a failure that was reported faster stays
        message.reasonText.clear();
    }
    if (!outcome.providerId.isEmpty() && message.providerId.isEmpty()
        && mergeSeenTwin(context, message, outcome.providerId)) {
        message.providerId = outcome.providerId;
    }
    applyEarlyReport(context, message);
}

} // namespace

Result<Done> recordOutcome(
    WriteContext& context, MessageId id, const SendOutcome& outcome, qint64 waitMs)
{
    std::optional<Message> message{MessageTable::find(context.db, id)};
    if (!message) {
        return Done{}; // deleted by the person while it was on the wire
    }
    message->stateMs = context.nowMs;
    switch (outcome.state) {
    case DeliveryState::Accepted:
    case DeliveryState::Scheduled:
        applyAcceptance(context, *message, outcome);
        break;
    case DeliveryState::Queued:
        if (message->state != DeliveryState::Submitting) {
            return Done{}; // a report already settled it
        }
        message->state = DeliveryState::Queued;
        message->reason = outcome.reason;
        message->reasonText = outcome.reasonText;
        // Without a wait the due time stays: the place in the queue is kept.
        message->dueMs = waitMs > 0 ? context.nowMs + waitMs : message->dueMs;
        if (!accountExists(context.db, message->account)) {
            failForRemovedAccount(*message);
        }
        break;
    default: {
        const DeliveryState next{advance(message->state, outcome.state)};
        if (next == message->state) {
            return Done{};
        }
        message->state = next;
        message->reason = outcome.reason;
        message->reasonText = outcome.reasonText;
        break;
    }
    }
    MessageTable::updateState(context, *message);
    return Done{};
}

} // namespace Textdesk
