// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/diskroom.h"

#include <QDir>
#include <QStorageInfo>

namespace Textdesk {

bool isDiskFull(const QString& folder)
{
    static constexpr qint64 leastBytes{qint64{128} * 1024};
    QDir place{folder};
    while (!place.exists() && place.absolutePath() != QDir::rootPath()) {
        place.setPath(QFileInfo{place.absolutePath()}.path());
    }
    const QStorageInfo disk{place.absolutePath()};
    return disk.isValid() && disk.bytesAvailable() < leastBytes;
}

} // namespace Textdesk
