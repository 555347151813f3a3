// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/contacttable.h"

#include "app/storage/statement.h"

#include <algorithm>

namespace Textdesk {

QString foldedName(const QString& name)
{
    QString folded;
    for (const char32_t c : name.normalized(QString::NormalizationForm_D).toUcs4()) {
        if (QChar::category(c) != QChar::Mark_NonSpacing) {
            folded += QChar::fromUcs4(QChar::toCaseFolded(c));
        }
    }
    return folded.simplified();
}

QString likeEscaped(QString words)
{
    for (const QChar special : {u'\\', u'%', u'_'}) {
        words.replace(special, QString{u'\\'} + special);
    }
    return words;
}

namespace ContactTable {

namespace {

// Every conversation with one of the contact's numbers shows another title now.
void touch(WriteContext& context, ContactId id)
{
    auto rows = context.db.prepare("SELECT c.id FROM contact_address a JOIN conversation c ON "
                                   "c.peer = a.peer WHERE a.contact_id = ?");
    rows.run(id);
    while (rows.next()) {
        context.changes.conversations.insert(ConversationId{rows.integer(0)});
    }
    context.changes.people = true;
}

} // namespace

Result<ContactId> insert(WriteContext& context, const QString& name, const QString& peer)
{
    const std::vector<ContactRow> there{at(context.db, peer)};
    const QString folded{foldedName(name)};
    if (std::any_of(there.cbegin(), there.cend(),
            [&folded](const ContactRow& row) { return foldedName(row.name) == folded; })) {
        return fail(ErrorKind::Rejected, QStringLiteral("name-taken"));
    }
    auto add = context.db.prepare(
        "INSERT INTO contact(name, folded, created_ms, changed_ms) VALUES(?1, ?2, ?3, ?3)");
    add.run(name, folded, context.nowMs);
    const ContactId id{add.lastInsertId()};
    context.db.prepare("INSERT INTO contact_address(contact_id, peer) VALUES(?, ?)").run(id, peer);
    touch(context, id);
    return id;
}

bool rename(WriteContext& context, ContactId id, const QString& name)
{
    auto change =
        context.db.prepare("UPDATE contact SET name = ?, folded = ?, changed_ms = ? WHERE id = ?");
    change.run(name, foldedName(name), context.nowMs, id);
    if (change.changes() == 0) {
        return false;
    }
    touch(context, id);
    return true;
}

bool remove(WriteContext& context, ContactId id)
{
    touch(context, id); // while it still knows its numbers
    auto gone = context.db.prepare("DELETE FROM contact WHERE id = ?");
    gone.run(id);
    return gone.changes() > 0;
}

std::vector<ContactRow> at(Connection& db, const QString& peer)
{
    std::vector<ContactRow> people;
    auto query = db.prepare("SELECT p.id, p.name FROM contact_address a JOIN contact p ON p.id = "
                            "a.contact_id WHERE a.peer = ? ORDER BY p.id");
    query.run(peer);
    while (query.next()) {
        people.push_back({ContactId{query.integer(0)}, query.text(1)});
    }
    return people;
}

QString namesAt(Connection& db, const QString& peer)
{
    QStringList names;
    for (const ContactRow& person : at(db, peer)) {
        names.append(person.name);
    }
    return names.join(QStringLiteral(", "));
}

} // namespace ContactTable

} // namespace Textdesk
