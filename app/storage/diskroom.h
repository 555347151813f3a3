// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a disk has room: SQLite and lock files only say that a file could not be made.
#pragma once

#include <QString>

namespace Textdesk {

// Not enough for a database to open: its log and shared memory take some pages. The folder, or the
// nearest of its parents that exists.
[[nodiscard]] bool isDiskFull(const QString& folder);

} // namespace Textdesk
