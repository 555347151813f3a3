// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Full-text search narrowed by line, person, time, direction and state; newest first.
#pragma once

#include "app/domain/searchquery.h"
#include "app/storage/connection.h"

#include <functional>
#include <vector>

namespace Textdesk {

struct FoundPage final {
    std::vector<Message> messages;
    bool more{false};
};

// On the reader thread: a filter that fits next to nothing looks at many rows, and gives up as soon
// as nobody waits for it. Without words every message that fits is found.
[[nodiscard]] FoundPage findMessages(Connection& db, const SearchQuery& query, MessageId before,
    int limit, const std::function<bool()>& cancelled);

} // namespace Textdesk
