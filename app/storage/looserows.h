// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows on pages to which no way leads any more, because the pages above them were destroyed: each
// goes to the one table whose columns its values fit.
#pragma once

#include "app/storage/connection.h"
#include "app/storage/pagerows.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace Textdesk {

class LooseRows final {
public:
    explicit LooseRows(Connection& db);

    // Into the tables of db, which keep what they have. share is called from 0.0 to 1.0. Errors:
    // "disk-full" and other failures of db.
    [[nodiscard]] Result<Done> gather(
        const PageImage& image, const std::function<void(double share)>& share);

private:
    struct Column final {
        QString type;
        bool mayBeNull{true};
        bool isKey{false};
        bool hasDefault{false};
    };
    struct Table final {
        QString name;
        QStringList names{};
        std::vector<Column> columns{};
        QStringList waiting{}; // rows as SQL
    };
    void readTables();
    [[nodiscard]] static bool fits(const Table& table, const PageRow& row);
    [[nodiscard]] Table* homeOf(const PageRow& row);
    void insert(Table& table);

    Connection& m_db;
    std::vector<Table> m_tables;
};

} // namespace Textdesk
