// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/quitsignals.h"

#include <QCoreApplication>

#include <atomic>
#include <csignal>
#include <thread>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace Textdesk {

static constexpr int toldAtMost{2};

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

void tellHeldSignals(std::function<void()> told)
{
    // A thread that waits for the signal may do anything; a signal handler may do almost nothing.
    std::thread{[told = std::move(told)] {
        const sigset_t set{quitSet()};
        for (int count{0}; count < toldAtMost; ++count) {
            int signal{0};
            sigwait(&set, &signal);
            QMetaObject::invokeMethod(QCoreApplication::instance(), told, Qt::QueuedConnection);
        }
        pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
        for (;;) {
            pause(); // the default action takes the process along
        }
    }}.detach();
}

#else

namespace {

std::function<void()>& toldFunction()
{
    static std::function<void()> told;
    return told;
}

// On Windows this runs on a thread of its own, and only once for each time it is installed.
void onSignal(int signal)
{
    static std::atomic<int> count{0};
    if (++count < toldAtMost) {
        std::signal(signal, onSignal);
    }
    QMetaObject::invokeMethod(QCoreApplication::instance(), toldFunction(), Qt::QueuedConnection);
}

} // namespace

void holdQuitSignals() { }

void tellHeldSignals(std::function<void()> told)
{
    toldFunction() = std::move(told);
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

#endif

} // namespace Textdesk
