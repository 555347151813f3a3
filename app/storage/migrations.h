// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Brings a database file to the schema this program knows, one numbered file at a time.
#pragma once

#include "app/storage/connection.h"

namespace Textdesk {

// Runs every resources/migrations/NNNN_*.sql above the file's user_version, each in a transaction
// that also sets it. A copy "<file>.before-NNNN" is kept before an existing file is migrated. Error
// Storage "newer-version: have N, know M" for a file from a later program; "damaged" if it is no
// database.
[[nodiscard]] Result<Done> migrate(Connection& connection, const QString& file);
// The newest schema this program knows.
[[nodiscard]] int newestSchema();

} // namespace Textdesk
