// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What was read from a damaged file becomes a store again: rows whose parents were lost get new
// ones, lists and counts are made from the messages, the search index is built.
#pragma once

#include "app/storage/connection.h"

#include <QStringList>

namespace Textdesk {

// backups: files whose opt-outs count as well, because whoever said STOP must not be texted again.
[[nodiscard]] Result<Done> mendSalvaged(Connection& db, const QStringList& backups, qint64 nowMs);

// The lists of the inbox from the messages themselves.
void recountConversations(Connection& db, qint64 nowMs);

} // namespace Textdesk
