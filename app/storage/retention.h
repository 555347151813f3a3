// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long an account's messages are kept. What is still to be sent, a draft or in doubt is never
// deleted by age.
#pragma once

#include "app/storage/writer.h"

#include <vector>

namespace Textdesk {

struct RetentionPreview final {
    qint64 messages{0}; // that would be deleted
    qint64 kept{0}; // as old, but waiting, in doubt or a draft
    qint64 beforeMs{0};
};

struct RetentionRule final {
    AccountId account;
    QString name;
    int days{0}; // 0: for ever
    bool removed{false};
};

constexpr int longestRetentionDays{3650};

namespace Retention {

[[nodiscard]] qint64 cutOff(qint64 nowMs, int days);
// Reads every old row of the account: for a thread beside the window's.
[[nodiscard]] RetentionPreview preview(Connection& db, AccountId account, qint64 beforeMs);
// The accounts, removed ones with messages too.
[[nodiscard]] std::vector<RetentionRule> rules(Connection& db);
void setDays(WriteContext& context, AccountId account, int days);
// Deletes up to `limit` messages of the account older than that, with what webhooks said of them;
// how many it deleted.
[[nodiscard]] int deleteSlice(WriteContext& context, AccountId account, qint64 beforeMs, int limit);

} // namespace Retention

} // namespace Textdesk
