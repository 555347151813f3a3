// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the diagnostics: only what was chosen to be in them, and log lines without anything
// that could be a number, a name or a key.
#pragma once

#include "app/settings/settings.h"
#include "app/storage/storesummary.h"

#include <QString>

namespace Textdesk::DiagnosticsText {

// Version, system, Qt; nothing of the person or the computer's name.
[[nodiscard]] QString program();
// Each setting that is not at its default; of personal ones only that they are set.
[[nodiscard]] QString settings(const Settings& settings);
[[nodiscard]] QString store(const StoreSummary& summary, qint64 databaseBytes, int backups);
// Numbers from six digits, addresses, paths, links and long words without a meaning become marks;
// so do the names, e.g. of accounts.
[[nodiscard]] QString redacted(const QString& line, const QStringList& names);

} // namespace Textdesk::DiagnosticsText
