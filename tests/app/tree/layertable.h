// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who may include whom: the table of ARCHITECTURE.md as data, and the one function that applies it.
#pragma once

#include <QString>
#include <QStringList>

namespace Textdesk::Testing {

// One sentence ("path:line: ...") for every include line of the file that the table does not allow.
[[nodiscard]] QStringList includeComplaints(const QString& path, const QString& text);

// The names of the rooms that the table knows, as folders ("app/net", "ui/shell").
[[nodiscard]] bool isKnownRoom(const QString& folder);

// The Qt module that an include between angle brackets belongs to ("QtWidgets"), empty if it is not
// Qt's.
[[nodiscard]] QString qtModuleOf(const QString& header);

} // namespace Textdesk::Testing
