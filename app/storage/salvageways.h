// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The ways into a damaged file, from the best to the last: as SQLite reads it, as SQLite reads it
// with a first page made anew, and row by row from the bytes.
#pragma once

#include "app/storage/connection.h"

#include <functional>

namespace Textdesk {

// Copies into db, a store of ours with nothing in it. How many places could not be read; errors:
// Storage "unreadable" if not one row was found, "disk-full". share is called from 0.0 to 1.0.
// asItWas is a copy of the file (and of its log): SQLite may change what it opens.
[[nodiscard]] Result<int> readDamaged(Connection& db, const QString& file, const QString& asItWas,
    const std::function<void(double share)>& share);

} // namespace Textdesk
