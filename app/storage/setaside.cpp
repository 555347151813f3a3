// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/setaside.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <utility>
#include <vector>

namespace Textdesk {

namespace {

const QString prefix{QStringLiteral("kept-")};
const QString stamp{QStringLiteral("yyyyMMdd-hhmmss-zzz")};

// Milliseconds since 1970; 0 for a folder that a person named.
qint64 timeOf(const QString& folder)
{
    const QDateTime time{
        QDateTime::fromString(QFileInfo{folder}.fileName().mid(prefix.size()), stamp)};
    return time.isValid() ? QDateTime{time.date(), time.time(), Qt::UTC}.toMSecsSinceEpoch() : 0;
}

} // namespace

Result<QString> setStoreAside(const QString& databaseFile, qint64 nowMs)
{
    const QFileInfo database{databaseFile};
    QDir profile{database.absolutePath()};
    const QString name{prefix + QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).toString(stamp)};
    if (!profile.mkdir(name)) {
        return fail(ErrorKind::Storage, QStringLiteral("io"));
    }
    const QString folder{profile.filePath(name)};
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QString file{database.fileName()};
    std::vector<QString> moved;
    for (const QString& each : {file, file + QStringLiteral("-wal"), file + QStringLiteral("-shm"),
             QStringLiteral("backups")}) {
        if (!QFileInfo::exists(profile.filePath(each))) {
            continue;
        }
        if (!profile.rename(each, name + u'/' + each)) {
            for (const QString& back : moved) {
                profile.rename(name + u'/' + back, back);
            }
            profile.rmdir(name);
            return fail(ErrorKind::Storage, QStringLiteral("io"));
        }
        moved.push_back(each);
    }
    return folder;
}

QStringList storesSetAside(const QString& databaseFile)
{
    const QDir profile{QFileInfo{databaseFile}.absolutePath()};
    QStringList folders;
    for (const QString& name :
        profile.entryList({prefix + u'*'}, QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks)) {
        const QString folder{profile.filePath(name)};
        if (timeOf(folder) > 0) {
            folders.append(folder);
        }
    }
    return folders;
}

int removeSetAside(const QString& databaseFile, qint64 beforeMs)
{
    int left{0};
    for (const QString& folder : storesSetAside(databaseFile)) {
        if (timeOf(folder) < beforeMs) {
            left += QDir{folder}.removeRecursively() ? 0 : 1;
        }
    }
    return left;
}

} // namespace Textdesk
