// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/forgetting.h"

#include "app/storage/inboundtable.h"
#include "app/storage/messagetable.h"
#include "app/storage/statement.h"

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

void forgetMessage(WriteContext& context, const Message& message)
{
    MessageTable::remove(context, message);
    if (!message.providerId.isEmpty() || !message.reference.isEmpty()) {
        context.db
            .prepare("INSERT INTO deleted_message(account_id, provider_id, reference) "
                     "VALUES(?, ?, ?) ON CONFLICT DO NOTHING")
            .run(message.account, nullIfEmpty(message.providerId), nullIfEmpty(message.reference));
    }
    InboundTable::blankEvents(context, message.account, message.id, message.providerId);
    setStage(context.db, Stage::BeginMerge);
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
