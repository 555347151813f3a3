// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testwarnings.h"

#include <QByteArrayList>
#include <QString>

#include <cstdio>

namespace Textdesk::Testing {

namespace {

// What may be said without failing a test, and why.
bool isAllowed(const QString& message)
{
    static const char* const allowed[]{
        // The offscreen platform has no window manager to ask.
        "This plugin does not support",
        "This plugin supports grabbing the mouse only for popup windows",
        "propagateSizeHints",
        // A container without locales falls back by itself.
        "Detected locale \"C\" with character encoding",
        "Detected system locale encoding",
        // No keyboard compose file in a container.
        "could not open compose file",
        // Qt's TLS back end notices OpenSSL's engine configuration of the host.
        "Incompatible version of OpenSSL",
        // Running as root in a container.
        "QStandardPaths: XDG_RUNTIME_DIR not set",
        "QStandardPaths: wrong permissions on runtime directory",
    };
    for (const char* part : allowed) {
        if (message.contains(QLatin1String{part})) {
            return true;
        }
    }
    return false;
}

bool isWarning(const QByteArray& line)
{
    return line.startsWith("QWARN") || line.startsWith("QCRITICAL") || line.startsWith("QSYSTEM");
}

} // namespace

int unexpectedWarnings(const QByteArray& testLog)
{
    int unexpected{0};
    for (const QByteArray& line : testLog.split('\n')) {
        if (isWarning(line) && !isAllowed(QString::fromUtf8(line))) {
            ++unexpected;
            std::fprintf(stderr, "UNEXPECTED WARNING: %s\n", line.constData());
        }
    }
    return unexpected;
}

} // namespace Textdesk::Testing
