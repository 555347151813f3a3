// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Saved people: a name on a number. Several may share one, and one may have several.
#pragma once

#include "app/base/ids.h"
#include "app/storage/writer.h"

#include <QString>

#include <vector>

namespace Textdesk {

struct ContactRow final {
    ContactId id;
    QString name;
    friend bool operator==(const ContactRow&, const ContactRow&) = default;
};

// As names are compared and searched: no case, no accents, single spaces.
[[nodiscard]] QString foldedName(const QString& name);
// For a LIKE pattern with ESCAPE '\'.
[[nodiscard]] QString likeEscaped(QString words);

namespace ContactTable {

// Error Rejected "name-taken" when that number already has a person of that name.
[[nodiscard]] Result<ContactId> insert(
    WriteContext& context, const QString& name, const QString& peer);
// False without such a contact.
[[nodiscard]] bool rename(WriteContext& context, ContactId id, const QString& name);
[[nodiscard]] bool remove(WriteContext& context, ContactId id);

// Everybody on that number, in the order they were saved.
[[nodiscard]] std::vector<ContactRow> at(Connection& db, const QString& peer);
// "Thandi Mokoena, Sipho Mokoena"; empty for an unknown number.
[[nodiscard]] QString namesAt(Connection& db, const QString& peer);

} // namespace ContactTable

} // namespace Textdesk
