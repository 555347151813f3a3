// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/database.h"

#include "app/storage/damagewatch.h"
#include "app/storage/forgetting.h"
#include "app/storage/migrations.h"
#include "app/storage/quicklook.h"
#include "app/storage/readerthread.h"
#include "app/storage/searchindex.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace Textdesk {

namespace {

constexpr QFile::Permissions ownerOnly{QFile::ReadOwner | QFile::WriteOwner};
constexpr QFile::Permissions ownerOnlyFolder{ownerOnly | QFile::ExeOwner};

// Before SQLite sees it, so that WAL and shared memory inherit the narrow permissions.
Result<Done> prepareFile(const QString& path)
{
    const QFileInfo info{path};
    const QDir folder{info.absolutePath()};
    if (!folder.exists()) {
        if (!QDir{}.mkpath(folder.absolutePath())) {
            return fail(ErrorKind::Storage, QStringLiteral("cannot-open"));
        }
        QFile::setPermissions(folder.absolutePath(), ownerOnlyFolder);
    }
    if (!info.exists()) {
        QFile file{path};
        if (!file.open(QIODevice::WriteOnly)) {
            return fail(ErrorKind::Storage,
                QFileInfo{folder.absolutePath()}.isWritable() ? QStringLiteral("cannot-open")
                                                              : QStringLiteral("read-only"));
        }
    }
    QFile::setPermissions(path, ownerOnly);
    return Done{};
}

// A job's own mistake says nothing about the file; these do.
bool isOfTheFile(const Error& error)
{
    static const QStringList reasons{QStringLiteral("disk-full"), QStringLiteral("read-only"),
        QStringLiteral("io"), QStringLiteral("cannot-open"), QStringLiteral("damaged")};
    return error.kind() == ErrorKind::Storage && reasons.contains(error.detail());
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(
    const QString& file, Clock& clock, const std::function<Result<Done>(Connection&)>& prepare)
{
    // The last connection folds the log into the file and removes it.
    const bool endedUncleanly{QFileInfo{file + QStringLiteral("-wal")}.size() > 0};
    if (const auto prepared = prepareFile(file); !prepared) {
        return fail(prepared.error());
    }
    DamageWatch::beginAnew(file);
    auto writing = Connection::open(file, Connection::Mode::ReadWrite);
    if (!writing) {
        return fail(writing.error());
    }
    if (const auto migrated = migrate(**writing, file); !migrated) {
        return fail(migrated.error());
    }
    if (const auto whole = lookOver(**writing); !whole) {
        return fail(whole.error());
    }
    if (prepare) {
        if (const auto ready = prepare(**writing); !ready) {
            return fail(ready.error());
        }
    }
    auto reading = Connection::open(file, Connection::Mode::ReadOnly);
    if (!reading) {
        return fail(reading.error());
    }
    return std::unique_ptr<Database>{
        new Database{file, clock, std::move(*reading), endedUncleanly}};
}

Database::Database(
    QString file, Clock& clock, std::unique_ptr<Connection> reading, bool endedUncleanly)
    : m_file{std::move(file)}
    , m_reading{std::move(reading)}
    , m_readerThread{std::make_unique<ReaderThread>(m_file)}
    , m_asideThread{std::make_unique<ReaderThread>(m_file)}
    , m_endedUncleanly{endedUncleanly}
{
    m_writer = std::make_unique<Writer>(m_file, clock, [this](const ChangeSet& changes) {
        noteCommit();
        QMetaObject::invokeMethod(
            this, [this, changes] { emit changed(changes); }, Qt::QueuedConnection);
    });
    m_writer->whenIdle([](WriteContext& context) {
        return indexNextSlice(context.db) || scrubNextSlice(context.db);
    });
}

Database::~Database()
{
    // The writer goes last: the last connection folds the WAL into the file, and only it may write.
    m_asideThread.reset();
    m_readerThread.reset();
    m_reading.reset();
    m_writer.reset(); // commits what is waiting
}

Connection& Database::reader()
{
    m_reading->clearError();
    return *m_reading;
}

void Database::writeSlice(
    std::function<bool(WriteContext&)> run, std::function<void(const std::optional<Error>&)> done)
{
    addJob(WritePriority::Bulk, {std::move(run), std::move(done), true});
}

void Database::addJob(WritePriority priority, Writer::Job job)
{
    job.finish = [this, finish = std::move(job.finish)](const std::optional<Error>& error) {
        if (error) {
            noteFailure(*error);
        }
        finish(error);
    };
    m_writer->add(priority, std::move(job));
}

void Database::noteFailure(const Error& error)
{
    if (isOfTheFile(error) && !m_cannotWrite) {
        m_cannotWrite = true;
        QMetaObject::invokeMethod(
            this, [this, error] { emit writingFailed(error); }, Qt::QueuedConnection);
    }
}

void Database::noteCommit()
{
    if (m_cannotWrite) {
        m_cannotWrite = false;
        QMetaObject::invokeMethod(
            this, [this] { emit writingWorks(); }, Qt::QueuedConnection);
    }
}

void Database::addRead(ReaderThread& thread, std::function<void(const Result<Connection*>&)> work)
{
    thread.add(std::move(work));
}

} // namespace Textdesk
