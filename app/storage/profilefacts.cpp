// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/profilefacts.h"

#include "app/storage/statement.h"

namespace Textdesk::ProfileFacts {

QString text(Connection& db, const QString& key)
{
    auto query = db.prepare("SELECT value FROM profile_fact WHERE key = ?");
    return query.first(key) ? query.text(0) : QString{};
}

qint64 number(Connection& db, const QString& key)
{
    return text(db, key).toLongLong();
}

void set(Connection& db, const QString& key, const QString& value)
{
    db.prepare("INSERT INTO profile_fact(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET "
               "value = excluded.value")
        .run(key, value);
}

void set(Connection& db, const QString& key, qint64 value)
{
    set(db, key, QString::number(value));
}

} // namespace Textdesk::ProfileFacts
