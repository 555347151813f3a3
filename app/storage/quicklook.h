// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A look at what the first screen needs, cheap enough for every start: a damaged store must not
// look like an empty one.
#pragma once

#include "app/storage/connection.h"

namespace Textdesk {

// Reads the first page of every table and the newest rows: a few dozen pages, whatever the size of
// the file. Error Storage "damaged"; anything else is not looked for here.
[[nodiscard]] Result<Done> lookOver(Connection& db);

} // namespace Textdesk
