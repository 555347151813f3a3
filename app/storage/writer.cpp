// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/writer.h"

#include <algorithm>
#include <chrono>

namespace Textdesk {

namespace {

constexpr size_t largestGroup{256};
constexpr qint64 longestGroupMs{50}; // so that a person's write never waits longer behind bulk work
constexpr qint64 longestSlicesMs{250}; // with nobody waiting; each of them looks whether that holds
constexpr std::chrono::milliseconds quietBeforeIdle{100};
constexpr qint64 longestWithoutIdleMs{2000}; // writes that never pause shall not starve the index

} // namespace

Writer::Writer(QString file, Clock& clock, std::function<void(const ChangeSet&)> changed)
    : m_file{std::move(file)}
    , m_checkpointer{m_file}
    , m_clock{clock}
    , m_changed{std::move(changed)}
    , m_thread{[this] { loop(); }}
{ }

Writer::~Writer()
{
    {
        const std::lock_guard lock{m_mutex};
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void Writer::add(WritePriority priority, Job job)
{
    {
        const std::lock_guard lock{m_mutex};
        m_queues.at(static_cast<size_t>(priority)).push_back(std::move(job));
        m_idleWanted = true;
    }
    m_wake.notify_one();
}

void Writer::whenIdle(std::function<bool(WriteContext&)> work)
{
    {
        const std::lock_guard lock{m_mutex};
        m_idleWork = std::move(work);
        m_idleWanted = true;
    }
    m_wake.notify_one();
}

void Writer::loop()
{
    Result<std::unique_ptr<Connection>> opened{
        Connection::open(m_file, Connection::Mode::ReadWrite)};
    if (opened) {
        m_connection = std::move(*opened);
    }
    std::unique_lock lock{m_mutex};
    for (;;) {
        if (idleIsOverdue()) {
            runIdle(lock);
        }
        std::vector<Waiting> group{takeGroup()};
        if (!group.empty()) {
            lock.unlock();
            if (m_connection) {
                commitGroup(std::move(group));
            } else {
                for (const Waiting& waiting : group) {
                    waiting.job.finish(opened.error());
                }
            }
            lock.lock();
            m_idleSinceMs = m_idleSinceMs.value_or(m_clock.steadyMs());
            continue;
        }
        if (m_stopping) {
            m_connection.reset();
            return;
        }
        if (m_idleWanted && m_idleWork && m_connection) {
            beIdle(lock);
            continue;
        }
        m_wake.wait(lock);
    }
}

void Writer::beIdle(std::unique_lock<std::mutex>& lock)
{
    const auto disturbed = [this] { return m_stopping || anyWaiting(); };
    if (m_idleGoesOn || !m_wake.wait_for(lock, quietBeforeIdle, disturbed)) {
        runIdle(lock);
    }
}

bool Writer::idleIsOverdue() const
{
    return m_idleWanted && m_idleWork && m_connection && !m_stopping && m_idleSinceMs
        && m_clock.steadyMs() - *m_idleSinceMs > longestWithoutIdleMs;
}

void Writer::runIdle(std::unique_lock<std::mutex>& lock)
{
    m_idleWanted = false;
    lock.unlock();
    const bool more{runIdleSlice()};
    lock.lock();
    m_idleGoesOn = more;
    m_idleSinceMs.reset();
    if (more) {
        m_idleSinceMs = m_clock.steadyMs();
    }
    m_idleWanted = m_idleWanted || more;
}

bool Writer::anyWaiting() const
{
    return std::any_of(
        m_queues.cbegin(), m_queues.cend(), [](const auto& queue) { return !queue.empty(); });
}

std::vector<Writer::Waiting> Writer::takeGroup()
{
    std::vector<Waiting> group;
    for (size_t i{0}; i < m_queues.size(); ++i) {
        auto& queue = m_queues.at(i);
        while (!queue.empty() && !queue.front().slice && group.size() < largestGroup) {
            group.push_back({static_cast<WritePriority>(i), std::move(queue.front())});
            queue.pop_front();
        }
    }
    if (group.empty()) {
        takeSlices(group);
    }
    return group;
}

void Writer::takeSlices(std::vector<Waiting>& group)
{
    for (size_t i{0}; i < m_queues.size() && group.empty(); ++i) {
        auto& queue = m_queues.at(i);
        while (!queue.empty() && queue.front().slice) {
            group.push_back({static_cast<WritePriority>(i), std::move(queue.front())});
            queue.pop_front();
        }
    }
}

// Anything but further slices.
bool Writer::othersWait()
{
    const std::lock_guard lock{m_mutex};
    return std::any_of(m_queues.cbegin(), m_queues.cend(),
        [](const auto& queue) { return !queue.empty() && !queue.front().slice; });
}

// Each at the front of its own queue: bulk work that ran out of time still lets a person go first.
void Writer::putBack(std::vector<Waiting>& group, size_t from)
{
    const std::lock_guard lock{m_mutex};
    for (size_t i{group.size()}; i > from; --i) {
        Waiting& waiting{group[i - 1]};
        m_queues.at(static_cast<size_t>(waiting.priority)).push_front(std::move(waiting.job));
    }
}

// Why the job was undone; nothing if it stands.
std::optional<Error> Writer::runOne(Job& job, ChangeSet& changes)
{
    ChangeSet own;
    WriteContext context{*m_connection, own, m_clock.nowMs()};
    m_connection->execute(QStringLiteral("SAVEPOINT job"));
    if (job.run(context) && !m_connection->error()) {
        m_connection->execute(QStringLiteral("RELEASE job"));
        changes.unite(own);
        return m_connection->error();
    }
    const Error why{
        m_connection->error().value_or(Error{ErrorKind::Storage, QStringLiteral("undone")})};
    m_connection->clearError();
    m_connection->execute(QStringLiteral("ROLLBACK TO job"));
    m_connection->execute(QStringLiteral("RELEASE job"));
    if (m_connection->error()) {
        // SQLite rolled everything back by itself (disk full): the group fails for the same reason.
        m_connection->restoreError(why);
    }
    return why;
}

std::vector<Writer::Outcome> Writer::runGroup(std::vector<Waiting>& group, ChangeSet& changes)
{
    std::vector<Outcome> outcomes;
    const qint64 started{m_clock.steadyMs()};
    for (Waiting& waiting : group) {
        const bool timeIsUp{!outcomes.empty() && m_clock.steadyMs() - started > longestGroupMs};
        if (m_connection->error() || timeIsUp) {
            break;
        }
        const std::optional<Error> error{runOne(waiting.job, changes)};
        outcomes.push_back({std::move(waiting.job.finish), error});
    }
    return outcomes;
}

// Without a savepoint, at each of which the search index would write out what it has gathered.
bool Writer::runSlice(Job& job, ChangeSet& changes)
{
    WriteContext context{*m_connection, changes, m_clock.nowMs()};
    if (job.run(context) && !m_connection->error()) {
        return true;
    }
    const Error why{
        m_connection->error().value_or(Error{ErrorKind::Storage, QStringLiteral("undone")})};
    m_connection->restoreError(why); // fails the whole transaction
    return false;
}

std::vector<Writer::Outcome> Writer::runSlices(std::vector<Waiting>& group, ChangeSet& changes)
{
    std::vector<Outcome> outcomes;
    const qint64 started{m_clock.steadyMs()};
    for (Waiting& waiting : group) {
        const bool enough{
            !outcomes.empty() && (othersWait() || m_clock.steadyMs() - started > longestSlicesMs)};
        if (enough || m_connection->error()) {
            break;
        }
        (void)runSlice(waiting.job, changes);
        outcomes.push_back({std::move(waiting.job.finish), std::nullopt});
    }
    return outcomes;
}

std::optional<Error> Writer::endTransaction()
{
    m_connection->execute(QStringLiteral("COMMIT"));
    const std::optional<Error> error{m_connection->error()};
    if (error) {
        m_connection->clearError();
        m_connection->execute(QStringLiteral("ROLLBACK"));
        m_connection->clearError(); // "no transaction is active" after SQLite's own rollback
    }
    return error;
}

void Writer::commitGroup(std::vector<Waiting> group)
{
    ChangeSet changes;
    m_connection->execute(QStringLiteral("BEGIN IMMEDIATE"));
    const bool slices{group.front().job.slice};
    std::vector<Outcome> outcomes{slices ? runSlices(group, changes) : runGroup(group, changes)};
    const std::optional<Error> groupError{endTransaction()};
    if (groupError) {
        for (size_t i{outcomes.size()}; i < group.size(); ++i) {
            outcomes.push_back({std::move(group[i].job.finish), groupError});
        }
    } else {
        putBack(group, outcomes.size());
    }
    for (const Outcome& outcome : outcomes) {
        outcome.finish(groupError ? groupError : outcome.error);
    }
    if (!groupError && !changes.isEmpty()) {
        m_changed(changes);
    }
    m_checkpointer.logHolds(m_connection->logPages());
}

bool Writer::runIdleSlice()
{
    ChangeSet changes;
    WriteContext context{*m_connection, changes, m_clock.nowMs()};
    m_connection->execute(QStringLiteral("BEGIN IMMEDIATE"));
    const bool more{m_idleWork(context)};
    const bool failed{endTransaction().has_value()};
    m_checkpointer.logHolds(m_connection->logPages());
    return !failed && more; // after a failure tried again with the next write
}

} // namespace Textdesk
