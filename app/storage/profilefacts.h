// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a profile knows of itself: where it lives, its last check, backup and clean-up.
#pragma once

#include "app/storage/connection.h"

namespace Textdesk::ProfileFacts {

// Keys, so that nobody invents a second spelling.
inline const QString computer{QStringLiteral("computer")}; // a hash, see profileplace.h
inline const QString folder{QStringLiteral("folder")}; // a hash
inline const QString checkedMs{QStringLiteral("checked-ms")}; // the last whole check
inline const QString backedUpMs{QStringLiteral("backed-up-ms")};
inline const QString keptUntilMs{QStringLiteral("retention-ms")}; // the last run of retention
inline const QString restoredMs{QStringLiteral("restored-ms")}; // salvaged or from a backup
inline const QString erasedMs{QStringLiteral("erased-ms")}; // older backups hold erased words

// Empty, or 0, for a fact that nobody wrote.
[[nodiscard]] QString text(Connection& db, const QString& key);
[[nodiscard]] qint64 number(Connection& db, const QString& key);
void set(Connection& db, const QString& key, const QString& value);
void set(Connection& db, const QString& key, qint64 value);

} // namespace Textdesk::ProfileFacts
