// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/salvagemending.h"

#include "app/storage/closedpeople.h"
#include "app/storage/conversationtable.h"
#include "app/storage/profileplace.h"
#include "app/storage/statement.h"
#include "app/storage/symbolindex.h"

namespace Textdesk {

namespace {

// As removed accounts: what they hold stays readable, and nothing is sent by them.
void addLostAccounts(Connection& db, qint64 nowMs)
{
    db.prepare("INSERT INTO account(id, name, provider, webhook_key, created_ms, removed_ms) "
               "SELECT lost.account_id, 'Recovered ' || lost.account_id, '', 'lost-' || "
               "lower(hex(randomblob(16))), ?1, ?1 FROM (SELECT account_id FROM message UNION "
               "SELECT account_id FROM conversation UNION SELECT account_id FROM line) lost WHERE "
               "lost.account_id NOT IN (SELECT id FROM account)")
        .run(nowMs);
}

void addLostLines(Connection& db)
{
    // Twice: the first lost line of an account is its default one, as nearly all are.
    for (int i{0}; i < 2; ++i) {
        db.prepare("INSERT OR IGNORE INTO line(id, account_id, address) SELECT c.line_id, "
                   "c.account_id, iif(EXISTS(SELECT 1 FROM line l WHERE l.account_id = "
                   "c.account_id AND l.address = ''), 'lost-' || c.line_id, '') FROM conversation "
                   "c WHERE c.line_id NOT IN (SELECT id FROM line) GROUP BY c.line_id")
            .run();
    }
    db.prepare("INSERT OR IGNORE INTO line(account_id, address) SELECT id, '' FROM account").run();
}

void addLostConversations(Connection& db)
{
    db.prepare("INSERT OR IGNORE INTO conversation(id, line_id, account_id, peer) SELECT "
               "m.conversation_id, (SELECT l.id FROM line l WHERE l.account_id = m.account_id "
               "ORDER BY l.address LIMIT 1), m.account_id, 'lost-' || m.conversation_id FROM "
               "message m WHERE m.conversation_id NOT IN (SELECT id FROM conversation) GROUP BY "
               "m.conversation_id")
        .run();
}

// Rows of the small tables that stand for something that is not there any more.
void removeOrphans(Connection& db)
{
    QStringList statements;
    {
        auto query = db.prepare(
            "SELECT t.name, f.\"from\", f.\"table\", coalesce(f.\"to\", 'id') FROM "
            "pragma_table_list t, pragma_foreign_key_list(t.name) f WHERE t.schema = 'main' AND "
            "t.type = 'table'");
        query.run();
        while (query.next()) {
            statements.append(
                QStringLiteral("DELETE FROM \"%1\" WHERE \"%2\" IS NOT NULL AND \"%2\" NOT IN "
                               "(SELECT \"%4\" FROM \"%3\")")
                    .arg(query.text(0), query.text(1), query.text(2), query.text(3)));
        }
    }
    for (const QString& statement : statements) {
        db.execute(statement);
    }
}

void closeWhoWasClosed(Connection& db)
{
    // The log says it even if the list was lost.
    db.prepare("INSERT OR IGNORE INTO opt_out(peer, since_ms, source) SELECT peer, at_ms, source "
               "FROM opt_out_log o WHERE action = 'closed' AND id = (SELECT max(id) FROM "
               "opt_out_log n WHERE n.peer = o.peer)")
        .run();
}

} // namespace

void recountConversations(Connection& db, qint64 nowMs)
{
    std::vector<ConversationId> ids;
    {
        auto query = db.prepare("SELECT id FROM conversation");
        query.run();
        while (query.next()) {
            ids.emplace_back(query.integer(0));
        }
    }
    ChangeSet changes;
    WriteContext context{db, changes, nowMs};
    for (const ConversationId id : ids) {
        ConversationTable::recount(context, id);
    }
}

Result<Done> mendSalvaged(Connection& db, const QStringList& backups, qint64 nowMs)
{
    for (const QString& backup : backups) {
        takeClosedPeople(db, backup);
    }
    db.execute(QStringLiteral("BEGIN IMMEDIATE"));
    addLostAccounts(db, nowMs);
    addLostLines(db);
    addLostConversations(db);
    removeOrphans(db);
    closeWhoWasClosed(db);
    distrustWhatWaited(db, nowMs);
    recountConversations(db, nowMs);
    db.execute(QStringLiteral("INSERT INTO message_index(message_index) VALUES('rebuild')"));
    noteAllSymbols(db);
    db.execute(QStringLiteral("COMMIT"));
    if (const std::optional<Error> error{db.error()}) {
        return fail(*error);
    }
    return Done{};
}

} // namespace Textdesk
