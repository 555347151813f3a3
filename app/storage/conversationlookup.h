// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Finds conversations by whose they are, never by what was written: for jumping there by name or
// number.
#pragma once

#include "app/base/ids.h"
#include "app/storage/connection.h"

#include <vector>

namespace Textdesk {

struct LookedUpConversation final {
    ConversationId id;
    AccountId account;
    QString peer; // canonical
    QString names; // "Thandi, Sipho"; empty for a number that nobody saved
};

// Up to limit, newest first. namePart is looked for anywhere in the names of saved people, whatever
// the case and accents; digits (0-9 only) anywhere in the number. An empty one finds nothing.
[[nodiscard]] std::vector<LookedUpConversation> lookUpConversations(
    Connection& db, const QString& namePart, const QString& digits, int limit);

} // namespace Textdesk
