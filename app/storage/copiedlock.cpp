// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/copiedlock.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace Textdesk {

#ifdef Q_OS_UNIX

namespace {

bool isStill(int descriptor, const QByteArray& path)
{
    struct stat opened { };
    struct stat there { };
    return fstat(descriptor, &opened) == 0 && stat(path.constData(), &there) == 0
        && opened.st_dev == there.st_dev && opened.st_ino == there.st_ino
        && opened.st_size > 0; // its owner locks it before the first byte
}

} // namespace

// QLockFile's owner holds flock() on the file for life (qlockfile_unix.cpp, setNativeLocks), and a
// copy is another file. Who holds the lock here alone may remove the name, so two that look at the
// same time cannot take each other's fresh lock away.
bool removeCopiedLock(const QString& lockFile)
{
    const QByteArray path{QFile::encodeName(lockFile)};
    const int descriptor{open(path.constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW)}; // NOLINT: C
    if (descriptor < 0) {
        return false;
    }
    const bool removed{flock(descriptor, LOCK_EX | LOCK_NB) == 0 && isStill(descriptor, path)
        && unlink(path.constData()) == 0};
    close(descriptor);
    return removed;
}

#else

bool removeCopiedLock(const QString&)
{
    return false;
}

#endif

} // namespace Textdesk
