// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the tree needs from outside, so that no script, library or plugin is used that nothing
// installs.
#pragma once

#include <QString>
#include <QStringList>

namespace Textdesk::Testing {

// One sentence for each library of a CMake file's find_package lines that the package list or
// vcpkg.json lacks, or that the table of this file does not know.
[[nodiscard]] QStringList libraryComplaints(
    const QString& cmake, const QStringList& packages, const QStringList& ports);

// One sentence for each program that a shell script or test calls and whose package is not listed.
[[nodiscard]] QStringList programComplaints(
    const QString& path, const QString& text, const QStringList& packages);

// Packages of packaging/packages.txt that serve any of the kinds; all without kinds.
[[nodiscard]] QStringList listedPackages(const QString& list, const QStringList& kinds = {});

} // namespace Textdesk::Testing
