// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person deletes stays deleted: it does not come back by sync, and its words leave the disk.
#pragma once

#include "app/domain/message.h"
#include "app/storage/writer.h"

#include <vector>

namespace Textdesk {

// MessageTable::remove for good: remembers that it was deleted, blanks what the webhook log keeps
// of it, and lets the idle writer scrub the files. Not for rows that only move, as merged twins do.
void forgetMessage(WriteContext& context, const Message& message);
// The part of it beside the row itself, for those who delete many rows at once.
void rememberForgotten(WriteContext& context, const Message& message);
// Undoes forgetMessage(): the row is there again, as it was.
void restoreMessage(WriteContext& context, const Message& message);
// Many at once, of which a conversation may have many: its counts are kept true without counting.
void forgetMessages(WriteContext& context, const std::vector<Message>& messages);
// What was deleted otherwise shall leave the files too.
void scrubSoon(Connection& db);
// Whether the account's message with that provider id, or else with that reference of ours, was
// deleted by a person; empty ones match nothing.
[[nodiscard]] bool wasForgotten(
    Connection& db, AccountId account, const QString& providerId, const QString& reference);

// For the writer when it is idle, in its transaction, after the search index caught up. True while
// more is to do. Deleted words stand in the index's old segments and in the WAL until this is done;
// a program that ends before goes on with it at its next start.
[[nodiscard]] bool scrubNextSlice(Connection& db);

} // namespace Textdesk
