// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Full-text search over message texts: external-content FTS5 that catches up in slices.
#pragma once

#include "app/base/ids.h"
#include "app/storage/connection.h"

#include <utility>
#include <vector>

namespace Textdesk {

// Indexes up to 2,000 waiting rows (under 50 ms); true while more are waiting.
[[nodiscard]] bool indexNextSlice(Connection& db);
// At once, for whoever adds many in ascending order and in slices of its own, one transaction each.
void addToIndex(Connection& db, const std::vector<std::pair<MessageId, QString>>& texts);
// To be called when a text is deleted, before the row goes.
void removeFromIndex(Connection& db, MessageId id, const QString& text);
// Messages holding every word (prefix match on the last), newest first, below `before` if valid.
// Accents and case do not matter; words of symbols alone (emoji) must stand in the text as they
// are. Rows the index has not seen yet are searched too.
[[nodiscard]] std::vector<MessageId> searchMessages(
    Connection& db, const QString& words, MessageId before, int limit);

} // namespace Textdesk
