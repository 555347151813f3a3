// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads around damage: a range of rows that cannot be read is halved until only the damage is left.
#pragma once

#include "app/storage/connection.h"

#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace Textdesk {

// Copies from the attached schema "hurt" into the database that it is attached to.
class SalvageReading final {
public:
    // share is called from 0.0 to 1.0.
    SalvageReading(Connection& db, std::function<void(double share)> share);

    // Every table of ours that the damaged file knows, but what is made anew. How many places could
    // not be read, or why it cannot go on: "unreadable", "disk-full".
    [[nodiscard]] Result<int> copyAll();

private:
    struct Table final {
        QString name;
        bool withoutRowid{false};
        QStringList columns{}; // that both files have
        QStringList key{}; // of a table without row ids
    };
    [[nodiscard]] std::vector<Table> tables();
    [[nodiscard]] QStringList columnsOf(const QString& schema, const QString& table, bool keyOnly);
    void copyByRowId(const Table& table, double from, double to);
    struct Range final {
        qint64 first{0};
        qint64 last{0};
    };
    void copyRange(const Table& table, const Range& range, int depth);
    [[nodiscard]] qint64 readableFromStart(const Table& table, const Range& range);
    [[nodiscard]] qint64 readableFromEnd(const Table& table, const Range& range);
    [[nodiscard]] bool copied(const Table& table, const Range& range);
    void copyFromBothEnds(const Table& table);
    // As many rows as can be read in that order.
    [[nodiscard]] bool copyFirst(const Table& table, bool descending, qint64 limit);
    // False if the rows could not be read; another failure ends everything.
    bool run(const QString& sql);

    Connection& m_db;
    std::function<void(double)> m_share;
    int m_gaps{0};
    int m_tries{0};
    std::optional<Error> m_fatal;
};

} // namespace Textdesk
