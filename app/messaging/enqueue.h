// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The transactions by which a message enters, leaves and re-enters the outbox.
#pragma once

#include "app/messaging/draft.h"
#include "app/messaging/outcome.h"
#include "app/storage/writer.h"

#include <vector>

namespace Textdesk {

struct CheckedDraft final {
    Draft draft;
    Address to;
};

// False once the account was removed: nothing may be queued for it any more.
[[nodiscard]] bool accountExists(Connection& db, AccountId account);
[[nodiscard]] Result<MessageId> enqueue(WriteContext& context, const CheckedDraft& draft);
// All or none.
[[nodiscard]] Result<std::vector<MessageId>> enqueueAll(
    WriteContext& context, const std::vector<CheckedDraft>& drafts);
[[nodiscard]] Result<QString> takeBackQueued(WriteContext& context, MessageId id);
[[nodiscard]] Result<Done> settleDoubt(WriteContext& context, MessageId id, bool sent);
// Writes the outcome of a request. News that came by another way in the meantime is never undone.
// waitMs is how long a message that goes back to the queue waits.
[[nodiscard]] Result<Done> recordOutcome(
    WriteContext& context, MessageId id, const SendOutcome& outcome, qint64 waitMs);

} // namespace Textdesk
