// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/statement.h"

#include "app/storage/cachedstatement.h"

namespace Textdesk {

Statement::Statement(Connection& connection, std::shared_ptr<CachedStatement> cached)
    : m_connection{&connection}
    , m_cached{std::move(cached)}
{
    m_cached->lent = true;
}

Statement::~Statement()
{
    if (m_cached) {
        m_cached->query.finish();
        m_cached->lent = false;
    }
}

void Statement::bindAt(int position, const QVariant& value)
{
    if (!m_cached->prepared) {
        return;
    }
    for (size_t i{0}; i < m_cached->order.size(); ++i) {
        if (m_cached->order[i] == position) {
            m_cached->query.bindValue(int(i), value);
        }
    }
}

bool Statement::execute()
{
    if (m_connection->error() || !m_cached->prepared) {
        return false;
    }
    if (!m_cached->query.exec()) {
        m_connection->setError(m_cached->query.lastError());
        return false;
    }
    return true;
}

bool Statement::next()
{
    if (m_connection->error() || !m_cached->prepared) {
        return false;
    }
    if (m_cached->query.next()) {
        return true;
    }
    if (m_cached->query.lastError().type() != QSqlError::NoError) {
        m_connection->setError(m_cached->query.lastError());
    }
    return false;
}

qint64 Statement::integer(int column) const
{
    return m_cached->query.value(column).toLongLong();
}

QString Statement::text(int column) const
{
    return m_cached->query.value(column).toString();
}

QByteArray Statement::blob(int column) const
{
    return m_cached->query.value(column).toByteArray();
}

int Statement::changes() const
{
    return m_cached->query.numRowsAffected();
}

qint64 Statement::lastInsertId() const
{
    return m_cached->query.lastInsertId().toLongLong();
}

} // namespace Textdesk
