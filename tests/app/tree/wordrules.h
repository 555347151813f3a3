// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Words that may not stand in our code, where, and why.
#pragma once

#include <QString>
#include <QStringList>

namespace Textdesk::Testing {

// One sentence ("path:line: ...") for every refused word in the code (comments and strings do not
// count).
[[nodiscard]] QStringList wordComplaints(const QString& path, const QString& text);

} // namespace Textdesk::Testing
