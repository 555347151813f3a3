// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/optouttable.h"

#include "app/storage/statement.h"

namespace Textdesk::OptOutTable {

namespace {

void writeLog(WriteContext& context, const QString& action, const OptOutRow& row)
{
    context.db
        .prepare("INSERT INTO opt_out_log(peer, action, at_ms, source, account_id, message_id) "
                 "VALUES(?, ?, ?, ?, ?, ?)")
        .run(row.peer, action, context.nowMs, row.source, row.account, row.message);
}

void touchConversations(WriteContext& context, const QString& peer)
{
    auto query = context.db.prepare("SELECT id FROM conversation WHERE peer = ?");
    query.run(peer);
    while (query.next()) {
        context.changes.conversations.insert(ConversationId{query.integer(0)});
    }
    context.changes.optOuts = true;
}

} // namespace

bool isClosed(Connection& db, const QString& peer)
{
    auto query = db.prepare("SELECT 1 FROM opt_out WHERE peer = ?");
    return query.first(peer);
}

bool close(WriteContext& context, const OptOutRow& row)
{
    auto add =
        context.db.prepare("INSERT INTO opt_out(peer, since_ms, source, account_id, message_id) "
                           "VALUES(?, ?, ?, ?, ?) ON CONFLICT(peer) DO NOTHING");
    add.run(row.peer, row.sinceMs, row.source, row.account, row.message);
    if (add.changes() == 0) {
        return false;
    }
    writeLog(context, QStringLiteral("closed"), row);
    touchConversations(context, row.peer);
    return true;
}

bool open(WriteContext& context, const QString& peer, const QString& source)
{
    auto remove = context.db.prepare("DELETE FROM opt_out WHERE peer = ?");
    remove.run(peer);
    if (remove.changes() == 0) {
        return false;
    }
    OptOutRow row;
    row.peer = peer;
    row.source = source;
    writeLog(context, QStringLiteral("opened"), row);
    touchConversations(context, peer);
    return true;
}

std::vector<OptOutRow> all(Connection& db, int limit)
{
    std::vector<OptOutRow> rows;
    auto query = db.prepare("SELECT peer, since_ms, source, account_id, message_id FROM opt_out "
                            "ORDER BY since_ms DESC LIMIT ?");
    query.run(limit);
    while (query.next()) {
        rows.push_back({query.text(0), query.integer(1), query.text(2), AccountId{query.integer(3)},
            MessageId{query.integer(4)}});
    }
    return rows;
}

std::vector<OptOutLogRow> log(Connection& db, const QString& peer)
{
    std::vector<OptOutLogRow> rows;
    auto query = db.prepare(
        "SELECT peer, action, at_ms, source FROM opt_out_log WHERE peer = ? ORDER BY id");
    query.run(peer);
    while (query.next()) {
        rows.push_back({query.text(0), query.text(1), query.integer(2), query.text(3)});
    }
    return rows;
}

} // namespace Textdesk::OptOutTable
