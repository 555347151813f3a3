// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a conversation stands in the list: its place among the others and its one line of text.
#pragma once

#include "app/storage/conversationtable.h"

#include <utility>

namespace Textdesk {

[[nodiscard]] inline bool listedBefore(const ConversationRow& a, const ConversationRow& b)
{
    return std::pair{a.sortMs, a.id} > std::pair{b.sortMs, b.id};
}

// A draft hides the newest message: it is what the person left unfinished.
[[nodiscard]] inline QString shownPreview(const ConversationRow& row)
{
    constexpr qsizetype longest{120};
    return row.draft.isEmpty() ? row.preview : row.draft.left(longest).simplified();
}

} // namespace Textdesk
