// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The tree's own files, and their text without what is not code.
#pragma once

#include <QString>
#include <QStringList>

namespace Textdesk::Testing {

// The root of the clone.
[[nodiscard]] QString sourceRoot();

// Paths relative to the root, sorted, of all files below the folders whose name matches one of the
// wildcards.
[[nodiscard]] QStringList filesBelow(const QStringList& folders, const QStringList& wildcards);

// Whole text of a file named relative to the root; a null string when it cannot be read.
[[nodiscard]] QString readSource(const QString& path);

enum class Strings { Keep, Blank };

// C++ text with comments (and, if asked, the inside of string and character literals) turned into
// spaces; line numbers stay. Knows raw strings and digit separators.
[[nodiscard]] QString codeOf(const QString& text, Strings strings);

} // namespace Textdesk::Testing
