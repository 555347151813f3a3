// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The one thread that writes: waiting jobs share a transaction, so that one fsync pays for many.
#pragma once

#include "app/base/clock.h"
#include "app/storage/changeset.h"
#include "app/storage/checkpointer.h"
#include "app/storage/connection.h"

#include <array>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace Textdesk {

// Who goes first when several wait.
enum class WritePriority { Person = 0, Webhook = 1, SendState = 2, Bulk = 3 };

// What a job works with. The connection's error, if any, rolls the job back.
struct WriteContext final {
    Connection& db;
    ChangeSet& changes;
    qint64 nowMs;
};

class Writer final {
public:
    struct Job final {
        // False undoes this job alone; others in the same transaction go on.
        std::function<bool(WriteContext&)> run;
        // On the writer thread, after the commit (no error) or the rollback.
        std::function<void(const std::optional<Error>&)> finish;
        // Part of long work. Slices share a transaction with each other alone, for as long as
        // nobody else waits, because a commit costs more than a slice does; one that fails undoes
        // the others of its transaction too.
        bool slice{false};
    };

    // changed is called on the writer thread after each commit that changed something.
    // The connection is opened on the thread itself (Qt ties one to its thread); if that fails
    // every job finishes with the reason.
    Writer(QString file, Clock& clock, std::function<void(const ChangeSet&)> changed);
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    // Commits what is waiting, then ends the thread.
    ~Writer();

    void add(WritePriority priority, Job job);
    // Run when nothing came for a moment, in slices, until it returns false; e.g. the search index
    // catching up. Not after every write: its commit waits for the disk as long as the write's own.
    void whenIdle(std::function<bool(WriteContext&)> work);

private:
    void loop();
    struct Waiting final {
        WritePriority priority{};
        Job job;
    };
    struct Outcome final {
        std::function<void(const std::optional<Error>&)> finish;
        std::optional<Error> error;
    };
    [[nodiscard]] std::vector<Waiting> takeGroup();
    void takeSlices(std::vector<Waiting>& group);
    [[nodiscard]] bool othersWait();
    [[nodiscard]] std::vector<Outcome> runSlices(std::vector<Waiting>& group, ChangeSet& changes);
    [[nodiscard]] bool runSlice(Job& job, ChangeSet& changes);
    void putBack(std::vector<Waiting>& group, size_t from);
    void commitGroup(std::vector<Waiting> group);
    [[nodiscard]] std::vector<Outcome> runGroup(std::vector<Waiting>& group, ChangeSet& changes);
    [[nodiscard]] std::optional<Error> runOne(Job& job, ChangeSet& changes);
    [[nodiscard]] std::optional<Error> endTransaction();
    void beIdle(std::unique_lock<std::mutex>& lock);
    void runIdle(std::unique_lock<std::mutex>& lock);
    [[nodiscard]] bool idleIsOverdue() const;
    [[nodiscard]] bool runIdleSlice();
    [[nodiscard]] bool anyWaiting() const;

    QString m_file;
    std::unique_ptr<Connection> m_connection; // touched by m_thread alone
    Checkpointer m_checkpointer;
    Clock& m_clock;
    std::function<void(const ChangeSet&)> m_changed;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::array<std::deque<Job>, 4> m_queues;
    std::function<bool(WriteContext&)> m_idleWork;
    bool m_idleWanted{true};
    bool m_idleGoesOn{false}; // the last slice left something for the next one
    std::optional<qint64>
        m_idleSinceMs; // since when idle work has been wanting, on the steady clock
    bool m_stopping{false};
    std::thread m_thread;
};

} // namespace Textdesk
