// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storage/fulldisk.h"

#include "tests/support/callprobe.h"

namespace Textdesk::Testing {

namespace {

void limitPages(Database& database, const QString& count)
{
    (void)resultOf(
        database.write<Done>(WritePriority::Person, [count](WriteContext& context) -> Result<Done> {
            context.db.execute(QStringLiteral("PRAGMA max_page_count=") + count);
            return Done{};
        }));
}

} // namespace

void fillDisk(Database& database)
{
    limitPages(database, QStringLiteral("1")); // SQLite makes it as many as there are
}

void freeDisk(Database& database)
{
    limitPages(database, QStringLiteral("1073741823"));
}

} // namespace Textdesk::Testing
