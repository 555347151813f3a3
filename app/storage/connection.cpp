// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/connection.h"

#include "app/base/log.h"
#include "app/storage/cachedstatement.h"
#include "app/storage/statement.h"

#include <QFileInfo>

#include <sqlite3.h>

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
    default:
        return QStringLiteral("sqlite-%1").arg(code);
    }
}

// SQLite cannot make the files beside a database on a read-only file system, and calls that "cannot
// open".
Error openingError(const Error& error, const QString& file)
{
    const QFileInfo info{file};
    const bool writable{info.isWritable() && QFileInfo{info.path()}.isWritable()};
    return error.detail() == QLatin1String{"cannot-open"} && info.exists() && !writable
        ? Error{ErrorKind::Storage, QStringLiteral("read-only")}
        : error;
}

Error storageError(int code)
{
    return Error{ErrorKind::Storage, detailOf(code)};
}

} // namespace

Connection::Connection(sqlite3* handle)
    : m_handle{handle}
{ }

Connection::~Connection()
{
    m_statements.clear();
    sqlite3_close_v2(m_handle); // _v2: a statement lent for longer than its connection is harmless
}

Result<std::unique_ptr<Connection>> Connection::open(const QString& file, Mode mode)
{
    // Each connection belongs to one thread at a time, so SQLite need not lock it.
    const int flags{SQLITE_OPEN_NOMUTEX
        | (mode == Mode::ReadOnly ? SQLITE_OPEN_READONLY
                                  : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)};
    sqlite3* handle{nullptr};
    const int opened{sqlite3_open_v2(file.toUtf8().constData(), &handle, flags, nullptr)};
    // SQLite hands out a handle for the error too.
    std::unique_ptr<Connection> connection{new Connection{handle}};
    if (opened != SQLITE_OK) {
        return fail(openingError(storageError(opened), file));
    }
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

void Connection::takeError()
{
    m_error = storageError(sqlite3_extended_errcode(m_handle));
    // SQLite's message names tables and columns, never values.
    qCInfo(logStorage).noquote() << "database error" << m_error->detail()
                                 << sqlite3_errmsg(m_handle);
}

} // namespace Textdesk
