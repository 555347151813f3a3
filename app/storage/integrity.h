// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Asks SQLite whether the file is whole.
#pragma once

#include "app/storage/connection.h"

#include <QStringList>

namespace Textdesk {

enum class CheckDepth {
    Quick, // the structure: 0.5 s at 342 MiB
    Whole // the indexes too: 3 s
};

// Empty if all is well; else what SQLite found, in its own words (tables and pages, never values).
// An error only if the check could not be made.
[[nodiscard]] Result<QStringList> checkIntegrity(Connection& db, CheckDepth depth);

} // namespace Textdesk
