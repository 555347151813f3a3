// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The log files of a profile: their last lines, and lines that must not stay.
#pragma once

#include <QByteArray>
#include <QStringList>

namespace Textdesk {

// Newest first: textdesk.log, textdesk.log.1, ...
[[nodiscard]] QStringList logFilesOf(const QString& profileFolder);
// Rewrites them, and the practice service's ledger, in place without the lines that hold one of the
// traces; other processes go on writing to them.
void removeTraces(const QString& profileFolder, const QList<QByteArray>& traces);
[[nodiscard]] QStringList lastLogLines(const QString& profileFolder, int lines);

} // namespace Textdesk
