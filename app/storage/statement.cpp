// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/statement.h"

#include "app/storage/cachedstatement.h"

namespace Textdesk {

namespace {

// SQLITE_TRANSIENT is a cast of -1 in the old style.
const auto copied = reinterpret_cast<sqlite3_destructor_type>(qintptr{-1}); // NOLINT

} // namespace

Statement::Statement(Connection& connection, std::shared_ptr<CachedStatement> cached)
    : m_connection{&connection}
    , m_cached{std::move(cached)}
{
    m_cached->lent = true;
}

Statement::~Statement()
{
    if (m_cached) {
        if (m_cached->statement != nullptr) { // it may not have been prepared
            sqlite3_reset(m_cached->statement);
            sqlite3_clear_bindings(m_cached->statement); // texts are not kept longer than needed
        }
        m_cached->lent = false;
    }
}

bool Statement::begin()
{
    m_row = Row::None;
    m_changes = 0;
    if (m_connection->error() || !m_cached->statement) {
        return false;
    }
    sqlite3_reset(m_cached->statement);
    return true;
}

void Statement::noteBound(int result)
{
    if (result != SQLITE_OK && !m_connection->error()) {
        m_connection->takeError();
    }
}

void Statement::bind(int position, qint64 value)
{
    noteBound(sqlite3_bind_int64(m_cached->statement, position, value));
}

void Statement::bind(int position, double value)
{
    noteBound(sqlite3_bind_double(m_cached->statement, position, value));
}

// A null QString is an empty text: NULL would break NOT NULL columns.
void Statement::bind(int position, const QString& value)
{
    if (value.isEmpty()) {
        noteBound(sqlite3_bind_text(m_cached->statement, position, "", 0, SQLITE_STATIC));
        return;
    }
    const QByteArray utf8{value.toUtf8()};
    noteBound(sqlite3_bind_text64(m_cached->statement, position, utf8.constData(),
        sqlite3_uint64(utf8.size()), copied, SQLITE_UTF8));
}

void Statement::bind(int position, const QByteArray& value)
{
    // Of a null array data() is not null, so that it is an empty blob and no NULL.
    noteBound(sqlite3_bind_blob64(
        m_cached->statement, position, value.constData(), sqlite3_uint64(value.size()), copied));
}

void Statement::bind(int position, const NullIfEmpty& value)
{
    if (value.text.isEmpty()) {
        noteBound(sqlite3_bind_null(m_cached->statement, position));
    } else {
        bind(position, value.text);
    }
}

void Statement::bind(int position, const QVariant& value)
{
    if (value.isNull()) {
        noteBound(sqlite3_bind_null(m_cached->statement, position));
    } else if (value.typeId() == QMetaType::QString) {
        bind(position, value.toString());
    } else if (value.typeId() == QMetaType::QByteArray) {
        bind(position, value.toByteArray());
    } else {
        bind(position, value.toLongLong());
    }
}

bool Statement::execute()
{
    if (m_connection->error()) {
        return false; // a value could not be bound
    }
    const int result{sqlite3_step(m_cached->statement)};
    if (result != SQLITE_ROW && result != SQLITE_DONE) {
        m_connection->takeError();
        sqlite3_reset(m_cached->statement);
        return false;
    }
    if (result == SQLITE_ROW) {
        m_row = Row::Waiting;
        return true;
    }
    m_changes = sqlite3_changes(m_cached->handle);
    sqlite3_reset(m_cached->statement); // else it holds its transaction open
    return true;
}

bool Statement::next()
{
    if (m_connection->error() || m_row == Row::None) {
        return false;
    }
    if (m_row == Row::Waiting) {
        m_row = Row::Current;
        return true;
    }
    const int result{sqlite3_step(m_cached->statement)};
    if (result == SQLITE_ROW) {
        return true;
    }
    m_row = Row::None;
    if (result != SQLITE_DONE) {
        m_connection->takeError();
    }
    sqlite3_reset(m_cached->statement);
    return false;
}

qint64 Statement::integer(int column) const
{
    return m_row == Row::Current ? sqlite3_column_int64(m_cached->statement, column) : 0;
}

QString Statement::text(int column) const
{
    if (m_row != Row::Current) {
        return {};
    }
    const void* bytes{sqlite3_column_text(m_cached->statement, column)};
    return QString::fromUtf8(
        static_cast<const char*>(bytes), sqlite3_column_bytes(m_cached->statement, column));
}

QByteArray Statement::blob(int column) const
{
    if (m_row != Row::Current) {
        return {};
    }
    const void* bytes{sqlite3_column_blob(m_cached->statement, column)};
    return {static_cast<const char*>(bytes), sqlite3_column_bytes(m_cached->statement, column)};
}

qint64 Statement::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_cached->handle);
}

} // namespace Textdesk
