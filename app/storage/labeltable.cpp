// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/labeltable.h"

#include "app/storage/contacttable.h"
#include "app/storage/statement.h"

#include <algorithm>

namespace Textdesk::LabelTable {

namespace {

void touchAll(WriteContext& context, LabelId id)
{
    auto rows =
        context.db.prepare("SELECT conversation_id FROM conversation_label WHERE label_id = ?");
    rows.run(id);
    while (rows.next()) {
        context.changes.conversations.insert(ConversationId{rows.integer(0)});
    }
    context.changes.labels = true;
}

// Not by the column's NOCASE, which knows no letters beyond ASCII.
bool isTaken(Connection& db, const QString& name, LabelId except)
{
    const QList<Label> labels{all(db)};
    return std::any_of(labels.cbegin(), labels.cend(), [&](const Label& label) {
        return label.id != except && label.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

QList<Label> all(Connection& db)
{
    QList<Label> labels;
    auto query = db.prepare("SELECT id, name, colour FROM label");
    query.run();
    while (query.next()) {
        labels.append({LabelId{query.integer(0)}, query.text(1), int(query.integer(2))});
    }
    std::sort(labels.begin(), labels.end(),
        [](const Label& a, const Label& b) { return foldedName(a.name) < foldedName(b.name); });
    return labels;
}

Result<LabelId> insert(WriteContext& context, const Label& label)
{
    if (isTaken(context.db, label.name, {})) {
        return fail(ErrorKind::Rejected, QStringLiteral("name-taken"));
    }
    auto add = context.db.prepare("INSERT INTO label(name, colour) VALUES(?, ?)");
    add.run(label.name, label.colour);
    context.changes.labels = true;
    return LabelId{add.lastInsertId()};
}

Result<Done> change(WriteContext& context, const Label& label)
{
    if (isTaken(context.db, label.name, label.id)) {
        return fail(ErrorKind::Rejected, QStringLiteral("name-taken"));
    }
    auto update = context.db.prepare("UPDATE label SET name = ?, colour = ? WHERE id = ?");
    update.run(label.name, label.colour, label.id);
    if (update.changes() == 0) {
        return fail(ErrorKind::NotFound, QStringLiteral("no-label"));
    }
    touchAll(context, label.id);
    return Done{};
}

void remove(WriteContext& context, LabelId id)
{
    touchAll(context, id);
    context.db.prepare("DELETE FROM label WHERE id = ?").run(id);
}

void hang(WriteContext& context, ConversationId conversation, LabelId label, bool on)
{
    if (on) {
        context.db
            .prepare("INSERT INTO conversation_label(label_id, conversation_id) "
                     "SELECT l.id, c.id FROM label l, conversation c WHERE l.id = ? AND c.id = ? "
                     "ON CONFLICT DO NOTHING")
            .run(label, conversation);
    } else {
        context.db
            .prepare("DELETE FROM conversation_label WHERE label_id = ? AND conversation_id = ?")
            .run(label, conversation);
    }
    context.changes.conversations.insert(conversation);
}

} // namespace Textdesk::LabelTable
