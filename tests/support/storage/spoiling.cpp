// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storage/spoiling.h"

#include <QFile>

namespace Textdesk::Testing {

bool spoilPageWith(const QString& file, const QByteArray& bytes)
{
    static constexpr qint64 pageBytes{4096};
    QFile database{file};
    if (!database.open(QFile::ReadWrite)) {
        return false;
    }
    const qint64 place{database.readAll().indexOf(bytes) / pageBytes * pageBytes};
    return place >= pageBytes && database.seek(place)
        && database.write(QByteArray{pageBytes, 'x'}) == pageBytes;
}

} // namespace Textdesk::Testing
