// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messaging/messageimport.h"

#include "app/messaging/optoutwords.h"
#include "app/storage/bulkinsert.h"

#include <algorithm>

namespace Textdesk {

namespace {

constexpr qint64 longestLine{64 * 1024};
constexpr size_t firstSlice{500};
constexpr size_t smallestSlice{50};
constexpr size_t largestSlice{2000};
// A person's write may have to wait for one slice; a slow computer gets smaller ones.
constexpr qint64 slowSliceMs{30};
constexpr qint64 quickSliceMs{12};
constexpr qsizetype closedNamed{5};
constexpr int mostUnderWay{6}; // the writer never waits for the reader, nor memory for the writer

} // namespace

MessageImport::MessageImport(Database& database, Clock& clock, ImportRowReader reader,
    std::unique_ptr<QIODevice> source, QObject* parent)
    : QObject{parent}
    , m_database{database}
    , m_clock{clock}
    , m_reader{std::move(reader)}
    , m_source{std::move(source)}
    , m_call{new Call<ImportCounts>{this}}
    , m_sliceRows{firstSlice}
{ }

MessageImport::~MessageImport()
{
    m_stopping = true;
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

Call<ImportCounts>* MessageImport::start()
{
    m_thread = std::thread{[this] { run(); }};
    return m_call;
}

void MessageImport::run()
{
    while (!m_stopping) {
        QByteArray line{m_source->readLine(longestLine)};
        if (line.isEmpty()) {
            break;
        }
        ++m_line;
        if (!line.endsWith('\n') && line.size() >= longestLine - 1) {
            reject(QStringLiteral("too-long"), line);
            while (!line.isEmpty() && !line.endsWith('\n')) {
                line = m_source->readLine(longestLine); // the rest of it
            }
            continue;
        }
        readLine(line.trimmed());
        if (m_batch.size() >= m_sliceRows) {
            submit();
        }
    }
    submit();
    end();
}

void MessageImport::readLine(const QByteArray& line)
{
    if (line.isEmpty()) {
        return;
    }
    Result<Message> message{m_reader.read(line)};
    if (!message) {
        reject(message.error().detail(), line);
        return;
    }
    m_batch.push_back(std::move(*message));
}

void MessageImport::reject(const QString& reason, const QByteArray& line)
{
    const std::lock_guard lock{m_mutex};
    ++m_counts.rows;
    ++m_counts.rejected;
    QMetaObject::invokeMethod(
        this,
        [this, rejection = ImportRejection{m_line, reason, line}] { emit rejected(rejection); },
        Qt::QueuedConnection);
}

void MessageImport::submit()
{
    if (m_batch.empty()) {
        return;
    }
    // The index and the keys like what ascends.
    std::stable_sort(m_batch.begin(), m_batch.end(),
        [](const Message& a, const Message& b) { return a.atMs < b.atMs; });
    {
        std::unique_lock lock{m_mutex};
        m_moved.wait(lock, [this] { return m_underWay < mostUnderWay; });
        if (m_error) {
            m_stopping = true;
            m_batch.clear();
            return;
        }
        ++m_underWay;
    }
    const auto counts = std::make_shared<ImportCounts>();
    m_database.writeSlice(
        [this, counts, batch = std::move(m_batch)](
            WriteContext& context) mutable { return writeSlice(context, batch, *counts); },
        [this, counts](const std::optional<Error>& error) { sliceEnded(*counts, error); });
    m_batch.clear();
}

// On the writer thread.
bool MessageImport::writeSlice(
    WriteContext& context, std::vector<Message>& batch, ImportCounts& counts)
{
    const qint64 began{m_clock.steadyMs()};
    BulkInsert insert{context};
    std::vector<const Message*> words;
    for (Message& message : batch) {
        ++counts.rows;
        switch (insert.add(message)) {
        case BulkInsert::Row::Added:
            ++counts.added;
            if (isOptOutWord(message)) {
                words.push_back(&message);
            }
            break;
        case BulkInsert::Row::Known:
            ++counts.known;
            break;
        case BulkInsert::Row::Forgotten:
            ++counts.forgotten;
            break;
        }
    }
    insert.finish();
    for (const Message* message : words) {
        if (heedOptOutWord(context, *message)) {
            ++counts.optOuts;
            counts.closed +=
                counts.closed.size() < closedNamed ? QStringList{message->peer} : QStringList{};
        }
    }
    adapt(m_clock.steadyMs() - began, batch.size());
    return true;
}

void MessageImport::adapt(qint64 tookMs, size_t rows)
{
    const size_t wanted{m_sliceRows};
    if (tookMs > slowSliceMs) {
        m_sliceRows = std::max(smallestSlice, wanted * 2 / 3);
    } else if (tookMs < quickSliceMs && rows >= wanted) {
        m_sliceRows = std::min(largestSlice, wanted * 3 / 2);
    }
}

// On the writer thread, after the commit.
void MessageImport::sliceEnded(const ImportCounts& counts, const std::optional<Error>& error)
{
    const std::lock_guard lock{m_mutex};
    --m_underWay;
    if (error) {
        m_error = error;
    } else {
        m_counts.rows += counts.rows;
        m_counts.added += counts.added;
        m_counts.known += counts.known;
        m_counts.forgotten += counts.forgotten;
        m_counts.optOuts += counts.optOuts;
        m_counts.closed += counts.closed.mid(0, closedNamed - m_counts.closed.size());
        QMetaObject::invokeMethod(
            this, [this, now = m_counts] { emit progressed(now); }, Qt::QueuedConnection);
    }
    m_moved.notify_all();
}

void MessageImport::end()
{
    std::unique_lock lock{m_mutex};
    m_moved.wait(lock, [this] { return m_underWay == 0; });
    m_counts.stopped = m_stopping && !m_error;
    Result<ImportCounts> result{m_error ? Result<ImportCounts>{fail(*m_error)} : m_counts};
    lock.unlock();
    // From the event loop, after the rejections and the progress that were told before it.
    QMetaObject::invokeMethod(
        this, [this, result = std::move(result)] { m_call->settle(result); }, Qt::QueuedConnection);
}

} // namespace Textdesk
