// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messaging/enqueue.h"

#include "app/domain/segments.h"
#include "app/messaging/reference.h"
#include "app/storage/conversationtable.h"
#include "app/storage/inboundtable.h"
#include "app/storage/messageids.h"
#include "app/storage/messagetable.h"

namespace Textdesk {

Result<MessageId> enqueue(WriteContext& context, const CheckedDraft& checked)
{
    const Draft& draft{checked.draft};
    Message message;
    message.account = draft.account;
    message.conversation
        = ConversationTable::findOrCreate(context, draft.account, checked.to.canonical());
    message.id = nextOutgoingId(context.db, context.nowMs);
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
    MessageTable::insert(context, message);
    return message.id;
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
    const bool overdue{message->state == DeliveryState::Queued
        && message->reason == QStringLiteral("overdue")};
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
    MessageTable::updateState(context, *message);
    return Done{};
}

namespace {

void mergeSeenTwin(WriteContext& context, const Message& message, const QString& providerId)
{
    // A listing may have shown our own message before the answer named it.
    const auto twin = MessageTable::findByProviderId(context.db, message.account, providerId);
    if (twin && twin->id != message.id) {
        MessageTable::remove(context, *twin);
    }
}

void applyAcceptance(WriteContext& context, Message& message, const SendOutcome& outcome)
{
    message.state = advance(message.state, outcome.state);
    if (!outcome.providerId.isEmpty() && message.providerId.isEmpty()) {
        mergeSeenTwin(context, message, outcome.providerId);
        message.providerId = outcome.providerId;
    }
    message.reason.clear();
    message.reasonText.clear();
    if (message.providerId.isEmpty()) {
        return;
    }
    if (const auto early
        = InboundTable::takeEarlyReport(context, message.account, message.providerId)) {
        message.state = advance(message.state, early->state);
        message.reason = early->reason;
    }
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
        message->dueMs = context.nowMs + waitMs;
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
