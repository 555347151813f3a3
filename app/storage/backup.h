// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of the database beside it: the daily three, and those kept before a migration or a
// salvage.
#pragma once

#include "app/storage/connection.h"

#include <QStringList>

#include <vector>

namespace Textdesk {

struct BackupFile final {
    QString file;
    qint64 madeMs{0};
    qint64 bytes{0};
};

constexpr int backupsKept{3};

// Newest first.
[[nodiscard]] std::vector<BackupFile> backupsOf(const QString& databaseFile);
// By VACUUM INTO, so that it holds no deleted words, and whole or not there at all; older ones than
// the newest three go. Storage "no-room" with less room than three copies need.
[[nodiscard]] Result<BackupFile> makeBackup(
    Connection& db, const QString& databaseFile, qint64 nowMs, qint64 freeBytes);
// As many as can be if the system does not tell: then the write itself will.
[[nodiscard]] qint64 freeBytesAt(const QString& path);

// "<file>.before-NNNN" and "<file>.damaged-...": what a migration and a salvage left for the case.
[[nodiscard]] QStringList keptCopies(const QString& databaseFile);
// Removes copies and, if backups is true, backups and stores set aside that were made before that
// time; how many it could not remove.
int removeOlder(const QString& databaseFile, qint64 beforeMs, bool backups);

} // namespace Textdesk
