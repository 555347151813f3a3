// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/triagetable.h"

#include "app/storage/conversationtable.h"
#include "app/storage/messagetable.h"
#include "app/storage/statement.h"

namespace Textdesk::TriageTable {

bool snooze(WriteContext& context, ConversationId id, qint64 untilMs)
{
    auto update = context.db.prepare("UPDATE conversation SET snoozed_ms = ? WHERE id = ?");
    update.run(untilMs, id);
    context.changes.conversations.insert(id);
    return update.changes() > 0;
}

int wakeDue(WriteContext& context)
{
    std::vector<std::pair<ConversationId, qint64>> due;
    {
        auto query = context.db.prepare(
            "SELECT id, snoozed_ms FROM conversation WHERE snoozed_ms > 0 AND snoozed_ms <= ?");
        query.run(context.nowMs);
        while (query.next()) {
            due.emplace_back(ConversationId{query.integer(0)}, query.integer(1));
        }
    }
    for (const auto& [id, untilMs] : due) {
        context.db.prepare("UPDATE conversation SET snoozed_ms = 0, returned_ms = ? WHERE id = ?")
            .run(untilMs, id);
        const MessageId newest{MessageTable::newestIncoming(context.db, id)};
        context.db.prepare("UPDATE message SET read = 0 WHERE id = ?").run(newest);
        if (newest.isValid()) {
            context.changes.updated.insert(newest);
        }
        ConversationTable::recount(context, id);
    }
    return int(due.size());
}

qint64 nextWake(Connection& db)
{
    auto query =
        db.prepare("SELECT coalesce(min(snoozed_ms), -1) FROM conversation WHERE snoozed_ms > 0");
    return query.first() ? query.integer(0) : -1;
}

bool setDone(WriteContext& context, ConversationId id, bool done)
{
    auto update = context.db.prepare(
        "UPDATE conversation SET handled_id = iif(?1, last_message_id, 0) WHERE id = ?2");
    update.run(done, id);
    const bool found{update.changes() > 0};
    ConversationTable::recount(context, id);
    return found;
}

} // namespace Textdesk::TriageTable
