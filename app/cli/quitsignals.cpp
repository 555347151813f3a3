// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/quitsignals.h"

#include <QCoreApplication>

#include <csignal>
#include <thread>

namespace Textdesk {

#ifdef Q_OS_UNIX

namespace {

sigset_t quitSet()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

} // namespace

void holdQuitSignals()
{
    const sigset_t set{quitSet()};
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

void quitOnHeldSignals()
{
    // A thread that waits for the signal may do anything; a signal handler may do almost nothing.
    std::thread{[] {
        const sigset_t set{quitSet()};
        int signal{0};
        sigwait(&set, &signal);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [] { QCoreApplication::exit(0); }, Qt::QueuedConnection);
    }}.detach();
}

#else

void holdQuitSignals() { }

void quitOnHeldSignals()
{
    const auto quit = [](int) { QCoreApplication::exit(0); };
    std::signal(SIGINT, quit);
    std::signal(SIGTERM, quit);
}

#endif

} // namespace Textdesk
