// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/exportfile.h"

#include <QFileInfo>

namespace Textdesk {

ExportFile::ExportFile(const QString& path)
    : m_file{path}
{ }

Result<Done> ExportFile::open()
{
    const QFileInfo place{m_file.fileName()};
    // Renaming over a device or a pipe would take it away.
    const bool isOther{place.exists() && !place.isFile()};
    // Nothing is in it yet, so nobody else can have read anything.
    if (isOther || !m_file.open(QIODevice::WriteOnly)
        || !m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) {
        return fail(ErrorKind::Storage, QStringLiteral("cannot-open"));
    }
    return Done{};
}

Result<Done> ExportFile::check() const
{
    if (m_file.error() != QFileDevice::NoError) {
        return fail(ErrorKind::Storage, QStringLiteral("disk-full"));
    }
    return Done{};
}

Result<Done> ExportFile::commit()
{
    if (!m_file.flush() || m_file.error() != QFileDevice::NoError) {
        return fail(ErrorKind::Storage, QStringLiteral("disk-full"));
    }
    if (!m_file.commit()) {
        return fail(ErrorKind::Storage, QStringLiteral("cannot-open"));
    }
    return Done{};
}

} // namespace Textdesk
