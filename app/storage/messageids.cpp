// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/messageids.h"

#include "app/storage/statement.h"

#include <algorithm>

namespace Textdesk {

MessageId nextMessageId(Connection& db, qint64 atMs, MessageId after)
{
    qint64 first{std::max<qint64>(atMs, 1) << messageIdCounterBits};
    if (after.isValid() && first <= after.value()) {
        first = after.value() + 1;
    }
    // The newest id in the same millisecond; more than 2^20 in one millisecond run into the next
    // one.
    const qint64 end{((first >> messageIdCounterBits) + 1) << messageIdCounterBits};
    auto newest = db.prepare("SELECT max(id) FROM message WHERE id >= ? AND id < ?");
    if (!newest.first(first, end) || newest.integer(0) == 0) {
        return MessageId{first};
    }
    const qint64 next{newest.integer(0) + 1};
    return next < end ? MessageId{next} : nextMessageId(db, end >> messageIdCounterBits);
}

MessageId nextOutgoingId(Connection& db, qint64 nowMs)
{
    auto newest = db.prepare("SELECT max(id) FROM message");
    const bool any{newest.first()};
    return nextMessageId(db, nowMs, MessageId{any ? newest.integer(0) : 0});
}

qint64 incomingTime(const std::optional<StatedTime>& stated, qint64 arrivedMs)
{
    if (!stated || stated->ms > arrivedMs) {
        return arrivedMs;
    }
    const bool withinGrain{arrivedMs < stated->ms + std::max<qint64>(stated->grainMs, 1)};
    return withinGrain ? arrivedMs : stated->ms;
}

} // namespace Textdesk
