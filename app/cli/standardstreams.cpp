// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/standardstreams.h"

#include <QtGlobal>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace Textdesk {

void holdStandardStreams()
{
#ifdef Q_OS_UNIX
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(stream, F_GETFD) == -1) { // NOLINT(*-vararg): C
            // The lowest free number is this one. Standard output is opened for reading, so that
            // what is written to it fails like before.
            (void)open("/dev/null", stream == STDERR_FILENO ? O_WRONLY : O_RDONLY); // NOLINT: C
        }
    }
#endif
}

bool standardOutputTaken()
{
    // A failed write is remembered by the stream.
    return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

} // namespace Textdesk
