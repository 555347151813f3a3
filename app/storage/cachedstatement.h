// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The kept form of a statement, seen only by Connection and Statement.
#pragma once

#include "app/storage/connection.h"

#include <QSqlError>
#include <QSqlQuery>

#include <vector>

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
        if (!query.prepare(withPlainPlaceholders(QString::fromLatin1(sql)))) {
            connection.setError(query.lastError());
            return false;
        }
        return true;
    }

    // Qt's driver renames every placeholder it meets, so "?1" twice would be two parameters. They
    // become plain ones, and `order` says which value each stands for.
    QString withPlainPlaceholders(const QString& sql)
    {
        QString plain;
        order.clear();
        for (qsizetype i{0}; i < sql.size(); ++i) {
            plain += sql[i];
            if (sql[i] != u'?') {
                continue;
            }
            int number{0};
            while (i + 1 < sql.size() && sql[i + 1].isDigit()) {
                number = number * 10 + sql[++i].digitValue();
            }
            order.push_back(number > 0 ? number - 1 : int(order.size()));
        }
        return plain;
    }

    QSqlQuery query;
    std::vector<int> order; // the value of each placeholder
    bool prepared{false};
    bool lent{false};
};

} // namespace Textdesk
