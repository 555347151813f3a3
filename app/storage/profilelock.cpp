// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/profilelock.h"

#include "app/storage/copiedlock.h"
#include "app/storage/diskroom.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace Textdesk {

ProfileLock::ProfileLock(const QString& file)
    : m_lock{file}
{
    m_lock.setStaleLockTime(0); // never stolen by age: a sleeping computer is not a dead program
}

Result<std::unique_ptr<ProfileLock>> ProfileLock::take(const QString& profileFolder)
{
    const QFileInfo folder{profileFolder};
    if (!folder.exists()) {
        if (!QDir{}.mkpath(profileFolder)) {
            return fail(ErrorKind::Storage, QStringLiteral("cannot-open"));
        }
        QFile::setPermissions(
            profileFolder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    } else if (!(folder.permissions() & QFile::WriteOwner)) {
        // Somebody closed it on purpose; for root, too, whom the system would let in.
        return fail(ErrorKind::Storage, QStringLiteral("read-only"));
    }
    const QString file{profileFolder + QStringLiteral("/textdesk.lock")};
    std::unique_ptr<ProfileLock> lock{new ProfileLock{file}};
    if (lock->m_lock.tryLock(0)
        || (lock->m_lock.error() == QLockFile::LockFailedError && removeCopiedLock(file)
            && lock->m_lock.tryLock(0))) {
        // It names a process and a computer, which is nobody else's business.
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
        return lock;
    }
    switch (lock->m_lock.error()) {
    case QLockFile::LockFailedError:
        return fail(ErrorKind::Storage, QStringLiteral("in-use"));
    case QLockFile::PermissionError:
        return fail(ErrorKind::Storage, QStringLiteral("read-only"));
    case QLockFile::NoError:
    case QLockFile::UnknownError:
        break;
    }
    return fail(ErrorKind::Storage,
        isDiskFull(profileFolder) ? QStringLiteral("disk-full") : QStringLiteral("cannot-open"));
}

} // namespace Textdesk
