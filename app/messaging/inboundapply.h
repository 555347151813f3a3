// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The one rule by which news from a provider changes the store, whatever way it came.
#pragma once

#include "app/base/result.h"
#include "app/domain/inboundevent.h"
#include "app/domain/message.h"
#include "app/storage/writer.h"

#include <vector>

namespace Textdesk {

struct Applied final {
    int newTexts{0};
    int stateChanges{0};
    int repeats{0}; // nothing new: harmless
    int forgotten{0}; // repeats of what a person deleted: their words must not be kept anew
    int optOuts{0};
    MessageId lastMessage; // the last one touched
};

// In the caller's transaction. Incoming texts are known by (account, provider id), never by their
// words; a STOP word closes its person on every line in the same transaction. Reports for messages
// that are not known yet are kept; news of what a person deleted counts as a repeat. arrivedMs is
// when the news reached this computer.
[[nodiscard]] Applied applyInbound(WriteContext& context, AccountId account,
    const std::vector<InboundEvent>& events, qint64 arrivedMs);

// The carrier says that this message's person does not want to be texted. True if that is news.
bool closeByProvider(WriteContext& context, const Message& message);

} // namespace Textdesk
