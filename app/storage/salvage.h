// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A damaged database is read table by table into a new one; nothing is thrown away. Takes seconds:
// for a thread of its own, with the profile's lock held and the database closed.
#pragma once

#include "app/storage/connection.h"

#include <functional>

namespace Textdesk {

struct SalvageReport final {
    qint64 messages{0};
    qint64 conversations{0};
    qint64 contacts{0};
    int gaps{0}; // places that could not be read
    int closedPeople{0}; // who must not be texted, in a store begun anew
    QString keptFile; // where the damaged file stands now
};

// percent is called from 0 to 100 on the calling thread.
using SalvageProgress = std::function<void(int percent)>;

// The database becomes one of the newest schema with what could be read; the search index is built
// anew, opt-outs are taken from backups as well, accounts are paused with "restored". Errors:
// Storage "unreadable" when not one row can be read, "disk-full", "cannot-open";
// after any error the database is as it was.
[[nodiscard]] Result<SalvageReport> salvage(
    const QString& databaseFile, qint64 nowMs, const SalvageProgress& percent);

// Puts a backup in the database's place, keeps what stood there beside it, and distrusts what
// waited to be sent. Errors of Connection::open and migrate().
[[nodiscard]] Result<SalvageReport> restoreBackup(
    const QString& databaseFile, const QString& backup, qint64 nowMs);

} // namespace Textdesk
