// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/accounttable.h"

#include "app/domain/deliverystate.h"
#include "app/domain/label.h"
#include "app/storage/conversationtable.h"
#include "app/storage/statement.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Textdesk {

int AccountRow::shownColour() const
{
    return colour >= 0 ? colour : int((id.value() - 1) % labelColours);
}

} // namespace Textdesk

namespace Textdesk::AccountTable {

namespace {

QString toJson(const QMap<QString, QString>& settings)
{
    QJsonObject object;
    for (auto it = settings.cbegin(); it != settings.cend(); ++it) {
        object.insert(it.key(), it.value());
    }
    return QString::fromUtf8(QJsonDocument{object}.toJson(QJsonDocument::Compact));
}

QMap<QString, QString> fromJson(const QString& json)
{
    QMap<QString, QString> settings;
    const QJsonObject object{QJsonDocument::fromJson(json.toUtf8()).object()};
    for (auto it = object.begin(); it != object.end(); ++it) {
        settings.insert(it.key(), it.value().toString());
    }
    return settings;
}

} // namespace

Result<AccountId> insert(WriteContext& context, const AccountRow& row)
{
    auto taken = context.db.prepare("SELECT 1 FROM account WHERE name = ? AND removed_ms = 0");
    if (taken.first(row.name)) {
        return fail(ErrorKind::Rejected, QStringLiteral("name-taken"));
    }
    auto add =
        context.db.prepare("INSERT INTO account(name, provider, settings, webhook_key, practice, "
                           "created_ms, colour, secret_name) VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    add.run(row.name, row.provider, toJson(row.settings), row.webhookKey, row.practice,
        context.nowMs, row.colour, row.secretName);
    const AccountId id{add.lastInsertId()};
    context.db.prepare("INSERT INTO line(account_id) VALUES(?)").run(id);
    context.changes.accounts = true;
    return id;
}

std::vector<AccountRow> all(Connection& db, bool withRemoved)
{
    std::vector<AccountRow> rows;
    auto query = db.prepare("SELECT id, name, provider, settings, webhook_key, practice, paused, "
                            "webhook_verified_ms, created_ms, removed_ms, colour, secret_name FROM "
                            "account ORDER BY id");
    query.run();
    while (query.next()) {
        AccountRow row;
        row.id = AccountId{query.integer(0)};
        row.name = query.text(1);
        row.provider = query.text(2);
        row.settings = fromJson(query.text(3));
        row.webhookKey = query.text(4);
        row.practice = query.flag(5);
        row.paused = query.text(6);
        row.webhookVerifiedMs = query.integer(7);
        row.createdMs = query.integer(8);
        row.removed = query.flag(9);
        row.colour = int(query.integer(10));
        row.secretName = query.text(11);
        if (withRemoved || !row.removed) {
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

void setSettings(WriteContext& context, AccountId id, const QMap<QString, QString>& settings)
{
    context.db.prepare("UPDATE account SET settings = ? WHERE id = ?").run(toJson(settings), id);
    context.changes.accounts = true;
}

Result<Done> setLook(WriteContext& context, AccountId id, const QString& name, int colour)
{
    auto taken =
        context.db.prepare("SELECT 1 FROM account WHERE name = ? AND id <> ? AND removed_ms = 0");
    if (taken.first(name, id)) {
        return fail(ErrorKind::Rejected, QStringLiteral("name-taken"));
    }
    context.db
        .prepare("UPDATE account SET secret_name = iif(secret_name = '' AND name <> ?1 COLLATE "
                 "BINARY, name, secret_name), name = ?1, colour = ?2 WHERE id = ?3")
        .run(name, colour, id);
    context.changes.accounts = true;
    return Done{};
}

void setPaused(WriteContext& context, AccountId id, const QString& reason)
{
    context.db.prepare("UPDATE account SET paused = ? WHERE id = ?").run(reason, id);
    context.changes.accounts = true;
}

void setWebhookVerified(WriteContext& context, AccountId id, qint64 ms)
{
    // Once a minute is enough for the polling interval and spares a change signal for each webhook.
    auto update = context.db.prepare("UPDATE account SET webhook_verified_ms = ?1 WHERE id = ?2 "
                                     "AND webhook_verified_ms < ?1 - 60000");
    update.run(ms, id);
    context.changes.accounts = context.changes.accounts || update.changes() > 0;
}

void remove(WriteContext& context, AccountId id)
{
    QSet<ConversationId> touched;
    auto queued = context.db.prepare(
        "SELECT id, conversation_id FROM message WHERE account_id = ? AND state = 2");
    queued.run(id);
    while (queued.next()) {
        context.changes.updated.insert(MessageId{queued.integer(0)});
        touched.insert(ConversationId{queued.integer(1)});
    }
    context.db
        .prepare("UPDATE message SET state = ?, reason = 'account-removed', state_ms = ? "
                 "WHERE account_id = ? AND state = 2")
        .run(DeliveryState::Failed, context.nowMs, id);
    // Nobody will read on an account that is gone: its texts shall not count as unread for ever.
    auto unread = context.db.prepare(
        "SELECT m.id, c.id FROM conversation c JOIN message m ON m.conversation_id = c.id "
        "WHERE c.account_id = ? AND c.unread > 0 AND m.direction = 1 AND m.read = 0");
    unread.run(id);
    while (unread.next()) {
        context.changes.updated.insert(MessageId{unread.integer(0)});
        touched.insert(ConversationId{unread.integer(1)});
    }
    for (const ConversationId conversation : touched) {
        context.db
            .prepare("UPDATE message SET read = 1 WHERE conversation_id = ? AND direction = 1 AND "
                     "read = 0")
            .run(conversation);
        ConversationTable::recount(context, conversation);
    }
    context.db.prepare("UPDATE account SET removed_ms = ? WHERE id = ?").run(context.nowMs, id);
    context.changes.accounts = true;
}

AccountUse use(Connection& db, AccountId id)
{
    const auto count = [&db, id](const char* sql) {
        auto query = db.prepare(sql);
        return query.first(id) ? int(query.integer(0)) : 0;
    };
    return {count("SELECT count(*) FROM conversation WHERE account_id = ?"),
        count("SELECT count(*) FROM message WHERE account_id = ? AND state = 2")};
}

LineId defaultLine(Connection& db, AccountId id)
{
    auto query = db.prepare("SELECT id FROM line WHERE account_id = ? ORDER BY id LIMIT 1");
    return query.first(id) ? LineId{query.integer(0)} : LineId{};
}

QString syncMark(Connection& db, AccountId id, const QString& kind)
{
    auto query = db.prepare("SELECT value FROM sync_mark WHERE account_id = ? AND kind = ?");
    return query.first(id, kind) ? query.text(0) : QString{};
}

void setSyncMark(WriteContext& context, AccountId id, const QString& kind, const QString& value)
{
    context.db
        .prepare("INSERT INTO sync_mark(account_id, kind, value) VALUES(?, ?, ?) "
                 "ON CONFLICT(account_id, kind) DO UPDATE SET value = excluded.value")
        .run(id, kind, value);
}

} // namespace Textdesk::AccountTable
