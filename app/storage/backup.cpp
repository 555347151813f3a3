// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/backup.h"

#include "app/storage/setaside.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <filesystem>
#include <limits>
#include <system_error>

namespace Textdesk {

namespace {

const QString stamp{QStringLiteral("yyyyMMdd-hhmmss-zzz")};
constexpr int copiesOfRoom{3};

QDir folderOf(const QString& databaseFile)
{
    return QDir{QFileInfo{databaseFile}.absolutePath() + QStringLiteral("/backups")};
}

qint64 timeIn(const QString& name)
{
    const QDateTime made{QDateTime::fromString(name.section(u'-', 1).section(u'.', 0, 0), stamp)};
    return made.isValid() ? QDateTime{made.date(), made.time(), Qt::UTC}.toMSecsSinceEpoch() : 0;
}

// A copy that was cut short is no backup.
void removeUnfinished(const QDir& folder)
{
    for (const QString& name : folder.entryList({QStringLiteral("*.part*")}, QDir::Files)) {
        QFile::remove(folder.filePath(name));
    }
}

} // namespace

std::vector<BackupFile> backupsOf(const QString& databaseFile)
{
    std::vector<BackupFile> found;
    const QFileInfoList files{folderOf(databaseFile)
                                  .entryInfoList({QStringLiteral("textdesk-*.db")}, QDir::Files,
                                      QDir::Name | QDir::Reversed)};
    for (const QFileInfo& file : files) {
        if (const qint64 made{timeIn(file.fileName())}; made > 0) {
            found.push_back({file.absoluteFilePath(), made, file.size()});
        }
    }
    return found;
}

Result<BackupFile> makeBackup(
    Connection& db, const QString& databaseFile, qint64 nowMs, qint64 freeBytes)
{
    const qint64 bytes{
        QFileInfo{databaseFile}.size() + QFileInfo{databaseFile + QStringLiteral("-wal")}.size()};
    if (freeBytes < copiesOfRoom * bytes) {
        return fail(ErrorKind::Storage, QStringLiteral("no-room"));
    }
    const QDir folder{folderOf(databaseFile)};
    if (!folder.mkpath(QStringLiteral("."))) {
        return fail(ErrorKind::Storage, QStringLiteral("read-only"));
    }
    QFile::setPermissions(
        folder.absolutePath(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    removeUnfinished(folder);
    const QString file{
        folder.filePath(QStringLiteral("textdesk-%1.db")
                            .arg(QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).toString(stamp)))};
    const QString part{file + QStringLiteral(".part")};
    QString quoted{part};
    quoted.replace(u'\'', QStringLiteral("''"));
    db.execute(QStringLiteral("VACUUM INTO '%1'").arg(quoted));
    if (const std::optional<Error> error{db.error()}) {
        removeUnfinished(folder);
        return fail(*error);
    }
    QFile::setPermissions(part, QFile::ReadOwner | QFile::WriteOwner);
    QFile::remove(file);
    if (!QFile::rename(part, file)) {
        return fail(ErrorKind::Storage, QStringLiteral("io"));
    }
    const std::vector<BackupFile> all{backupsOf(databaseFile)};
    for (size_t i{backupsKept}; i < all.size(); ++i) {
        QFile::remove(all[i].file);
    }
    return BackupFile{file, nowMs, QFileInfo{file}.size()};
}

qint64 freeBytesAt(const QString& path)
{
    // QStorageInfo knows nothing where the list of mounts cannot be read, as in a bare chroot.
    std::error_code failed;
    const auto space = std::filesystem::space(path.toStdU16String(), failed);
    return failed ? std::numeric_limits<qint64>::max() : qint64(space.available);
}

QStringList keptCopies(const QString& databaseFile)
{
    const QFileInfo info{databaseFile};
    const QString name{info.fileName()};
    QStringList files;
    for (const QString& each : info.dir().entryList(
             {name + QStringLiteral(".before-*"), name + QStringLiteral(".damaged-*")},
             QDir::Files)) {
        files.append(info.dir().filePath(each));
    }
    return files;
}

int removeOlder(const QString& databaseFile, qint64 beforeMs, bool backups)
{
    int left{0};
    for (const QString& file : keptCopies(databaseFile)) {
        if (QFileInfo{file}.lastModified().toMSecsSinceEpoch() < beforeMs) {
            left += QFile::remove(file) ? 0 : 1;
        }
    }
    if (backups) {
        for (const BackupFile& backup : backupsOf(databaseFile)) {
            if (backup.madeMs < beforeMs) {
                left += QFile::remove(backup.file) ? 0 : 1;
            }
        }
        left += removeSetAside(databaseFile, beforeMs);
    }
    return left;
}

} // namespace Textdesk
