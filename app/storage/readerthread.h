// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Long reads away from the window: search, export, checks.
#pragma once

#include "app/storage/connection.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace Textdesk {

class ReaderThread final {
public:
    // Handed the connection, or why there is none.
    using Work = std::function<void(const Result<Connection*>&)>;

    explicit ReaderThread(QString file);
    ReaderThread(const ReaderThread&) = delete;
    ReaderThread& operator=(const ReaderThread&) = delete;
    // Interrupts what is running and drops the rest: nobody waits for a backup to close a window.
    ~ReaderThread();

    void add(Work work);

private:
    void loop();

    QString m_file;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Work> m_work;
    Connection* m_open{nullptr}; // m_thread's, while it lives
    bool m_stopping{false};
    std::thread m_thread; // started by the first read: an idle program has no idle thread
};

} // namespace Textdesk
