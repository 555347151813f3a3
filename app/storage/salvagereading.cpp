// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/salvagereading.h"

#include "app/storage/statement.h"

#include <algorithm>
#include <limits>

namespace Textdesk {

namespace {

constexpr int mostTries{20000}; // a table: a file that is nothing but holes shall end some time
constexpr int deepest{5}; // halves of halves between damaged pages
constexpr int firstParts{32}; // so that there is progress to show
constexpr qint64 mostRows{qint64{1} << 31}; // of a small table

QString quoted(QString name)
{
    return u'"' + name.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QString joined(const QStringList& names, const QString& after = {})
{
    QStringList parts;
    for (const QString& name : names) {
        parts.append(quoted(name) + after);
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace

SalvageReading::SalvageReading(Connection& db, std::function<void(double)> share)
    : m_db{db}
    , m_share{std::move(share)}
{ }

QStringList SalvageReading::columnsOf(const QString& schema, const QString& table, bool keyOnly)
{
    QStringList names;
    auto query =
        m_db.prepare("SELECT name, pk FROM pragma_table_info(?, ?) ORDER BY iif(pk > 0, pk, cid)");
    query.run(table, schema);
    while (query.next()) {
        if (!keyOnly || query.integer(1) > 0) {
            names.append(query.text(0));
        }
    }
    return names;
}

std::vector<SalvageReading::Table> SalvageReading::tables()
{
    std::vector<Table> all;
    {
        auto query = m_db.prepare(
            "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' "
            "AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT IN "
            "('message_unindexed', 'message_symbol', 'scrub') ORDER BY name <> 'message', name");
        query.run();
        while (query.next()) {
            all.push_back({query.text(0), query.flag(1)});
        }
    }
    for (Table& table : all) {
        const QStringList there{columnsOf(QStringLiteral("hurt"), table.name, false)};
        for (const QString& column : columnsOf(QStringLiteral("main"), table.name, false)) {
            if (there.contains(column)) {
                table.columns.append(column);
            }
        }
        table.key = columnsOf(QStringLiteral("main"), table.name, true);
    }
    return all;
}

Result<int> SalvageReading::copyAll()
{
    const std::vector<Table> all{tables()};
    const bool nothing{std::all_of(
        all.cbegin(), all.cend(), [](const Table& table) { return table.columns.isEmpty(); })};
    if (m_db.error() || nothing) {
        m_db.clearError();
        return fail(ErrorKind::Storage, QStringLiteral("unreadable"));
    }
    // Messages are most of the work; the tables after them share the rest.
    constexpr double messages{0.8};
    for (size_t i{0}; i < all.size() && !m_fatal; ++i) {
        m_tries = 0;
        const double from{
            i == 0 ? 0.0 : messages + (1 - messages) * double(i) / double(all.size())};
        if (all[i].columns.isEmpty()) {
            continue; // an older file knows no such table
        }
        if (all[i].withoutRowid) {
            copyFromBothEnds(all[i]);
        } else {
            copyByRowId(all[i], from, i == 0 ? messages : from);
        }
        m_share(i == 0 ? messages : from);
    }
    if (m_fatal) {
        return fail(*m_fatal);
    }
    m_share(1.0);
    return m_gaps;
}

void SalvageReading::copyByRowId(const Table& table, double from, double to)
{
    constexpr qint64 top{std::numeric_limits<qint64>::max()};
    Range all{0, top};
    {
        // Both ends may be unreadable themselves; then the whole range is looked through.
        auto ends = m_db.prepare(
            "SELECT (SELECT min(id) FROM hurt.message), (SELECT max(id) FROM hurt.message) WHERE ? "
            "= 'message'");
        if (ends.first(table.name) && ends.integer(1) > 0) {
            all = {ends.integer(0), ends.integer(1)};
        }
    }
    m_db.clearError();
    const int parts{all.last == top ? 1 : firstParts};
    const qint64 step{(all.last - all.first) / parts};
    for (int i{0}; i < parts && !m_fatal; ++i) {
        const qint64 begin{all.first + i * step};
        copyRange(table, {begin, i + 1 == parts ? top : begin + step - 1}, 0);
        m_share(from + (to - from) * (i + 1) / parts);
    }
    if (all.first > 0) {
        copyRange(table, {0, all.first - 1}, 0); // empty, unless the low end was misread
    }
}

// Damage is a page, and a page is a range of ids: what can be read is found from both of its ends.
void SalvageReading::copyRange(const Table& table, const Range& range, int depth)
{
    if (m_fatal || range.first > range.last || copied(table, range)) {
        return;
    }
    const Range middle{readableFromStart(table, range), readableFromEnd(table, range)};
    if (depth >= deepest || middle.last - middle.first < 2 || ++m_tries > mostTries) {
        ++m_gaps;
        return;
    }
    // There may be whole pages between two damaged ones.
    const qint64 half{middle.first + (middle.last - middle.first) / 2};
    copyRange(table, {middle.first, half}, depth + 1);
    copyRange(table, {half + 1, middle.last}, depth + 1);
}

// Copies from the range's start as far as it can be read; the first id of what is left.
qint64 SalvageReading::readableFromStart(const Table& table, const Range& range)
{
    qint64 next{range.first};
    qint64 bad{range.last};
    while (next < bad && !m_fatal) {
        const qint64 middle{next + (bad - next) / 2};
        if (copied(table, {next, middle})) {
            next = middle + 1;
        } else if (middle == next || !copied(table, {next, next})) {
            break; // not even the first: the damage begins here
        } else {
            bad = middle;
            ++next;
        }
    }
    return next;
}

// The same from its end; the last id of what is left.
qint64 SalvageReading::readableFromEnd(const Table& table, const Range& range)
{
    qint64 next{range.last};
    qint64 bad{range.first};
    while (next > bad && !m_fatal) {
        const qint64 middle{bad + (next - bad) / 2 + 1};
        if (copied(table, {middle, next})) {
            next = middle - 1;
        } else if (middle == next || !copied(table, {next, next})) {
            break;
        } else {
            bad = middle;
            --next;
        }
    }
    return next;
}

bool SalvageReading::copied(const Table& table, const Range& range)
{
    return run(
        QStringLiteral("INSERT OR IGNORE INTO main.%1(%2) SELECT %2 FROM hurt.%1 WHERE rowid "
                       "BETWEEN %3 AND %4")
            .arg(quoted(table.name), joined(table.columns))
            .arg(range.first)
            .arg(range.last));
}

bool SalvageReading::copyFirst(const Table& table, bool descending, qint64 limit)
{
    return run(QStringLiteral("INSERT OR IGNORE INTO main.%1(%2) SELECT %2 FROM hurt.%1 ORDER BY "
                              "%3 LIMIT %4")
                   .arg(quoted(table.name), joined(table.columns),
                       joined(table.key, descending ? QStringLiteral(" DESC") : QString{}))
                   .arg(limit));
}

void SalvageReading::copyFromBothEnds(const Table& table)
{
    if (copyFirst(table, false, mostRows)) {
        return;
    }
    ++m_gaps;
    for (const bool descending : {false, true}) {
        qint64 readable{0};
        qint64 beyond{mostRows};
        while (readable + 1 < beyond && !m_fatal) {
            const qint64 middle{readable + (beyond - readable) / 2};
            (copyFirst(table, descending, middle) ? readable : beyond) = middle;
        }
    }
}

bool SalvageReading::run(const QString& sql)
{
    m_db.execute(sql);
    const std::optional<Error> error{m_db.error()};
    m_db.clearError();
    if (!error) {
        return true;
    }
    // A disk that cannot be read is damage; one that is full is not.
    if (error->detail() != QStringLiteral("damaged") && error->detail() != QStringLiteral("io")) {
        m_fatal = error;
    }
    return false;
}

} // namespace Textdesk
