// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/descriptor.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/ioctl.h>
#include <sys/socket.h>
#endif

namespace Textdesk {

void closeWritingSide(qintptr socketDescriptor)
{
    if (socketDescriptor == -1) {
        return;
    }
#ifdef Q_OS_WIN
    ::shutdown(SOCKET(socketDescriptor), SD_SEND);
#else
    ::shutdown(int(socketDescriptor), SHUT_WR);
#endif
}

bool hasUnfetchedBytes(qintptr socketDescriptor)
{
    if (socketDescriptor == -1) {
        return false;
    }
#ifdef Q_OS_WIN
    u_long waiting{0};
    return ::ioctlsocket(SOCKET(socketDescriptor), FIONREAD, &waiting) == 0 && waiting > 0;
#else
    int waiting{0};
    return ::ioctl(int(socketDescriptor), FIONREAD, &waiting) == 0 && waiting > 0;
#endif
}

} // namespace Textdesk
