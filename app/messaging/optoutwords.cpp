// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messaging/optoutwords.h"

#include "app/domain/optout.h"
#include "app/storage/conversationtable.h"
#include "app/storage/messagetable.h"
#include "app/storage/optouttable.h"
#include "app/storage/triagetable.h"

#include <algorithm>

namespace Textdesk {

namespace {

// Listings show the newest first, so an older word may come after the one that took it back.
bool hasLaterWord(Connection& db, const Message& message)
{
    constexpr int lookAhead{200};
    const auto later = MessageTable::page(db, message.conversation, {}, message.id, lookAhead);
    return std::any_of(
        later.cbegin(), later.cend(), [](const Message& other) { return isOptOutWord(other); });
}

// The word is obeyed by itself, so nobody is waiting for an answer to it; to what they wrote since,
// perhaps.
void settleWaiting(WriteContext& context, const Message& message)
{
    const auto row = ConversationTable::find(context.db, message.conversation);
    if (row && row->lastMessage == message.id) {
        (void)TriageTable::setDone(context, message.conversation, true);
    }
}

} // namespace

bool isOptOutWord(const Message& message)
{
    return message.direction == Direction::In && optOutIntent(message.text) != OptOutIntent::None;
}

bool heedOptOutWord(WriteContext& context, const Message& message)
{
    const OptOutIntent intent{optOutIntent(message.text)};
    if (intent == OptOutIntent::None) {
        return false;
    }
    settleWaiting(context, message);
    if (hasLaterWord(context.db, message)) {
        return false;
    }
    if (intent == OptOutIntent::Start) {
        OptOutTable::open(context, message.peer, QStringLiteral("start-word"));
        return false;
    }
    OptOutRow row;
    row.peer = message.peer;
    row.sinceMs = message.atMs;
    row.source = QStringLiteral("stop-word");
    row.account = message.account;
    row.message = message.id;
    return OptOutTable::close(context, row);
}

} // namespace Textdesk
