// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/ownerplace.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>
#endif

namespace Textdesk {

namespace {

QString hashedName(const QString& folder)
{
    constexpr qsizetype enough{24};
    const QByteArray hash{
        QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(enough)};
    return QStringLiteral("textdesk-") + QString::fromLatin1(hash);
}

} // namespace

QString ownerSocketName(const QString& profileFolder)
{
    const QString folder{QFileInfo{profileFolder}.canonicalFilePath()};
    if (folder.isEmpty()) {
        return {};
    }
#ifdef Q_OS_UNIX
    // sun_path holds 108 bytes on Linux and 104 on macOS; Qt needs some of them for a folder of its
    // own while it makes the socket.
    constexpr qsizetype longest{90};
    const QString inside{folder + QStringLiteral("/textdesk.sock")};
    if (QFile::encodeName(inside).size() <= longest) {
        return inside;
    }
    return QStringLiteral("/tmp/%1-%2").arg(hashedName(folder)).arg(getuid());
#else
    return hashedName(folder);
#endif
}

bool isSamePerson(qintptr socket)
{
#if defined(Q_OS_LINUX)
    ucred peer{};
    socklen_t size{sizeof peer};
    return getsockopt(int(socket), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0
        && peer.uid == geteuid();
#elif defined(Q_OS_UNIX)
    uid_t user{0};
    gid_t group{0};
    return getpeereid(int(socket), &user, &group) == 0 && user == geteuid();
#else
    Q_UNUSED(socket);
    return true;
#endif
}

} // namespace Textdesk
