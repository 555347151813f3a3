// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/integrity.h"

#include "app/storage/statement.h"

namespace Textdesk {

Result<QStringList> checkIntegrity(Connection& db, CheckDepth depth)
{
    QStringList found;
    {
        auto check = depth == CheckDepth::Quick ? db.prepare("PRAGMA quick_check(20)")
                                                : db.prepare("PRAGMA integrity_check(20)");
        check.run();
        while (check.next()) {
            if (check.text(0) != QStringLiteral("ok")) {
                found.append(check.text(0));
            }
        }
    }
    if (const std::optional<Error> error{db.error()}) {
        db.clearError();
        if (error->detail() != QStringLiteral("damaged")) {
            return fail(*error);
        }
        found.append(error->detail()); // so damaged that it could not even be walked through
    }
    return found;
}

} // namespace Textdesk
