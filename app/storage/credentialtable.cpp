// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/credentialtable.h"

#include "app/storage/statement.h"

namespace Textdesk::CredentialTable {

std::vector<CredentialRow> all(Connection& db)
{
    std::vector<CredentialRow> rows;
    auto query = db.prepare(
        "SELECT c.account_id, c.name, c.label, c.created_ms, c.proved_ms, c.used_ms, c.rotate_days "
        "FROM credential c JOIN account a ON a.id = c.account_id WHERE a.removed_ms = 0 "
        "ORDER BY c.account_id, c.name");
    query.run();
    while (query.next()) {
        CredentialRow row;
        row.account = AccountId{query.integer(0)};
        row.name = query.text(1);
        row.label = query.text(2);
        row.createdMs = query.integer(3);
        row.provedMs = query.integer(4);
        row.usedMs = query.integer(5);
        row.rotateDays = int(query.integer(6));
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<CredentialEvent> history(
    Connection& db, AccountId account, const QString& name, int limit)
{
    std::vector<CredentialEvent> events;
    auto query = db.prepare("SELECT action, at_ms FROM credential_log WHERE account_id = ? AND "
                            "name = ? ORDER BY id DESC LIMIT ?");
    query.run(account, name, limit);
    while (query.next()) {
        events.push_back({query.text(0), query.integer(1)});
    }
    return events;
}

void begin(WriteContext& context, AccountId account, const QString& name, bool proved,
    const QString& action)
{
    context.db
        .prepare("INSERT INTO credential(account_id, name, created_ms, proved_ms) "
                 "VALUES(?, ?, ?, ?) ON CONFLICT(account_id, name) DO UPDATE SET "
                 "created_ms = excluded.created_ms, proved_ms = excluded.proved_ms")
        .run(account, name, context.nowMs, proved ? context.nowMs : qint64{0});
    note(context, account, name, action);
    context.changes.accounts = true;
}

void setProved(WriteContext& context, AccountId account, const QString& name)
{
    context.db.prepare("UPDATE credential SET proved_ms = ? WHERE account_id = ? AND name = ?")
        .run(context.nowMs, account, name);
    note(context, account, name, QStringLiteral("proved"));
    context.changes.accounts = true;
}

void setUsed(WriteContext& context, AccountId account, const QString& name, qint64 usedMs)
{
    context.db
        .prepare(
            "UPDATE credential SET used_ms = max(used_ms, ?) WHERE account_id = ? AND name = ?")
        .run(usedMs, account, name);
}

bool setLabel(WriteContext& context, AccountId account, const QString& name, const QString& label)
{
    auto update =
        context.db.prepare("UPDATE credential SET label = ? WHERE account_id = ? AND name = ?");
    update.run(label, account, name);
    context.changes.accounts = true;
    return update.changes() > 0;
}

bool setRotateDays(WriteContext& context, AccountId account, const QString& name, int days)
{
    auto update = context.db.prepare(
        "UPDATE credential SET rotate_days = ? WHERE account_id = ? AND name = ?");
    update.run(days, account, name);
    context.changes.accounts = true;
    return update.changes() > 0;
}

void note(WriteContext& context, AccountId account, const QString& name, const QString& action)
{
    context.db
        .prepare("INSERT INTO credential_log(account_id, name, action, at_ms) VALUES(?, ?, ?, ?)")
        .run(account, name, action, context.nowMs);
}

void removeOf(WriteContext& context, AccountId account)
{
    context.db
        .prepare("INSERT INTO credential_log(account_id, name, action, at_ms) "
                 "SELECT account_id, name, 'removed', ? FROM credential WHERE account_id = ?")
        .run(context.nowMs, account);
    context.db.prepare("DELETE FROM credential WHERE account_id = ?").run(account);
}

} // namespace Textdesk::CredentialTable
