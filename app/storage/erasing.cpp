// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/erasing.h"

#include "app/storage/forgetting.h"
#include "app/storage/messagecolumns.h"
#include "app/storage/newdraft.h"
#include "app/storage/profilefacts.h"

#include <algorithm>

namespace Textdesk::Erasing {

namespace {

constexpr qsizetype nationalDigits{9};

void addContactsOf(Connection& db, const QString& peer, ErasePreview& found)
{
    auto query =
        db.prepare("SELECT c.name, other.peer FROM contact_address mine JOIN contact c ON c.id = "
                   "mine.contact_id JOIN contact_address other ON other.contact_id = c.id WHERE "
                   "mine.peer = ?");
    query.run(peer);
    while (query.next()) {
        if (!found.names.contains(query.text(0))) {
            found.names.append(query.text(0));
        }
        if (!found.peers.contains(query.text(1))) {
            found.peers.append(query.text(1));
        }
    }
}

std::vector<ConversationId> conversationsWith(Connection& db, const QString& peer)
{
    std::vector<ConversationId> ids;
    auto query = db.prepare("SELECT id FROM conversation WHERE peer = ?");
    query.run(peer);
    while (query.next()) {
        ids.emplace_back(query.integer(0));
    }
    return ids;
}

bool isBeingSent(Connection& db, const QString& peer)
{
    auto query = db.prepare("SELECT 1 FROM message m JOIN conversation c ON c.id = "
                            "m.conversation_id WHERE c.peer = ? AND m.state = 3 LIMIT 1");
    return query.first(peer);
}

std::vector<Message> nextOf(Connection& db, const QString& peer, int limit)
{
    std::vector<Message> rows;
    auto query = db.prepare(
        TEXTDESK_SELECT_MESSAGE "WHERE c.peer = ? ORDER BY m.state IN (1, 2) DESC, m.id LIMIT ?");
    query.run(peer, limit);
    while (query.next()) {
        rows.push_back(readMessage(query));
    }
    return rows;
}

void blankEventsWith(WriteContext& context, const QString& peer)
{
    context.db
        .prepare("UPDATE inbound_event SET query = x'', body = x'' WHERE instr(body, ?1) > 0 OR "
                 "instr(query, ?1) > 0")
        .run(traceOf(peer));
    context.changes.inboundEvents = true;
}

void deleteContact(WriteContext& context, const QString& peer)
{
    Connection& db{context.db};
    std::vector<qint64> contacts;
    {
        auto query = db.prepare("SELECT contact_id FROM contact_address WHERE peer = ?");
        query.run(peer);
        while (query.next()) {
            contacts.push_back(query.integer(0));
        }
    }
    db.prepare("DELETE FROM contact_address WHERE peer = ?").run(peer);
    for (const qint64 contact : contacts) {
        db.prepare("DELETE FROM contact WHERE id = ?1 AND NOT EXISTS(SELECT 1 FROM contact_address "
                   "a WHERE a.contact_id = ?1)")
            .run(contact);
    }
}

QByteArray digitsOf(const QString& number)
{
    QByteArray digits;
    for (const QChar character : number) {
        if (character.isDigit()) {
            digits += char('0' + character.digitValue());
        }
    }
    return digits;
}

// A first text that was begun, to the number in whatever spelling.
void deleteNewDraft(WriteContext& context, const QString& peer)
{
    const NewDraft draft{storedNewDraft(context.db)};
    const bool isTheirs{draft.to.compare(peer, Qt::CaseInsensitive) == 0
        || (peer.startsWith(u'+') && digitsOf(draft.to).contains(traceOf(peer)))};
    if (isTheirs) {
        storeNewDraft(context, {});
    }
}

void deleteOptOut(WriteContext& context, const QString& peer)
{
    context.db.prepare("DELETE FROM opt_out WHERE peer = ?").run(peer);
    context.db.prepare("DELETE FROM opt_out_log WHERE peer = ?").run(peer);
    context.changes.optOuts = true;
}

} // namespace

ErasePreview preview(Connection& db, const QString& peer)
{
    ErasePreview found;
    found.peers.append(peer);
    addContactsOf(db, peer, found);
    for (const QString& each : found.peers) {
        auto messages =
            db.prepare("SELECT count(*), coalesce(sum(m.state IN (1, 2)), 0) FROM message m JOIN "
                       "conversation c ON c.id = m.conversation_id WHERE c.peer = ?");
        if (messages.first(each)) {
            found.messages += messages.integer(0);
            found.waiting += messages.integer(1);
        }
        found.conversations += qint64(conversationsWith(db, each).size());
        auto closed = db.prepare("SELECT 1 FROM opt_out WHERE peer = ?");
        found.optedOut = found.optedOut || closed.first(each);
    }
    return found;
}

Result<int> deleteSlice(WriteContext& context, const QStringList& peers, int limit)
{
    for (const QString& peer : peers) {
        if (isBeingSent(context.db, peer)) {
            return fail(ErrorKind::Rejected, QStringLiteral("still-sending"));
        }
    }
    for (const QString& peer : peers) {
        const std::vector<Message> rows{nextOf(context.db, peer, limit)};
        if (!rows.empty()) {
            forgetMessages(context, rows);
            return int(rows.size());
        }
    }
    return 0;
}

void deleteRest(WriteContext& context, const QStringList& peers, bool optOutToo)
{
    for (const QString& peer : peers) {
        blankEventsWith(context, peer);
        for (const ConversationId id : conversationsWith(context.db, peer)) {
            context.db.prepare("DELETE FROM conversation WHERE id = ?").run(id);
            context.changes.conversations.insert(id);
        }
        deleteContact(context, peer);
        deleteNewDraft(context, peer);
        if (optOutToo) {
            deleteOptOut(context, peer);
        }
    }
    ProfileFacts::set(context.db, ProfileFacts::erasedMs, context.nowMs);
    scrubSoon(context.db);
}

QByteArray traceOf(const QString& peer)
{
    const QByteArray digits{digitsOf(peer)};
    return peer.startsWith(u'+') && digits.size() >= nationalDigits ? digits.right(nationalDigits)
                                                                    : peer.toUtf8();
}

} // namespace Textdesk::Erasing
