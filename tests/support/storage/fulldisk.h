// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A disk without room for one database: SQLite then answers SQLITE_FULL, as when the disk does.
#pragma once

#include "app/storage/database.h"

namespace Textdesk::Testing {

// From the next write on the file cannot grow. No write may be under way that needs to.
void fillDisk(Database& database);
void freeDisk(Database& database);

} // namespace Textdesk::Testing
