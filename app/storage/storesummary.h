// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The store in figures, for who helps with a problem: never a number, a name or a word of it.
#pragma once

#include "app/storage/connection.h"

#include <utility>
#include <vector>

namespace Textdesk {

using NamedCount = std::pair<QString, qint64>;

struct StoreSummary final {
    int schema{0};
    QString sqlite; // its version
    std::vector<NamedCount> rows; // of each table
    std::vector<NamedCount> states; // messages, as "out delivered"
    std::vector<NamedCount> verdicts; // webhook events, as "refused forged"
    std::vector<NamedCount> pauses; // accounts, as "zoomconnect unauthorized"
    std::vector<NamedCount> facts; // times in milliseconds
};

// Counts every row: for a thread beside the window's.
[[nodiscard]] Result<StoreSummary> summarise(Connection& db);

} // namespace Textdesk
