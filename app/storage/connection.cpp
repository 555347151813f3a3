// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/connection.h"

#include "app/base/log.h"
#include "app/storage/cachedstatement.h"
#include "app/storage/damagewatch.h"
#include "app/storage/diskroom.h"
#include "app/storage/statement.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>

#include <sqlite3.h>

#include <atomic>

namespace Textdesk {

namespace {

constexpr int busyMs{5000};

QString detailOf(int code)
{
    switch (
        code & 0xff) { // the primary code of an extended one (https://www.sqlite.org/rescode.html)
    case SQLITE_READONLY:
        return QStringLiteral("read-only");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return QStringLiteral("damaged");
    case SQLITE_FULL:
        return QStringLiteral("disk-full");
    case SQLITE_CANTOPEN:
        return QStringLiteral("cannot-open");
    case SQLITE_IOERR:
        return QStringLiteral("io");
    case SQLITE_INTERRUPT:
        return QStringLiteral("interrupted");
    default:
        return QStringLiteral("sqlite-%1").arg(code);
    }
}

// SQLite cannot make the files beside a database on a read-only file system or a full disk, and
// calls that "cannot open" or a failed write.
Error openingError(const Error& error, const QString& file)
{
    const QFileInfo info{file};
    const bool ofTheDisk{
        error.detail() == QLatin1String{"cannot-open"} || error.detail() == QLatin1String{"io"}};
    if (ofTheDisk && isDiskFull(info.absolutePath())) {
        return Error{ErrorKind::Storage, QStringLiteral("disk-full")};
    }
    const bool writable{info.isWritable() && QFileInfo{info.path()}.isWritable()};
    return error.detail() == QLatin1String{"cannot-open"} && info.exists() && !writable
        ? Error{ErrorKind::Storage, QStringLiteral("read-only")}
        : error;
}

Error storageError(int code)
{
    return Error{ErrorKind::Storage, detailOf(code)};
}

QString nextConnectionName()
{
    static std::atomic<int> counter{0};
    return QStringLiteral("textdesk-%1").arg(++counter);
}

// What QSqlDriver::handle() documents. Null when the driver was built with an SQLite of its own:
// a handle of one library must not be given to another.
sqlite3* handleOf(const QSqlDatabase& database)
{
    const QVariant handle{database.driver()->handle()};
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0) {
        return nullptr;
    }
    QSqlQuery version{QStringLiteral("SELECT sqlite_source_id()"), database};
    const bool isSame{
        version.next() && version.value(0).toString() == QLatin1String{sqlite3_sourceid()}};
    return isSame ? *static_cast<sqlite3* const*>(handle.constData()) : nullptr;
}

} // namespace

Connection::Connection(QString name)
    : m_name{std::move(name)}
{ }

Connection::~Connection()
{
    m_statements.clear(); // a handle with statements left cannot be closed
    {
        QSqlDatabase::database(m_name, false).close();
    }
    QSqlDatabase::removeDatabase(m_name);
}

Result<Done> Connection::connect(const QString& file, Mode mode)
{
    QSqlDatabase database{QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name)};
    database.setDatabaseName(file);
    // The driver opens without SQLite's own locks: each connection belongs to one thread at a time.
    database.setConnectOptions(
        mode == Mode::ReadOnly ? QStringLiteral("QSQLITE_OPEN_READONLY") : QString{});
    if (!database.isValid()) {
        return fail(ErrorKind::Storage, QStringLiteral("no-driver"));
    }
    if (!database.open()) {
        const int code{database.lastError().nativeErrorCode().toInt()};
        return fail(openingError(storageError(code), file));
    }
    m_handle = handleOf(database);
    return m_handle != nullptr ? Result<Done>{Done{}}
                               : fail(ErrorKind::Storage, QStringLiteral("no-driver"));
}

