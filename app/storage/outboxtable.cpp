// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/outboxtable.h"

#include "app/storage/messagecolumns.h"
#include "app/storage/messagetable.h"
#include "app/storage/optouttable.h"

namespace Textdesk::OutboxTable {

namespace {

// A few more than asked for, because rows of a busy conversation are passed over.
constexpr int lookAhead{64};

std::vector<Message> due(WriteContext& context, AccountId account, int limit)
{
    std::vector<Message> rows;
    auto query = context.db.prepare(TEXTDESK_SELECT_MESSAGE
        "WHERE m.account_id = ? AND m.state = 2 AND m.due_ms <= ? AND (m.reason = 'overdue') = 0 "
        "ORDER BY m.due_ms, m.id LIMIT ?");
    query.run(account, context.nowMs, limit + lookAhead);
    while (query.next()) {
        rows.push_back(readMessage(query));
    }
    return rows;
}

} // namespace

std::vector<Message> claim(
    WriteContext& context, AccountId account, int limit, const QSet<ConversationId>& busy)
{
    std::vector<Message> claimed;
    QSet<ConversationId> taken{busy};
    for (Message& message : due(context, account, limit)) {
        if (int(claimed.size()) == limit) {
            break;
        }
        if (taken.contains(message.conversation)) {
            continue; // one at a time, so that two texts to one person keep their order
        }
        message.stateMs = context.nowMs;
        if (OptOutTable::isClosed(context.db, message.peer)) {
            message.state = DeliveryState::Failed;
            message.reason = QStringLiteral("opted-out");
            MessageTable::updateState(context, message);
            continue;
        }
        message.state = DeliveryState::Submitting;
        message.reason.clear();
        message.reasonText.clear();
        MessageTable::updateState(context, message);
        context.db.prepare("UPDATE message SET attempts = attempts + 1 WHERE id = ?")
            .run(message.id);
        ++message.attempts;
        taken.insert(message.conversation);
        claimed.push_back(std::move(message));
    }
    return claimed;
}

qint64 nextDue(Connection& db, AccountId account)
{
    // In the words of message_queued, so that those which wait for a person cost no look at each.
    auto query = db.prepare("SELECT due_ms FROM message WHERE account_id = ? AND state = 2 AND "
                            "(reason = 'overdue') = 0 ORDER BY due_ms LIMIT 1");
    return query.first(account) ? query.integer(0) : -1;
}

int recoverInterrupted(WriteContext& context)
{
    std::vector<Message> rows;
    auto query =
        context.db.prepare(TEXTDESK_SELECT_MESSAGE "WHERE m.state IN (3, 8) AND m.state = 3");
    query.run();
    while (query.next()) {
        rows.push_back(readMessage(query));
    }
    for (Message& message : rows) {
        message.state = DeliveryState::Unknown;
        message.reason = QStringLiteral("interrupted");
        message.stateMs = context.nowMs;
        MessageTable::updateState(context, message);
    }
    return int(rows.size());
}

int holdOverdue(WriteContext& context, qint64 graceMs)
{
    std::vector<Message> rows;
    auto query = context.db.prepare(
        TEXTDESK_SELECT_MESSAGE "WHERE m.state = 2 AND m.scheduled_ms > 0 AND m.scheduled_ms < ? "
                                "AND m.hand_over = 0 AND m.reason = ''");
    query.run(context.nowMs - graceMs);
    while (query.next()) {
        rows.push_back(readMessage(query));
    }
    for (Message& message : rows) {
        message.reason = QStringLiteral("overdue");
        MessageTable::updateState(context, message);
    }
    return int(rows.size());
}

OutboxCounts counts(Connection& db, AccountId account)
{
    OutboxCounts counts;
    // Each half in the words of its partial index, else every message would be looked at.
    auto query = db.prepare("SELECT 2, count(*) FROM message WHERE account_id = ?1 AND state = 2 "
                            "UNION ALL SELECT state, count(*) FROM message "
                            "WHERE account_id = ?1 AND state IN (3, 8) GROUP BY state");
    query.run(account);
    while (query.next()) {
        const auto state = static_cast<DeliveryState>(query.integer(0));
        int& target{state == DeliveryState::Queued   ? counts.queued
                : state == DeliveryState::Submitting ? counts.submitting
                                                     : counts.unknown};
        target = int(query.integer(1));
    }
    return counts;
}

std::vector<Message> open(Connection& db, AccountId account, int limit)
{
    std::vector<Message> rows;
    auto query = db.prepare(TEXTDESK_SELECT_MESSAGE
        // "+": the indexes of what is open are short, the table is not.
        "WHERE m.id IN (SELECT id FROM (SELECT id, account_id FROM message WHERE state = 2 UNION "
        "ALL SELECT id, account_id FROM message WHERE state IN (3, 8)) WHERE ?1 = 0 OR account_id "
        "= ?1 ORDER BY +id LIMIT ?2) ORDER BY m.id");
    query.run(account, limit);
    while (query.next()) {
        rows.push_back(readMessage(query));
    }
    return rows;
}

} // namespace Textdesk::OutboxTable
