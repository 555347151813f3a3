// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The kept form of a statement, seen only by Connection and Statement.
#pragma once

#include "app/storage/connection.h"

#include <QSqlError>
#include <QSqlQuery>

namespace Textdesk {

struct CachedStatement final {
    explicit CachedStatement(const QSqlDatabase& database)
        : query{database}
    {
        query.setForwardOnly(true);
    }

    static std::shared_ptr<CachedStatement> make(
        Connection& connection, const QSqlDatabase& database, const char* sql)
    {
        auto cached = std::make_shared<CachedStatement>(database);
        cached->prepared = !connection.error() && cached->prepare(connection, sql);
        return cached;
    }

    bool prepare(Connection& connection, const char* sql)
    {
        if (!query.prepare(QString::fromLatin1(sql))) {
            connection.setError(query.lastError());
            return false;
        }
        return true;
    }

    QSqlQuery query;
    bool prepared{false};
    bool lent{false};
};

} // namespace Textdesk
