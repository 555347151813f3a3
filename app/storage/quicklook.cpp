// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/quicklook.h"

#include "app/storage/statement.h"

#include <QStringList>

namespace Textdesk {

namespace {

QStringList tablesOf(Connection& db)
{
    QStringList names;
    // Virtual tables have no page of their own; those that they keep their things in are tables.
    auto rows = db.prepare("SELECT name FROM sqlite_schema WHERE type='table' AND rootpage>0");
    rows.run();
    while (rows.next()) {
        names.append(rows.text(0));
    }
    return names;
}

} // namespace

Result<Done> lookOver(Connection& db)
{
    for (QString table : tablesOf(db)) {
        table.replace(u'"', QStringLiteral("\"\""));
        // An index would be smaller, and hide the table's own pages.
        db.execute(QStringLiteral("SELECT 1 FROM \"%1\" NOT INDEXED LIMIT 1").arg(table));
    }
    db.execute(QStringLiteral("SELECT * FROM account"));
    db.execute(
        QStringLiteral("SELECT * FROM conversation ORDER BY sort_ms DESC, id DESC LIMIT 60"));
    db.execute(QStringLiteral("SELECT * FROM message ORDER BY id DESC LIMIT 60"));
    const std::optional<Error> error{db.error()};
    db.clearError();
    if (error && error->detail() == QStringLiteral("damaged")) {
        return fail(*error);
    }
    return Done{};
}

} // namespace Textdesk
