// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/readerthread.h"

namespace Textdesk {

ReaderThread::ReaderThread(QString file)
    : m_file{std::move(file)}
{ }

ReaderThread::~ReaderThread()
{
    {
        const std::lock_guard lock{m_mutex};
        m_stopping = true;
        if (m_open) {
            m_open->interrupt();
        }
    }
    m_wake.notify_all();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void ReaderThread::add(Work work)
{
    {
        const std::lock_guard lock{m_mutex};
        m_work.push_back(std::move(work));
        if (!m_thread.joinable()) {
            m_thread = std::thread{[this] { loop(); }};
        }
    }
    m_wake.notify_one();
}

void ReaderThread::loop()
{
    // Opened here, because a connection belongs to the thread that uses it.
    Result<std::unique_ptr<Connection>> opened{
        Connection::open(m_file, Connection::Mode::ReadOnly)};
    const Result<Connection*> connection{
        opened.map([](const std::unique_ptr<Connection>& owned) { return owned.get(); })};
    std::unique_lock lock{m_mutex};
    m_open = connection.value_or(nullptr);
    for (;;) {
        m_wake.wait(lock, [this] { return m_stopping || !m_work.empty(); });
        if (m_stopping) {
            m_open = nullptr;
            return;
        }
        const auto work = std::move(m_work.front());
        m_work.pop_front();
        lock.unlock();
        work(connection);
        lock.lock();
    }
}

} // namespace Textdesk
