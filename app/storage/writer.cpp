// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/writer.h"

#include "app/base/log.h"

namespace Textdesk {

namespace {

constexpr size_t largestGroup{256};
constexpr qint64 longestGroupMs{50}; // so that a person's write never waits longer behind bulk work

} // namespace

Writer::Writer(QString file, Clock& clock, std::function<void(const ChangeSet&)> changed)
    : m_file{std::move(file)}
    , m_clock{clock}
    , m_changed{std::move(changed)}
    , m_thread{[this] { loop(); }}
{
}

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
    Result<std::unique_ptr<Connection>> opened{Connection::open(m_file, Connection::Mode::ReadWrite)};
    if (opened) {
        m_connection = std::move(*opened);
    }
    std::unique_lock lock{m_mutex};
    for (;;) {
        std::vector<Job> group{takeGroup()};
        if (!group.empty()) {
            lock.unlock();
            if (m_connection) {
                commitGroup(std::move(group));
            } else {
                for (const Job& job : group) {
                    job.finish(opened.error());
                }
            }
            lock.lock();
            continue;
        }
        if (m_stopping) {
            m_connection.reset();
            return;
        }
        if (m_idleWanted && m_idleWork && m_connection) {
            m_idleWanted = false;
            lock.unlock();
            const bool more{runIdleSlice()};
            lock.lock();
            m_idleWanted = m_idleWanted || more;
            continue;
        }
        m_wake.wait(lock);
    }
}

std::vector<Writer::Job> Writer::takeGroup()
{
    std::vector<Job> group;
    for (auto& queue : m_queues) {
        while (!queue.empty() && group.size() < largestGroup) {
            group.push_back(std::move(queue.front()));
            queue.pop_front();
        }
    }
    return group;
}

bool Writer::runOne(Job& job, ChangeSet& changes, bool alone)
{
    ChangeSet own;
    WriteContext context{*m_connection, own, m_clock.nowMs()};
    if (!alone) {
        m_connection->execute(QStringLiteral("SAVEPOINT job"));
    }
    const bool ok{job.run(context) && !m_connection->error()};
    if (ok) {
        if (!alone) {
            m_connection->execute(QStringLiteral("RELEASE job"));
        }
        changes.unite(own);
        return true;
    }
    if (!alone) {
        const std::optional<Error> why{m_connection->error()};
        m_connection->clearError();
        // When SQLite already rolled everything back (disk full) this fails, and so does the group.
        m_connection->execute(QStringLiteral("ROLLBACK TO job"));
        m_connection->execute(QStringLiteral("RELEASE job"));
        if (!m_connection->error() && why) {
            qCInfo(logStorage) << "one write undone:" << why->detail();
        }
    }
    return false;
}

void Writer::commitGroup(std::vector<Job> group)
{
    struct Outcome {
        std::function<void(const std::optional<Error>&)> finish;
        std::optional<Error> error;
    };
    std::vector<Outcome> outcomes;
    ChangeSet changes;
    m_connection->execute(QStringLiteral("BEGIN IMMEDIATE"));
    const qint64 started{m_clock.steadyMs()};
    size_t done{0};
    const bool alone{group.size() == 1};
    for (; done < group.size() && !m_connection->error(); ++done) {
        if (done > 0 && m_clock.steadyMs() - started > longestGroupMs) {
            break;
        }
        const bool ok{runOne(group[done], changes, alone)};
        std::optional<Error> error;
        if (!ok) {
            error = m_connection->error().value_or(Error{ErrorKind::Storage, QStringLiteral("undone")});
        }
        outcomes.push_back({std::move(group[done].finish), error});
    }
    const bool failed{m_connection->error().has_value()};
    if (!failed) {
        m_connection->execute(QStringLiteral("COMMIT"));
    }
    const std::optional<Error> groupError{m_connection->error()};
    if (groupError) {
        m_connection->clearError();
        m_connection->execute(QStringLiteral("ROLLBACK"));
        m_connection->clearError(); // "no transaction is active" after SQLite's own rollback
        for (size_t i{done}; i < group.size(); ++i) {
            outcomes.push_back({std::move(group[i].finish), groupError});
        }
    } else if (done < group.size()) {
        const std::lock_guard lock{m_mutex};
        // Time was up: the rest keeps its turn at the front.
        auto& front = m_queues.front();
        front.insert(front.begin(), std::make_move_iterator(group.begin() + qptrdiff(done)),
            std::make_move_iterator(group.end()));
    }
    for (const Outcome& outcome : outcomes) {
        outcome.finish(groupError ? groupError : outcome.error);
    }
    if (!groupError && !changes.isEmpty()) {
        m_changed(changes);
    }
}

bool Writer::runIdleSlice()
{
    ChangeSet changes;
    WriteContext context{*m_connection, changes, m_clock.nowMs()};
    m_connection->execute(QStringLiteral("BEGIN IMMEDIATE"));
    const bool more{m_idleWork(context)};
    m_connection->execute(QStringLiteral("COMMIT"));
    if (m_connection->error()) {
        m_connection->clearError();
        m_connection->execute(QStringLiteral("ROLLBACK"));
        m_connection->clearError();
        return false; // tried again after the next write
    }
    return more;
}

} // namespace Textdesk
