// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/checkpointer.h"

#include "app/base/log.h"
#include "app/storage/connection.h"
#include "app/storage/statement.h"

namespace Textdesk {

namespace {

// Never waits for readers or the writer: folds in what nobody needs any more. How many pages of the
// log are in the file now.
int foldLog(Connection& db)
{
    auto checkpoint = db.prepare("PRAGMA wal_checkpoint(PASSIVE)");
    const int pages{checkpoint.first() ? int(checkpoint.integer(2)) : 0};
    db.clearError();
    return pages;
}

// Of 4 KiB. Reading gets slower with a long log, folding a short one often costs more.
constexpr int pagesToFold{4000};
constexpr int longLog{16000};
constexpr int shortRest{3000};
constexpr int longestLog{64000};

} // namespace

Checkpointer::Checkpointer(QString file)
    : m_file{std::move(file)}
{ }

Checkpointer::~Checkpointer()
{
    {
        const std::lock_guard lock{m_mutex};
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void Checkpointer::logHolds(int pages)
{
    if (pages < pagesToFold) {
        return;
    }
    std::unique_lock lock{m_mutex};
    m_foldedPages = pages < m_foldedPages ? 0 : m_foldedPages; // the log began anew
    const int rest{pages - m_foldedPages};
    const bool wait{(pages >= longLog && rest <= shortRest) || pages >= longestLog};
    if (!wait && rest < pagesToFold) {
        return;
    }
    if (!m_thread.joinable()) {
        m_thread = std::thread{[this] { loop(); }};
    }
    m_wanted = true;
    m_wake.notify_one();
    if (wait) {
        m_folded.wait(lock, [this] { return !m_wanted; });
    }
}

void Checkpointer::loop()
{
    // Opened here, because a connection belongs to the thread that uses it.
    const Result<std::unique_ptr<Connection>> opened{
        Connection::open(m_file, Connection::Mode::ReadWrite)};
    if (!opened) {
        qCInfo(logStorage) << "no checkpoints:" << opened.error().detail();
    }
    std::unique_lock lock{m_mutex};
    for (;;) {
        m_wake.wait(lock, [this] { return m_stopping || m_wanted; });
        if (m_stopping) {
            return;
        }
        lock.unlock();
        const int folded{opened ? foldLog(**opened) : 0};
        lock.lock();
        m_foldedPages = folded;
        m_wanted = false;
        m_folded.notify_all();
    }
}

} // namespace Textdesk
