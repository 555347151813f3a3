// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/conversationlookup.h"

#include "app/storage/contacttable.h"
#include "app/storage/statement.h"

namespace Textdesk {

namespace {

// Nothing stored holds this, so an empty part finds nothing.
const QString nothing{QChar{0x1}};

QString anywhere(const QString& part)
{
    return part.isEmpty() ? nothing : u'%' + likeEscaped(part) + u'%';
}

} // namespace

std::vector<LookedUpConversation> lookUpConversations(
    Connection& db, const QString& namePart, const QString& digits, int limit)
{
    auto rows = db.prepare(
        "SELECT c.id, c.account_id, c.peer, IFNULL((SELECT group_concat(k.name, ', ') FROM "
        "contact_address a JOIN contact k ON k.id = a.contact_id WHERE a.peer = c.peer), '') "
        "FROM conversation c WHERE (c.last_message_id <> 0 OR c.draft <> '') AND (c.peer LIKE ?1 "
        "ESCAPE '\\' OR c.peer IN (SELECT a.peer FROM contact k JOIN contact_address a ON "
        "a.contact_id = k.id WHERE k.folded LIKE ?2 ESCAPE '\\')) "
        "ORDER BY c.sort_ms DESC, c.id DESC LIMIT ?3");
    rows.run(anywhere(digits), anywhere(foldedName(namePart)), limit);
    std::vector<LookedUpConversation> found;
    while (rows.next()) {
        found.push_back({ConversationId{rows.integer(0)}, AccountId{rows.integer(1)}, rows.text(2),
            rows.text(3)});
    }
    return found;
}

} // namespace Textdesk
