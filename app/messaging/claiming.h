// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the due texts go out now: the storage's atomic claim, under the rules that only
// messaging knows.
#pragma once

#include "app/domain/message.h"
#include "app/storage/writer.h"

#include <QSet>

#include <vector>

namespace Textdesk {

struct ClaimRules final {
    int limit{0};
    QSet<ConversationId> busy; // with a request under way
    qint64 overdueGraceMs{0};
};

// Rows that are Submitting now. A scheduled text whose time passed longer ago than the grace (the
// computer slept, the account was paused) becomes "overdue" and waits for a person; a text never
// overtakes an older one to the same person that waits for another try.
[[nodiscard]] std::vector<Message> claimDue(
    WriteContext& context, AccountId account, const ClaimRules& rules);

} // namespace Textdesk
