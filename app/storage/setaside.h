// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Room for a new store in a profile whose old one is lost: what is left of it moves, whole, into a
// folder of its own beside it.
#pragma once

#include "app/base/result.h"

#include <QStringList>

namespace Textdesk {

// The database with its log and all backups go to "kept-<UTC time>" in the same folder, the backups
// last: cut off before them, the store is still known to be lost. The folder's path. Storage "io";
// then what was moved is back in its place.
[[nodiscard]] Result<QString> setStoreAside(const QString& databaseFile, qint64 nowMs);

// Every such folder.
[[nodiscard]] QStringList storesSetAside(const QString& databaseFile);
// Removes those of before that time; how many it could not remove.
int removeSetAside(const QString& databaseFile, qint64 beforeMs);

} // namespace Textdesk
