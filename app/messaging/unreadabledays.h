// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The days whose list held texts that could not be read: a gap that no later round fills unless
// the provider mends its list, so it is kept, and told instead of silence.
#pragma once

#include "app/base/ids.h"
#include "app/storage/connection.h"
#include "app/storage/writer.h"

#include <QDate>

#include <optional>

namespace Textdesk {

// Both included; the provider's days, as a round asks for them.
struct DaySpan final {
    QDate from;
    QDate to;
};

[[nodiscard]] std::optional<DaySpan> unreadableDays(Connection& db, AccountId account);
// These days were listed. What was unreadable is added to the record; what was read whole is taken
// off it once it covers all that is recorded.
void noteListedDays(
    WriteContext& context, AccountId account, const DaySpan& listed, bool anyUnreadable);

} // namespace Textdesk
