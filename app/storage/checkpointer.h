// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Folds the write-ahead log into the database beside the writer: a checkpoint waits for the disk,
// half a second for 32 MiB, and no person shall wait with it.
#pragma once

#include <QString>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace Textdesk {

class Checkpointer final {
public:
    explicit Checkpointer(QString file);
    Checkpointer(const Checkpointer&) = delete;
    Checkpointer& operator=(const Checkpointer&) = delete;
    ~Checkpointer();

    // Told by the writer after each commit. From some size on a checkpoint begins. SQLite begins
    // the log anew only when all of it was folded in, and a writer that never pauses would let it
    // grow without end: so with a long log the call waits for the rest, when that is short.
    void logHolds(int pages);

private:
    void loop();

    QString m_file;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_folded;
    int m_foldedPages{0}; // of the log as it is now
    bool m_wanted{false};
    bool m_stopping{false};
    std::thread m_thread; // begins with the first checkpoint
};

} // namespace Textdesk
