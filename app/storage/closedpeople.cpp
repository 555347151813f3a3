// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/closedpeople.h"

#include "app/storage/migrations.h"
#include "app/storage/statement.h"

#include <QFile>

namespace Textdesk {

namespace {

Result<int> makeWithClosedPeople(const QString& file, const QStringList& stores)
{
    const auto db = Connection::open(file, Connection::Mode::ReadWrite);
    if (!db) {
        return fail(db.error());
    }
    QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    if (const auto made = migrate(**db, file); !made) {
        return fail(made.error());
    }
    for (const QString& store : stores) {
        takeClosedPeople(**db, store);
    }
    auto query = (*db)->prepare("SELECT count(*) FROM opt_out");
    const int count{query.first() ? int(query.integer(0)) : 0};
    if (const std::optional<Error> error{(*db)->error()}) {
        return fail(*error);
    }
    return count;
}

} // namespace

void takeClosedPeople(Connection& db, const QString& store)
{
    QString name{store};
    name.replace(u'\'', QStringLiteral("''"));
    if (db.execute(QStringLiteral("ATTACH '%1' AS old").arg(name))) {
        db.execute(QStringLiteral(
            "INSERT OR IGNORE INTO main.opt_out(peer, since_ms, source) SELECT peer, since_ms, "
            "source FROM old.opt_out o WHERE NOT EXISTS (SELECT 1 FROM main.opt_out_log l WHERE "
            "l.peer = o.peer AND l.action = 'opened' AND l.at_ms >= o.since_ms)"));
        db.clearError(); // a backup that is damaged itself says nothing
        db.execute(QStringLiteral("DETACH old"));
    }
    db.clearError();
}

Result<int> beginWithClosedPeople(const QString& databaseFile, const QStringList& stores)
{
    const Result<int> made{makeWithClosedPeople(databaseFile, stores)};
    if (!made) {
        for (const auto* side : {"", "-wal", "-shm"}) {
            QFile::remove(databaseFile + QLatin1String{side});
        }
    }
    return made;
}

} // namespace Textdesk
