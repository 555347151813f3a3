// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/forgetting.h"

#include "app/storage/conversationtable.h"
#include "app/storage/inboundtable.h"
#include "app/storage/messagetable.h"
#include "app/storage/searchindex.h"
#include "app/storage/statement.h"

#include <QHash>

namespace Textdesk {

namespace {

// In the table scrub, so that a crash in between loses nothing.
enum class Stage { None = 0, BeginMerge = 1, Merge = 2, FoldLog = 3 };

Stage currentStage(Connection& db)
{
    auto query = db.prepare("SELECT stage FROM scrub");
    return query.first() ? static_cast<Stage>(query.integer(0)) : Stage::None;
}

void setStage(Connection& db, Stage stage)
{
    db.prepare("INSERT INTO scrub(id, stage) VALUES(1, ?) ON CONFLICT(id) DO UPDATE SET "
               "stage = excluded.stage")
        .run(stage);
}

constexpr int mergePages{200}; // of 4 KiB: under the 50 ms a person's write may have to wait

qint64 totalChanges(Connection& db)
{
    auto query = db.prepare("SELECT total_changes()");
    return query.first() ? query.integer(0) : 0;
}

// The index's 'optimize' in slices (https://www.sqlite.org/fts5.html#the_merge_command): a negative
// count begins to merge every segment into one, positive ones go on, and a change of less than two
// rows says that nothing was left. At once it would hold up a person's write for seconds.
bool mergeSlice(Connection& db, bool begin)
{
    const qint64 before{totalChanges(db)};
    db.prepare("INSERT INTO message_index(message_index, rank) VALUES('merge', ?)")
        .run(begin ? -mergePages : mergePages);
    return totalChanges(db) - before >= 2;
}

void rememberDeleted(Connection& db, const Message& message)
{
    if (!message.providerId.isEmpty() || !message.reference.isEmpty()) {
        db.prepare("INSERT INTO deleted_message(account_id, provider_id, reference) "
                   "VALUES(?, ?, ?) ON CONFLICT DO NOTHING")
            .run(message.account, nullIfEmpty(message.providerId), nullIfEmpty(message.reference));
    }
}

// What a conversation loses with its deleted messages.
struct Taken final {
    int unread{0};
    int failed{0};
    void add(const Message& message)
    {
        unread += message.direction == Direction::In && !message.read ? 1 : 0;
        failed += message.direction == Direction::Out
                && (message.state == DeliveryState::Failed
                    || message.state == DeliveryState::Unknown)
            ? 1
            : 0;
    }
};

void subtract(WriteContext& context, ConversationId id, const Taken& taken)
{
    bool lostItsNewest{false};
    {
        auto newest = context.db.prepare(
            "SELECT 1 FROM conversation c WHERE c.id = ? AND c.last_message_id <> 0 AND NOT "
            "EXISTS(SELECT 1 FROM message m WHERE m.id = c.last_message_id)");
        lostItsNewest = newest.first(id);
    }
    if (lostItsNewest) {
        ConversationTable::recount(context, id); // nearly nothing is left to count
        return;
    }
    context.db
        .prepare("UPDATE conversation SET unread = unread - ?, failed = failed - ? WHERE id = ?")
        .run(taken.unread, taken.failed, id);
    context.changes.conversations.insert(id);
}

// The writer called in a transaction, in which SQLite makes no checkpoint: it is ended, and another
// one is begun for the writer to end. False if a reader was in the way.
bool foldLog(Connection& db)
{
    db.execute(QStringLiteral("COMMIT"));
    if (db.error()) {
        return false; // the writer rolls back
    }
    // A person's write may have to wait as long; opening sets what holds otherwise.
    (void)db.pragma(QStringLiteral("busy_timeout=50"));
    const bool whole{db.pragma(QStringLiteral("wal_checkpoint(TRUNCATE)")) == 0};
    (void)db.pragma(QStringLiteral("busy_timeout=5000"));
    db.execute(QStringLiteral("BEGIN IMMEDIATE"));
    return whole;
}

} // namespace

void scrubSoon(Connection& db)
{
    setStage(db, Stage::BeginMerge);
}

void forgetMessage(WriteContext& context, const Message& message)
{
    MessageTable::remove(context, message);
    rememberForgotten(context, message);
}

void rememberForgotten(WriteContext& context, const Message& message)
{
    rememberDeleted(context.db, message);
    InboundTable::blankEvents(context, message.account, message.id, message.providerId);
    scrubSoon(context.db);
}

void restoreMessage(WriteContext& context, const Message& message)
{
    if (!message.providerId.isEmpty()) {
        context.db.prepare("DELETE FROM deleted_message WHERE account_id = ? AND provider_id = ?")
            .run(message.account, message.providerId);
    }
    if (!message.reference.isEmpty()) {
        context.db.prepare("DELETE FROM deleted_message WHERE account_id = ? AND reference = ?")
            .run(message.account, message.reference);
    }
    // A text that comes in ends a snooze, and waits for nobody if it was read elsewhere; this one
    // was here before.
    qint64 handled{0};
    qint64 snoozed{0};
    {
        auto before =
            context.db.prepare("SELECT handled_id, snoozed_ms FROM conversation WHERE id = ?");
        if (before.first(message.conversation)) {
            handled = before.integer(0);
            snoozed = before.integer(1);
        }
    }
    MessageTable::insert(context, message);
    context.db.prepare("UPDATE conversation SET handled_id = ?, snoozed_ms = ? WHERE id = ?")
        .run(handled, snoozed, message.conversation);
    ConversationTable::recount(context, message.conversation);
}

void forgetMessages(WriteContext& context, const std::vector<Message>& messages)
{
    QHash<ConversationId, Taken> taken;
    for (const Message& message : messages) {
        removeFromIndex(context.db, message.id, message.text);
        context.db.prepare("DELETE FROM message WHERE id = ?").run(message.id);
        context.db
            .prepare("UPDATE inbound_event SET query = x'', body = x'' WHERE message_id = ? AND "
                     "message_id <> 0")
            .run(message.id);
        rememberDeleted(context.db, message);
        taken[message.conversation].add(message);
        context.changes.removed.insert(message.id);
    }
    for (auto each = taken.cbegin(); each != taken.cend(); ++each) {
        subtract(context, each.key(), *each);
    }
    if (!messages.empty()) {
        scrubSoon(context.db);
    }
}

bool wasForgotten(
    Connection& db, AccountId account, const QString& providerId, const QString& reference)
{
    auto byId =
        db.prepare("SELECT 1 FROM deleted_message WHERE account_id = ? AND provider_id = ?");
    if (!providerId.isEmpty() && byId.first(account, providerId)) {
        return true;
    }
    auto byReference =
        db.prepare("SELECT 1 FROM deleted_message WHERE account_id = ? AND reference = ?");
    return !reference.isEmpty() && byReference.first(account, reference);
}

bool scrubNextSlice(Connection& db)
{
    switch (const Stage stage{currentStage(db)}) {
    case Stage::None:
        return false;
    case Stage::BeginMerge:
    case Stage::Merge:
        setStage(db, mergeSlice(db, stage == Stage::BeginMerge) ? Stage::Merge : Stage::FoldLog);
        return true;
    case Stage::FoldLog:
        // With a reader in the way: again after the next write, or when the program ends.
        if (foldLog(db)) {
            db.prepare("DELETE FROM scrub").run();
        }
        return false;
    }
    return false;
}

} // namespace Textdesk
