// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person decided about a conversation: not now, or done.
#pragma once

#include "app/storage/writer.h"

namespace Textdesk::TriageTable {

// Out of sight until then; 0 brings it back. False without such a conversation.
[[nodiscard]] bool snooze(WriteContext& context, ConversationId id, qint64 untilMs);
// Brings back whose time has come: to the top of the list, its newest incoming text unread. Returns
// how many.
int wakeDue(WriteContext& context);
// The earliest end of a snooze; -1 without one.
[[nodiscard]] qint64 nextWake(Connection& db);
// done: nothing waits for an answer here until they write again. Not done: it waits again if they
// wrote last. False without such a conversation.
[[nodiscard]] bool setDone(WriteContext& context, ConversationId id, bool done);

} // namespace Textdesk::TriageTable
