// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever said STOP must not be texted again, also by a store that was repaired or begun anew.
#pragma once

#include "app/storage/connection.h"

#include <QStringList>

namespace Textdesk {

// Closes in db who is closed in that other store and was not opened since. A store that cannot be
// read says nothing.
void takeClosedPeople(Connection& db, const QString& store);

// Makes the database of a profile that has none, with those who are closed in any of the stores,
// and nothing else of them; how many there are. Errors of Connection::open() and migrate(); then
// there is no database, as before.
[[nodiscard]] Result<int> beginWithClosedPeople(
    const QString& databaseFile, const QStringList& stores);

} // namespace Textdesk
