// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Message ids are times: 43 bits of milliseconds, 20 bits of counter, so key, paging key and order
// are one.
#pragma once

#include "app/base/ids.h"
#include "app/domain/inboundevent.h"
#include "app/storage/connection.h"

namespace Textdesk {

constexpr int messageIdCounterBits{20};

[[nodiscard]] constexpr qint64 timeOfMessageId(MessageId id)
{
    return id.value() >> messageIdCounterBits;
}

// The next free id at that time, or soon after; never at or before `after` if that is valid.
[[nodiscard]] MessageId nextMessageId(Connection& db, qint64 atMs, MessageId after = {});
// For what is written here now: never before the newest message, also when the clock was set back.
[[nodiscard]] MessageId nextOutgoingId(Connection& db, qint64 nowMs);
// The best time of an incoming text: arrival if it lies within the stated grain, else the stated
// time, never later than arrival.
[[nodiscard]] qint64 incomingTime(const std::optional<StatedTime>& stated, qint64 arrivedMs);

} // namespace Textdesk
