// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/quitsignals.h"

#include <QSocketNotifier>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#include <unistd.h>
#else
#include <windows.h>
#endif

namespace Textdesk {

namespace {

constexpr int toldAtMost{2};
// The system calls a plain function, so what it needs has to stand where that can see it.
std::atomic<int> heard{0};

} // namespace

#ifdef Q_OS_UNIX

namespace {

constexpr std::array quitting{SIGINT, SIGTERM, SIGHUP};
std::array<int, 2> ends{-1, -1}; // written by the handler, read by the loop

// A handler may do next to nothing (signal-safety(7)): one byte, and the loop does the rest.
void onSignal(int signal)
{
    const int before{errno};
    if (++heard > toldAtMost) {
        (void)std::signal(signal, SIG_DFL);
        (void)::raise(signal); // delivered when this handler returns
    } else {
        const char byte{1};
        (void)!::write(ends[0], &byte, 1);
    }
    errno = before;
}

void setHandler(int signal, void (*handler)(int))
{
    struct sigaction former { };
    // What nohup or a shell's "&" switched off stays off.
    if (::sigaction(signal, nullptr, &former) != 0 || former.sa_handler == SIG_IGN) {
        return;
    }
    struct sigaction action { };
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    (void)::sigaction(signal, &action, nullptr);
}

} // namespace

QuitSignals::QuitSignals(QObject* parent)
    : QObject{parent}
{
    heard = 0;
    // Children must not hold the sockets open, and a full one must not stop a handler.
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends.data()) != 0) {
        return; // signals then end the program at once, as they do without this
    }
    m_notifier = std::make_unique<QSocketNotifier>(ends[1], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &QuitSignals::hear);
    for (const int signal : quitting) {
        setHandler(signal, onSignal);
    }
}

QuitSignals::~QuitSignals()
{
    if (!m_notifier) {
        return;
    }
    for (const int signal : quitting) {
        setHandler(signal, SIG_DFL);
    }
    m_notifier.reset();
    for (int& end : ends) {
        ::close(end);
        end = -1;
    }
}

void QuitSignals::hear()
{
    char byte{0};
    while (::read(ends[1], &byte, 1) == 1) {
        emit asked();
    }
}

#else

namespace {

std::atomic<QuitSignals*> told{nullptr};

// On a thread of its own (SetConsoleCtrlHandler).
BOOL WINAPI onConsole(DWORD event)
{
    QuitSignals* listener{told.load()};
    if (listener == nullptr || ++heard > toldAtMost) {
        return FALSE; // the next handler, which ends the process
    }
    QMetaObject::invokeMethod(listener, &QuitSignals::asked, Qt::QueuedConnection);
    if (event == CTRL_CLOSE_EVENT || event == CTRL_LOGOFF_EVENT || event == CTRL_SHUTDOWN_EVENT) {
        Sleep(INFINITE); // returning would end the process now; it ends by itself, or after 5 s
    }
    return TRUE;
}

} // namespace

QuitSignals::QuitSignals(QObject* parent)
    : QObject{parent}
{
    heard = 0;
    told = this;
    SetConsoleCtrlHandler(onConsole, TRUE);
}

QuitSignals::~QuitSignals()
{
    SetConsoleCtrlHandler(onConsole, FALSE);
    told = nullptr;
}

void QuitSignals::hear() { }

#endif

} // namespace Textdesk
