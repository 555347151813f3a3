// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A page of a database file that a disk gave back wrong.
#pragma once

#include <QByteArray>
#include <QString>

namespace Textdesk::Testing {

// Overwrites the first page that holds these bytes; false if none behind the first page does.
// The database must be closed.
[[nodiscard]] bool spoilPageWith(const QString& file, const QByteArray& bytes);

} // namespace Textdesk::Testing
