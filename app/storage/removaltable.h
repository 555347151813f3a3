// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Deleting a whole conversation, which may hold hundreds of thousands of texts, and what is still
// to be deleted at the providers. Both outlive the program.
#pragma once

#include "app/base/ids.h"
#include "app/storage/writer.h"

#include <QString>

#include <vector>

namespace Textdesk {

struct ProviderRemoval final {
    AccountId account;
    QString providerId;
};

namespace RemovalTable {

// Out of every list now; its messages up to the newest go after dueMs. Errors: NotFound
// "no-conversation"; Rejected "still-queued" for a text that may yet be sent.
[[nodiscard]] Result<Done> hide(
    WriteContext& context, ConversationId id, qint64 dueMs, bool atProvider);
// False when it began to go, or never was hidden.
[[nodiscard]] bool show(WriteContext& context, ConversationId id);
// A hidden conversation whose time has come; invalid without one.
[[nodiscard]] ConversationId due(Connection& db, qint64 nowMs);
// The next few hundred of its messages, for good, in well under 50 ms; true while more are there.
// In the end the conversation itself goes, unless something new came in.
[[nodiscard]] bool removeSlice(WriteContext& context, ConversationId id);

void askProvider(WriteContext& context, AccountId account, const QString& providerId, qint64 dueMs);
void providerDone(WriteContext& context, const ProviderRemoval& removal);
[[nodiscard]] std::vector<ProviderRemoval> dueAtProvider(Connection& db, qint64 nowMs, int limit);
// When the next of either is due; -1 when nothing waits.
[[nodiscard]] qint64 nextDue(Connection& db);

} // namespace RemovalTable

} // namespace Textdesk
