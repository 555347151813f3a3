// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/arrivals.h"

#include "app/storage/messagetable.h"

#include <algorithm>

namespace Textdesk {

Arrivals::Arrivals(Database& database, const Clock& clock, QObject* parent)
    : QObject{parent}
    , m_database{database}
    , m_clock{clock}
{
    connect(&database, &Database::changed, this, &Arrivals::take);
}

void Arrivals::take(const ChangeSet& changes)
{
    std::vector<MessageId> ids{changes.inserted.cbegin(), changes.inserted.cend()};
    std::sort(ids.begin(), ids.end(), [](MessageId a, MessageId b) { return b < a; });
    const qint64 horizon{m_clock.nowMs() - std::chrono::milliseconds{newsFor}.count()};
    std::vector<Arrival> texts;
    int looked{0};
    for (const MessageId id : ids) {
        const auto message = MessageTable::find(m_database.reader(), id);
        if (!message) {
            continue; // gone again
        }
        // Ids are in the order of time, so all that follow are older still.
        if (message->atMs < horizon || ++looked > mostAtOnce) {
            break;
        }
        if (message->direction == Direction::In && !message->read) {
            texts.push_back({id, message->conversation, message->text});
        }
    }
    if (!texts.empty()) {
        std::reverse(texts.begin(), texts.end());
        emit arrived(texts);
    }
    if (!changes.conversations.isEmpty()) {
        emit touched(changes.conversations);
    }
}

} // namespace Textdesk
