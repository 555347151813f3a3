// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Brings a history from a file into the store, slice by slice, while everything else goes on.
// Nothing of it is ever sent.
#pragma once

#include "app/base/call.h"
#include "app/base/clock.h"
#include "app/messaging/importrow.h"
#include "app/storage/database.h"

#include <QIODevice>
#include <QStringList>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace Textdesk {

struct ImportCounts final {
    qint64 rows{0}; // read; empty lines are none
    qint64 added{0};
    qint64 known{0}; // here already: the same provider id, reference, or words at that time
    qint64 forgotten{0}; // deleted here by a person, and they stay deleted
    qint64 rejected{0};
    qint64 optOuts{0}; // people whose STOP was among them
    QStringList closed; // the first few of those
    bool stopped{false};
};

struct ImportRejection final {
    qint64 row{0}; // the line of the file, from 1
    QString reason; // of ImportRowReader, or "too-long"
    QByteArray line; // the first 64 KiB of it
};

// One run: a thread of its own reads and checks, the writer takes slices. A second run over the
// same file adds what the first one did not come to, and nothing twice.
class MessageImport final : public QObject {
    Q_OBJECT
public:
    // The source is read on the thread of the import, from where it stands.
    MessageImport(Database& database, Clock& clock, ImportRowReader reader,
        std::unique_ptr<QIODevice> source, QObject* parent);
    ~MessageImport() override; // stops and waits for the slice under way

    // Once. Settles when all that was read is committed. Error Storage if a slice could not be
    // written: what progressed() told of stays.
    [[nodiscard]] Call<ImportCounts>* start();
    // After the rows that were read so far.
    void stop() { m_stopping = true; }

signals:
    // After slices were committed.
    void progressed(const Textdesk::ImportCounts& counts);
    void rejected(const Textdesk::ImportRejection& rejection);

private:
    void run();
    void readLine(const QByteArray& line);
    void reject(const QString& reason, const QByteArray& line);
    void submit();
    [[nodiscard]] bool writeSlice(
        WriteContext& context, std::vector<Message>& batch, ImportCounts& counts);
    void sliceEnded(const ImportCounts& counts, const std::optional<Error>& error);
    void adapt(qint64 tookMs, size_t rows);
    void end();

    Database& m_database;
    Clock& m_clock;
    ImportRowReader m_reader;
    std::unique_ptr<QIODevice> m_source;
    Call<ImportCounts>* m_call;
    std::atomic<bool> m_stopping{false};

    std::vector<Message> m_batch; // these belong to m_thread
    qint64 m_line{0};
    std::atomic<size_t> m_sliceRows;

    std::mutex m_mutex;
    std::condition_variable m_moved;
    int m_underWay{0};
    ImportCounts m_counts;
    std::optional<Error> m_error;
    std::thread m_thread;
};

} // namespace Textdesk

Q_DECLARE_METATYPE(Textdesk::ImportCounts)
Q_DECLARE_METATYPE(Textdesk::ImportRejection)
