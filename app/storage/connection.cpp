// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/connection.h"

#include "app/base/log.h"
#include "app/storage/cachedstatement.h"
#include "app/storage/statement.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <atomic>

namespace Textdesk {

namespace {

// Primary result codes of SQLite (https://www.sqlite.org/rescode.html); the low byte of the
// extended ones.
enum SqliteCode {
    SqliteReadOnly = 8,
    SqliteIoError = 10,
    SqliteCorrupt = 11,
    SqliteFull = 13,
    SqliteCannotOpen = 14,
    SqliteNotADatabase = 26
};

QString detailOf(int code)
{
    switch (code & 0xff) {
    case SqliteReadOnly:
        return QStringLiteral("read-only");
    case SqliteCorrupt:
    case SqliteNotADatabase:
        return QStringLiteral("damaged");
    case SqliteFull:
        return QStringLiteral("disk-full");
    case SqliteCannotOpen:
        return QStringLiteral("cannot-open");
    case SqliteIoError:
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

QString nextConnectionName()
{
    static std::atomic<int> counter{0};
    return QStringLiteral("textdesk-%1").arg(++counter);
}

} // namespace

Error storageError(const QSqlError& error)
{
    return Error{ErrorKind::Storage, detailOf(error.nativeErrorCode().toInt())};
}

Connection::Connection(QString name)
    : m_name{std::move(name)}
{ }

Connection::~Connection()
{
    m_statements.clear();
    {
        QSqlDatabase::database(m_name, false).close();
    }
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString& file, Mode mode)
{
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QSQLITE"))) {
        return fail(ErrorKind::Storage, QStringLiteral("no-driver"));
    }
    std::unique_ptr<Connection> connection{new Connection{nextConnectionName()}};
    {
        QSqlDatabase database{
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection->m_name)};
        database.setDatabaseName(file);
        QString options{QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000")};
        if (mode == Mode::ReadOnly) {
            options += QStringLiteral(";QSQLITE_OPEN_READONLY");
        }
        database.setConnectOptions(options);
        if (!database.open()) {
            return fail(openingError(storageError(database.lastError()), file));
        }
    }
    connection->execute(QStringLiteral("PRAGMA foreign_keys=ON"));
    connection->execute(QStringLiteral("PRAGMA temp_store=MEMORY"));
    if (mode == Mode::ReadWrite) {
        connection->execute(QStringLiteral("PRAGMA journal_mode=WAL"));
        connection->execute(QStringLiteral("PRAGMA synchronous=FULL"));
        // What a person deletes shall not stay readable in the file.
        connection->execute(QStringLiteral("PRAGMA secure_delete=ON"));
        // Measured with a million messages: the indexes outgrow the 2 MiB SQLite keeps, and every
        // checkpoint waits for the disk. 16 MiB of pages, a checkpoint each 32 MiB of WAL.
        connection->execute(QStringLiteral("PRAGMA cache_size=-16000"));
        connection->execute(QStringLiteral("PRAGMA wal_autocheckpoint=8000"));
        if (!connection->error() && !connection->isDurable()) {
            return fail(ErrorKind::Storage, QStringLiteral("not-durable"));
        }
    }
    if (connection->error()) {
        return fail(openingError(*connection->error(), file));
    }
    return connection;
}

// A file system without shared memory leaves the journal as it was without an error.
bool Connection::isDurable()
{
    QSqlQuery mode{QSqlDatabase::database(m_name, false)};
    return pragma(QStringLiteral("synchronous")) == 2
        && mode.exec(QStringLiteral("PRAGMA journal_mode")) && mode.next()
        && mode.value(0).toString() == QLatin1String{"wal"};
}

Statement Connection::prepare(const char* sql)
{
    std::shared_ptr<CachedStatement>& cached{m_statements[sql]};
    if (!cached) {
        cached = std::make_shared<CachedStatement>(QSqlDatabase::database(m_name, false));
    } else if (cached->lent) {
        // The same statement inside its own loop: a second cursor of its own.
        return Statement{
            *this, CachedStatement::make(*this, QSqlDatabase::database(m_name, false), sql)};
    }
    if (!cached->prepared && !m_error) {
        cached->prepared = cached->prepare(*this, sql);
    }
    return Statement{*this, cached};
}

bool Connection::execute(const QString& sql)
{
    if (m_error) {
        return false;
    }
    QSqlQuery query{QSqlDatabase::database(m_name, false)};
    if (!query.exec(sql)) {
        setError(query.lastError());
        return false;
    }
    return true;
}

qint64 Connection::pragma(const QString& name)
{
    QSqlQuery query{QSqlDatabase::database(m_name, false)};
    if (!query.exec(QStringLiteral("PRAGMA ") + name) || !query.next()) {
        setError(query.lastError());
        return -1;
    }
    return query.value(0).toLongLong();
}

void Connection::setError(const QSqlError& error)
{
    m_error = storageError(error);
    // SQLite's message names tables and columns, never values.
    qCInfo(logStorage).noquote() << "database error" << m_error->detail() << error.databaseText()
                                 << error.driverText();
}

} // namespace Textdesk
