// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messaging/claiming.h"

#include "app/storage/messagetable.h"
#include "app/storage/outboxtable.h"

#include <algorithm>

namespace Textdesk {

namespace {

// A person's release moves dueMs past the chosen time; until then the chosen time counts.
bool isOverdue(const Message& message, qint64 nowMs, qint64 graceMs)
{
    return message.scheduledMs > 0 && message.dueMs <= message.scheduledMs
        && message.scheduledMs < nowMs - graceMs;
}

// An older text to the same person that was sent back to the queue with a later due time.
std::optional<Message> olderWaiting(Connection& db, const Message& message)
{
    constexpr int lookBack{20};
    for (const Message& older :
        MessageTable::page(db, message.conversation, message.id, {}, lookBack)) {
        if (older.direction == Direction::Out && older.state == DeliveryState::Queued
            && older.scheduledMs == 0 && older.reason != QStringLiteral("overdue")) {
            return older;
        }
    }
    return std::nullopt;
}

void putBack(WriteContext& context, Message message, const QString& reason)
{
    message.state = DeliveryState::Queued;
    message.reason = reason;
    MessageTable::updateState(context, message);
}

} // namespace

std::vector<Message> claimDue(WriteContext& context, AccountId account, const ClaimRules& rules)
{
    std::vector<Message> going;
    for (Message& message : OutboxTable::claim(context, account, rules.limit, rules.busy)) {
        if (isOverdue(message, context.nowMs, rules.overdueGraceMs)) {
            putBack(context, message, QStringLiteral("overdue"));
            continue;
        }
        if (message.scheduledMs == 0) {
            if (const auto older = olderWaiting(context.db, message)) {
                message.dueMs = std::max(message.dueMs, older->dueMs);
                putBack(context, message, {});
                continue;
            }
        }
        going.push_back(std::move(message));
    }
    return going;
}

} // namespace Textdesk
