// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upkeep/bundlefile.h"

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipnewinfo.h>

#include <QFile>

namespace Textdesk {

namespace {

bool writePart(QuaZip& zip, const BundlePart& part)
{
    QuaZipFile file{&zip};
    QuaZipNewInfo info{part.name};
    info.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const QByteArray bytes{part.text.toUtf8()};
    if (!file.open(QIODevice::WriteOnly, info)) {
        return false;
    }
    const bool whole{file.write(bytes) == bytes.size()};
    file.close();
    return whole && file.getZipError() == UNZ_OK;
}

} // namespace

Result<Done> writeBundle(const QString& file, const std::vector<BundlePart>& parts)
{
    const QString part{file + QStringLiteral(".part")};
    QFile::remove(part);
    QuaZip zip{part};
    zip.setUtf8Enabled(true);
    if (!zip.open(QuaZip::mdCreate)) {
        return fail(ErrorKind::Storage, QStringLiteral("cannot-open"));
    }
    QFile::setPermissions(part, QFile::ReadOwner | QFile::WriteOwner);
    bool whole{true};
    for (const BundlePart& each : parts) {
        whole = whole && writePart(zip, each);
    }
    zip.close();
    if (!whole || zip.getZipError() != ZIP_OK) {
        QFile::remove(part);
        return fail(ErrorKind::Storage, QStringLiteral("disk-full"));
    }
    QFile::remove(file);
    if (!QFile::rename(part, file)) {
        QFile::remove(part);
        return fail(ErrorKind::Storage, QStringLiteral("cannot-open"));
    }
    return Done{};
}

} // namespace Textdesk
