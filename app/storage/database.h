// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The profile's database: one writer, a reader thread, and a bounded reader for the calling thread.
#pragma once

#include "app/base/call.h"
#include "app/storage/writer.h"

#include <QObject>

#include <memory>

namespace Textdesk {

class ReaderThread;

class Database final : public QObject {
    Q_OBJECT
public:
    // Opens (and creates or migrates) the database file, 0600; a folder that it makes is 0700.
    // Errors: those of Connection::open and "newer-version" (detail "newer-version: have 7, know
    // 3"). prepare runs on this thread, after the migrations and before anything else may write.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString& file, Clock& clock,
        const std::function<Result<Done>(Connection&)>& prepare = {});
    ~Database() override;

    // Runs fn on the writer thread in a transaction; the call settles after the commit. fn is
    // Result<T>(WriteContext&); an error result undoes just this write.
    template <typename T, typename F> [[nodiscard]] Call<T>* write(WritePriority priority, F fn)
    {
        auto* call = new Call<T>{this};
        writeFrom<T>(priority, std::move(fn), call->settler());
        return call;
    }
    // The same from any thread; done runs on the writer thread.
    template <typename T, typename F>
    void writeFrom(WritePriority priority, F fn, std::function<void(Result<T>)> done)
    {
        auto result = std::make_shared<std::optional<Result<T>>>();
        addJob(priority,
            {[fn = std::move(fn), result](WriteContext& context) mutable {
                 *result = fn(context);
                 return result->value().has_value();
             },
                [result, done = std::move(done)](const std::optional<Error>& error) {
                    const bool ownError{result->has_value() && !result->value().has_value()};
                    done(error && !ownError ? Result<T>{fail(*error)} : std::move(**result));
                }});
    }
    // A slice of long work, from any thread (see Writer::Job); done runs on the writer thread.
    void writeSlice(std::function<bool(WriteContext&)> run,
        std::function<void(const std::optional<Error>&)> done);
    // Runs fn, Result<T>(Connection&), on the reader thread: search, export.
    template <typename T, typename F> [[nodiscard]] Call<T>* read(F fn)
    {
        return readOn<T>(*m_readerThread, std::move(fn));
    }
    // The same beside it, for what takes seconds and nobody waits for: checks, backups.
    template <typename T, typename F> [[nodiscard]] Call<T>* readAside(F fn)
    {
        return readOn<T>(*m_asideThread, std::move(fn));
    }
    // The program that had the file open before did not close it.
    [[nodiscard]] bool endedUncleanly() const { return m_endedUncleanly; }
    // For the thread that opened the database, and only for reads of at most a page.
    [[nodiscard]] Connection& reader();

    [[nodiscard]] const QString& file() const { return m_file; }

signals:
    // On the thread that opened the database, after each commit.
    void changed(const Textdesk::ChangeSet& changes);
    // Nothing can be written for now, for a reason outside the program: "disk-full", "read-only",
    // "io", "cannot-open" or "damaged". Once, until a write succeeds again.
    void writingFailed(const Textdesk::Error& error);
    void writingWorks();

private:
    Database(QString file, Clock& clock, std::unique_ptr<Connection> reading, bool endedUncleanly);
    template <typename T, typename F> Call<T>* readOn(ReaderThread& thread, F fn)
    {
        auto* call = new Call<T>{this};
        addRead(thread,
            [fn = std::move(fn), settle = call->settler()](const Result<Connection*>& reader) {
                if (!reader) {
                    settle(fail(reader.error()));
                    return;
                }
                Connection& connection{**reader};
                connection.clearError();
                Result<T> result{fn(connection)};
                settle(
                    connection.error() ? Result<T>{fail(*connection.error())} : std::move(result));
            });
        return call;
    }
    void addJob(WritePriority priority, Writer::Job job);
    // Both on the writer thread. A job that changed nothing proves nothing.
    void noteFailure(const Error& error);
    void noteCommit();
    static void addRead(ReaderThread& thread, std::function<void(const Result<Connection*>&)> work);

    QString m_file;
    std::unique_ptr<Connection> m_reading;
    std::unique_ptr<ReaderThread> m_readerThread;
    std::unique_ptr<ReaderThread> m_asideThread;
    std::unique_ptr<Writer> m_writer;
    bool m_endedUncleanly;
    bool m_cannotWrite{false}; // touched by the writer thread alone
};

} // namespace Textdesk
