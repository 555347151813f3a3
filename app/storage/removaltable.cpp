// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/removaltable.h"

#include "app/storage/conversationtable.h"
#include "app/storage/forgetting.h"
#include "app/storage/messagecolumns.h"
#include "app/storage/searchindex.h"

namespace Textdesk::RemovalTable {

namespace {

constexpr int sliceMessages{300};

bool mayYetBeSent(Connection& db, AccountId account, ConversationId id)
{
    // Two statements, because each has a partial index that holds next to nothing.
    auto queued = db.prepare("SELECT 1 FROM message WHERE account_id = ? AND state = 2 AND "
                             "conversation_id = ? LIMIT 1");
    auto doubtful = db.prepare("SELECT 1 FROM message WHERE account_id = ? AND state IN (3, 8) "
                               "AND conversation_id = ? LIMIT 1");
    return queued.first(account, id) || doubtful.first(account, id);
}

struct Mark final {
    qint64 to{0};
    bool atProvider{false};
};

Mark markOf(Connection& db, ConversationId id)
{
    auto query = db.prepare("SELECT removed_to, removed_there FROM conversation WHERE id = ?");
    return query.first(id) ? Mark{query.integer(0), query.flag(1)} : Mark{};
}

void close(WriteContext& context, ConversationId id)
{
    // Labels go with the row.
    auto gone = context.db.prepare("DELETE FROM conversation WHERE id = ?1 AND NOT EXISTS "
                                   "(SELECT 1 FROM message WHERE conversation_id = ?1)");
    gone.run(id);
    if (gone.changes() == 0) {
        context.db.prepare("UPDATE conversation SET removed_to = 0, removed_ms = 0 WHERE id = ?")
            .run(id);
        ConversationTable::recount(context, id);
    }
    context.changes.conversations.insert(id);
}

} // namespace

Result<Done> hide(WriteContext& context, ConversationId id, qint64 dueMs, bool atProvider)
{
    const auto row = ConversationTable::find(context.db, id);
    if (!row || row->sortMs == 0) {
        return fail(ErrorKind::NotFound, QStringLiteral("no-conversation"));
    }
    if (mayYetBeSent(context.db, row->account, id)) {
        return fail(ErrorKind::Rejected, QStringLiteral("still-queued"));
    }
    // At least 1, so that a conversation of nothing but a draft can go, too.
    context.db
        .prepare("UPDATE conversation SET removed_to = max(1, last_message_id), removed_ms = ?, "
                 "removed_there = ?, sort_ms = 0 WHERE id = ?")
        .run(dueMs, atProvider, id);
    context.changes.conversations.insert(id);
    return Done{};
}

bool show(WriteContext& context, ConversationId id)
{
    auto update = context.db.prepare("UPDATE conversation SET removed_to = 0, removed_ms = 0 "
                                     "WHERE id = ? AND removed_to > 0 AND removed_ms > 0");
    update.run(id);
    const bool shown{update.changes() > 0};
    ConversationTable::recount(context, id);
    return shown;
}

ConversationId due(Connection& db, qint64 nowMs)
{
    auto query =
        db.prepare("SELECT id FROM conversation WHERE removed_to > 0 AND removed_ms <= ? LIMIT 1");
    return query.first(nowMs) ? ConversationId{query.integer(0)} : ConversationId{};
}

bool removeSlice(WriteContext& context, ConversationId id)
{
    const Mark mark{markOf(context.db, id)};
    if (mark.to == 0) {
        return false;
    }
    // From now on it cannot be undone.
    context.db
        .prepare("UPDATE conversation SET removed_ms = 0, draft = '', draft_ms = 0 WHERE id = ?")
        .run(id);
    std::vector<Message> slice;
    {
        auto query = context.db.prepare(TEXTDESK_SELECT_MESSAGE
            "WHERE m.conversation_id = ? AND m.id <= ? ORDER BY m.id DESC LIMIT ?");
        query.run(id, mark.to, sliceMessages);
        while (query.next()) {
            slice.push_back(readMessage(query));
        }
    }
    for (const Message& message : slice) {
        removeFromIndex(context.db, message.id, message.text);
        context.db.prepare("DELETE FROM message WHERE id = ?").run(message.id);
        context.changes.removed.insert(message.id);
        rememberForgotten(context, message);
        if (mark.atProvider && !message.providerId.isEmpty()) {
            askProvider(context, message.account, message.providerId, context.nowMs);
        }
    }
    if (int(slice.size()) == sliceMessages) {
        return true;
    }
    close(context, id);
    return false;
}

void askProvider(WriteContext& context, AccountId account, const QString& providerId, qint64 dueMs)
{
    context.db
        .prepare("INSERT INTO provider_removal(account_id, provider_id, due_ms) VALUES(?, ?, ?) "
                 "ON CONFLICT DO UPDATE SET due_ms = excluded.due_ms")
        .run(account, providerId, dueMs);
}

void providerDone(WriteContext& context, const ProviderRemoval& removal)
{
    context.db.prepare("DELETE FROM provider_removal WHERE account_id = ? AND provider_id = ?")
        .run(removal.account, removal.providerId);
}

std::vector<ProviderRemoval> dueAtProvider(Connection& db, qint64 nowMs, int limit)
{
    std::vector<ProviderRemoval> removals;
    auto query = db.prepare("SELECT account_id, provider_id FROM provider_removal "
                            "WHERE due_ms <= ? ORDER BY due_ms LIMIT ?");
    query.run(nowMs, limit);
    while (query.next()) {
        removals.push_back({AccountId{query.integer(0)}, query.text(1)});
    }
    return removals;
}

qint64 nextDue(Connection& db)
{
    auto query = db.prepare(
        "SELECT coalesce(min(ms), -1) FROM (SELECT min(removed_ms) AS ms FROM conversation "
        "WHERE removed_to > 0 UNION ALL SELECT min(due_ms) FROM provider_removal)");
    return query.first() ? query.integer(0) : -1;
}

} // namespace Textdesk::RemovalTable
