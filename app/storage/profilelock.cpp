// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/profilelock.h"

#include <QDir>
#include <QFile>

namespace Textdesk {

ProfileLock::ProfileLock(const QString& file)
    : m_lock{file}
{
    m_lock.setStaleLockTime(0); // never stolen by age: a sleeping computer is not a dead program
}

Result<std::unique_ptr<ProfileLock>> ProfileLock::take(const QString& profileFolder)
{
    if (!QDir{}.mkpath(profileFolder)) {
        return fail(ErrorKind::Storage, QStringLiteral("cannot-open"));
    }
    QFile::setPermissions(profileFolder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    std::unique_ptr<ProfileLock> lock{
        new ProfileLock{profileFolder + QStringLiteral("/textdesk.lock")}};
    if (lock->m_lock.tryLock(0)) {
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
    return fail(ErrorKind::Storage, QStringLiteral("cannot-open"));
}

} // namespace Textdesk