Result<std::unique_ptr<Connection>> Connection::open(const QString& file, Mode mode)
{
    std::unique_ptr<Connection> connection{new Connection{nextConnectionName()}};
    if (const auto connected = connection->connect(file, mode); !connected) {
        return fail(connected.error());
    }
    sqlite3* const handle{connection->m_handle};
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, busyMs);
    connection->execute(QStringLiteral("PRAGMA foreign_keys=ON"));
    connection->execute(QStringLiteral("PRAGMA temp_store=MEMORY"));
    if (mode == Mode::ReadWrite) {
        connection->configure();
        if (!connection->error() && !connection->isDurable()) {
            return fail(ErrorKind::Storage, QStringLiteral("not-durable"));
        }
    }
    if (connection->error()) {
        return fail(openingError(*connection->error(), file));
    }
    return connection;
}

void Connection::configure()
{
    execute(QStringLiteral("PRAGMA journal_mode=WAL"));
    execute(QStringLiteral("PRAGMA synchronous=FULL"));
    // What a person deletes shall not stay readable in the file.
    execute(QStringLiteral("PRAGMA secure_delete=ON"));
    // Measured with a million messages: the indexes outgrow the 2 MiB SQLite keeps.
    execute(QStringLiteral("PRAGMA cache_size=-16000"));
    // Every checkpoint waits for the disk, so the Checkpointer makes them, beside the writer. Where
    // there is none (migrations), the log is folded into the file when the connection closes. Last:
    // the pragma would take its hook.
    execute(QStringLiteral("PRAGMA wal_autocheckpoint=0"));
    sqlite3_wal_hook(
        m_handle,
        [](void* self, sqlite3*, const char*, int pages) {
            static_cast<Connection*>(self)->m_logPages = pages;
            return SQLITE_OK;
        },
        this);
}

// A file system without shared memory leaves the journal as it was without an error.
bool Connection::isDurable()
{
    auto mode = prepare("PRAGMA journal_mode");
    return pragma(QStringLiteral("synchronous")) == 2 && mode.first()
        && mode.text(0) == QLatin1String{"wal"};
}

Statement Connection::prepare(const char* sql)
{
    std::shared_ptr<CachedStatement>& cached{m_statements[sql]};
    if (!cached || cached->lent) {
        // The same statement inside its own loop gets a second cursor of its own.
        auto fresh = std::make_shared<CachedStatement>(m_handle);
        if (cached) {
            fresh->prepare(*this, sql);
            return Statement{*this, std::move(fresh)};
        }
        cached = std::move(fresh);
    }
    cached->prepare(*this, sql);
    return Statement{*this, cached};
}

bool Connection::execute(const QString& sql)
{
    if (m_error) {
        return false;
    }
    if (sqlite3_exec(m_handle, sql.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        takeError();
        return false;
    }
    return true;
}

qint64 Connection::pragma(const QString& name)
{
    sqlite3_stmt* statement{nullptr};
    const QByteArray sql{QByteArrayLiteral("PRAGMA ") + name.toUtf8()};
    qint64 value{-1};
    if (sqlite3_prepare_v2(m_handle, sql.constData(), -1, &statement, nullptr) == SQLITE_OK
        && sqlite3_step(statement) == SQLITE_ROW) {
        value = sqlite3_column_int64(statement, 0);
    } else {
        takeError();
    }
    sqlite3_finalize(statement);
    return value;
}

void Connection::interrupt()
{
    sqlite3_interrupt(m_handle);
}

void Connection::takeError()
{
    m_error = storageError(sqlite3_extended_errcode(m_handle));
    // SQLite's message names tables and columns, never values.
    qCInfo(logStorage).noquote() << "database error" << m_error->detail()
                                 << sqlite3_errmsg(m_handle);
    if (m_error->detail() == QStringLiteral("damaged")) {
        DamageWatch::tell(QSqlDatabase::database(m_name, false).databaseName());
    }
}

} // namespace Textdesk
