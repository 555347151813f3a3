// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/looserows.h"

#include "app/storage/statement.h"

#include <algorithm>

namespace Textdesk {

namespace {

constexpr qsizetype rowsAtOnce{100};

// Bytes as hexadecimal: what stands in a damaged file shall not become SQL.
QString literal(const QVariant& value)
{
    if (value.isNull()) {
        return QStringLiteral("NULL");
    }
    const QMetaType type{value.metaType()};
    if (type == QMetaType::fromType<QString>()) {
        return QStringLiteral("CAST(x'%1' AS TEXT)")
            .arg(QString::fromLatin1(value.toString().toUtf8().toHex()));
    }
    if (type == QMetaType::fromType<QByteArray>()) {
        return QStringLiteral("x'%1'").arg(QString::fromLatin1(value.toByteArray().toHex()));
    }
    return type == QMetaType::fromType<double>() ? QString::number(value.toDouble(), 'g', 17)
                                                 : QString::number(value.toLongLong());
}

bool isOf(const QString& type, const QVariant& value)
{
    const QMetaType found{value.metaType()};
    if (type == QLatin1String{"INTEGER"}) {
        return found == QMetaType::fromType<qlonglong>();
    }
    return type == QLatin1String{"TEXT"} ? found == QMetaType::fromType<QString>()
                                         : found == QMetaType::fromType<QByteArray>();
}

} // namespace

LooseRows::LooseRows(Connection& db)
    : m_db{db}
{
    readTables();
}

void LooseRows::readTables()
{
    {
        auto query = m_db.prepare(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND wr = "
            "0 AND name NOT LIKE 'sqlite_%' AND name NOT IN ('message_unindexed', 'scrub')");
        query.run();
        while (query.next()) {
            m_tables.push_back({query.text(0)});
        }
    }
    for (Table& table : m_tables) {
        auto query = m_db.prepare("SELECT name, type, \"notnull\", pk, dflt_value IS NOT NULL FROM "
                                  "pragma_table_info(?) ORDER BY cid");
        query.run(table.name);
        while (query.next()) {
            table.names.append(u'"' + query.text(0) + u'"');
            table.columns.push_back({query.text(1), !query.flag(2), query.flag(3), query.flag(4)});
        }
    }
    // Only a table whose first column is its row id can be told from the others.
    m_tables.erase(std::remove_if(m_tables.begin(), m_tables.end(),
                       [](const Table& table) {
                           return table.columns.empty() || !table.columns.front().isKey
                               || table.columns.front().type != QLatin1String{"INTEGER"};
                       }),
        m_tables.end());
}

bool LooseRows::fits(const Table& table, const PageRow& row)
{
    // A row from before a column was added is shorter.
    for (size_t i{row.values.size()}; i < table.columns.size(); ++i) {
        if (!table.columns[i].hasDefault) {
            return false;
        }
    }
    if (row.rowId <= 0 || row.values.empty() || row.values.size() > table.columns.size()
        || !row.values.front().isNull()) { // the row id stands for it
        return false;
    }
    for (size_t i{1}; i < row.values.size(); ++i) {
        const QVariant& value{row.values[i]};
        const Column& column{table.columns[i]};
        if (value.isNull() ? !column.mayBeNull : !isOf(column.type, value)) {
            return false;
        }
    }
    return true;
}

LooseRows::Table* LooseRows::homeOf(const PageRow& row)
{
    Table* home{nullptr};
    for (Table& table : m_tables) {
        if (fits(table, row)) {
            if (home) {
                return nullptr;
            }
            home = &table;
        }
    }
    return home;
}

void LooseRows::insert(Table& table)
{
    if (table.waiting.isEmpty()) {
        return;
    }
    // Rows of one statement have one length.
    const qsizetype width{table.waiting.constFirst().count(u',') + 1};
    m_db.execute(
        QStringLiteral("INSERT OR IGNORE INTO \"%1\"(%2) VALUES %3")
            .arg(table.name, table.names.mid(0, width).join(u','), table.waiting.join(u',')));
    table.waiting.clear();
}

Result<Done> LooseRows::gather(
    const PageImage& image, const std::function<void(double share)>& share)
{
    m_db.execute(QStringLiteral("BEGIN"));
    for (qint64 page{2}; page <= image.pages() && !m_db.error(); ++page) {
        for (const PageRow& row : rowsOn(image, page)) {
            Table* const home{homeOf(row)};
            if (!home) {
                continue;
            }
            QStringList values{QString::number(row.rowId)};
            for (size_t i{1}; i < row.values.size(); ++i) {
                values.append(literal(row.values[i]));
            }
            const QString line{u'(' + values.join(u',') + u')'};
            const bool isOther{!home->waiting.isEmpty()
                && home->waiting.constFirst().count(u',') != line.count(u',')};
            if (isOther || home->waiting.size() >= rowsAtOnce) {
                insert(*home);
            }
            home->waiting.append(line);
        }
        constexpr qint64 pagesAStep{1024};
        if (page % pagesAStep == 0) {
            share(double(page) / double(image.pages()));
        }
    }
    for (Table& table : m_tables) {
        insert(table);
    }
    m_db.execute(QStringLiteral("COMMIT"));
    if (m_db.error()) {
        return fail(*m_db.error());
    }
    share(1.0);
    return Done{};
}

} // namespace Textdesk
