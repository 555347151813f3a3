// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What waits to be sent, and the atomic claim that makes sure each row goes out at most once.
#pragma once

#include "app/domain/message.h"
#include "app/storage/writer.h"

#include <QSet>

#include <vector>

namespace Textdesk {

struct OutboxCounts final {
    int queued{0};
    int submitting{0};
    int unknown{0};
};

namespace OutboxTable {

// Turns up to limit due rows of the account from Queued to Submitting, oldest first, at most one a
// conversation and none of `busy`. A person who opted out in the meantime gets Failed "opted-out"
// instead.
[[nodiscard]] std::vector<Message> claim(
    WriteContext& context, AccountId account, int limit, const QSet<ConversationId>& busy);
// The earliest due time of a row that may go out by itself; -1 if there is none.
[[nodiscard]] qint64 nextDue(Connection& db, AccountId account);
// After a crash nobody knows what became of these: Submitting becomes Unknown "interrupted".
[[nodiscard]] int recoverInterrupted(WriteContext& context);
// Scheduled rows whose time passed more than graceMs ago wait for a person: reason "overdue".
[[nodiscard]] int holdOverdue(WriteContext& context, qint64 graceMs);
[[nodiscard]] OutboxCounts counts(Connection& db, AccountId account);
// Everything that is Queued, Submitting or Unknown, oldest first.
[[nodiscard]] std::vector<Message> open(Connection& db, AccountId account, int limit);

} // namespace OutboxTable

} // namespace Textdesk
