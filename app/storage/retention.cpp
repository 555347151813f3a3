// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/retention.h"

#include "app/storage/forgetting.h"
#include "app/storage/messagecolumns.h"
#include "app/storage/messageids.h"

namespace Textdesk::Retention {

// The states that age does not delete: draft, scheduled, queued, submitting, unknown.
#define TEXTDESK_NOT_BY_AGE "(0, 1, 2, 3, 8)"

qint64 cutOff(qint64 nowMs, int days)
{
    constexpr qint64 dayMs{86400000};
    return nowMs - days * dayMs;
}

RetentionPreview preview(Connection& db, AccountId account, qint64 beforeMs)
{
    RetentionPreview found;
    found.beforeMs = beforeMs;
    auto query = db.prepare(
        "SELECT count(*), coalesce(sum(state IN " TEXTDESK_NOT_BY_AGE "), 0) FROM message WHERE "
        "id < ? AND account_id = ?");
    if (query.first(beforeMs << messageIdCounterBits, account)) {
        found.kept = query.integer(1);
        found.messages = query.integer(0) - found.kept;
    }
    return found;
}

std::vector<RetentionRule> rules(Connection& db)
{
    std::vector<RetentionRule> all;
    auto query = db.prepare("SELECT id, name, retention_days, removed_ms <> 0 FROM account WHERE "
                            "removed_ms = 0 OR EXISTS(SELECT 1 FROM conversation c WHERE "
                            "c.account_id = account.id) ORDER BY removed_ms <> 0, name");
    query.run();
    while (query.next()) {
        all.push_back(
            {AccountId{query.integer(0)}, query.text(1), int(query.integer(2)), query.flag(3)});
    }
    return all;
}

void setDays(WriteContext& context, AccountId account, int days)
{
    context.db.prepare("UPDATE account SET retention_days = ? WHERE id = ?").run(days, account);
}

int deleteSlice(WriteContext& context, AccountId account, qint64 beforeMs, int limit)
{
    std::vector<Message> old;
    {
        auto query = context.db.prepare(TEXTDESK_SELECT_MESSAGE
            "WHERE m.id < ? AND m.account_id = ? AND m.state NOT IN " TEXTDESK_NOT_BY_AGE
            " ORDER BY m.id LIMIT ?");
        query.run(beforeMs << messageIdCounterBits, account, limit);
        while (query.next()) {
            old.push_back(readMessage(query));
        }
    }
    forgetMessages(context, old);
    auto events =
        context.db.prepare("DELETE FROM inbound_event WHERE account_id = ? AND received_ms < ?");
    events.run(account, beforeMs);
    if (int(old.size()) < limit) {
        // A conversation of which nothing is left is a number that nobody needs any more.
        auto empty = context.db.prepare(
            "SELECT id FROM conversation c WHERE account_id = ? AND last_message_id = 0 AND draft "
            "= '' AND sort_ms = 0 AND NOT EXISTS(SELECT 1 FROM message m WHERE m.conversation_id = "
            "c.id) AND NOT EXISTS(SELECT 1 FROM conversation_label l WHERE l.conversation_id = "
            "c.id)");
        empty.run(account);
        while (empty.next()) {
            context.changes.conversations.insert(ConversationId{empty.integer(0)});
        }
        context.db
            .prepare("DELETE FROM conversation AS c WHERE account_id = ? AND last_message_id = 0 "
                     "AND draft = '' AND sort_ms = 0 AND NOT EXISTS(SELECT 1 FROM message m WHERE "
                     "m.conversation_id = c.id) AND NOT EXISTS(SELECT 1 FROM conversation_label l "
                     "WHERE l.conversation_id = c.id)")
            .run(account);
    }
    return int(old.size());
}

} // namespace Textdesk::Retention
