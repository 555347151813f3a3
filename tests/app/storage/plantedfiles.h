// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for words in the bytes of every file of a profile, as somebody who found the disk would.
#pragma once

#include <QByteArray>
#include <QDirIterator>
#include <QFile>
#include <QStringList>

namespace Textdesk::Testing {

// The files below folder that hold the needle.
[[nodiscard]] inline QStringList filesWith(const QString& folder, const QByteArray& needle)
{
    QStringList found;
    QDirIterator files{folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories};
    while (files.hasNext()) {
        QFile file{files.next()};
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(needle)) {
            found.append(QFileInfo{file}.fileName());
        }
    }
    return found;
}

} // namespace Textdesk::Testing
