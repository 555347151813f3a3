// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/messagetable.h"

#include "app/storage/conversationtable.h"
#include "app/storage/messagecolumns.h"
#include "app/storage/messageids.h"
#include "app/storage/searchindex.h"
#include "app/storage/statement.h"

#include <algorithm>

namespace Textdesk::MessageTable {

namespace {

std::vector<Message> readAll(Statement& query)
{
    std::vector<Message> rows;
    while (query.next()) {
        rows.push_back(readMessage(query));
    }
    return rows;
}

void bindAndRun(Statement& add, const Message& m)
{
    add.run(m.id, m.account, m.conversation, m.direction, m.state, m.text, m.reason, m.reasonText,
        nullIfEmpty(m.providerId), nullIfEmpty(m.reference), m.dataField, m.campaign, m.atMs,
        m.dueMs, m.scheduledMs, m.stateMs, m.parts, m.read, m.handedOver);
}

} // namespace

#define TEXTDESK_INSERT_MESSAGE                                                                    \
    "INSERT INTO message(id, account_id, conversation_id, direction, state, text, reason, "        \
    "reason_text, provider_id, reference, data_field, campaign, at_ms, due_ms, scheduled_ms, "     \
    "state_ms, parts, read, hand_over) "                                                           \
    "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

void insert(WriteContext& context, const Message& m)
{
    auto add = context.db.prepare(TEXTDESK_INSERT_MESSAGE);
    bindAndRun(add, m);
    context.db.prepare("INSERT INTO message_unindexed(id) VALUES(?)").run(m.id);
    context.changes.inserted.insert(m.id);
    ConversationTable::messageAdded(context, m);
}

bool insertIfNew(Connection& db, const Message& m)
{
    auto add = db.prepare(TEXTDESK_INSERT_MESSAGE " ON CONFLICT DO NOTHING");
    bindAndRun(add, m);
    return add.changes() > 0;
}

void remove(WriteContext& context, const Message& message)
{
    removeFromIndex(context.db, message.id, message.text);
    context.db.prepare("DELETE FROM message WHERE id = ?").run(message.id);
    context.changes.removed.insert(message.id);
    ConversationTable::recount(context, message.conversation);
}

std::optional<Message> find(Connection& db, MessageId id)
{
    auto query = db.prepare(TEXTDESK_SELECT_MESSAGE "WHERE m.id = ?");
    return query.first(id) ? std::optional{readMessage(query)} : std::nullopt;
}

std::optional<Message> findByProviderId(
    Connection& db, AccountId account, const QString& providerId)
{
    auto query = db.prepare(TEXTDESK_SELECT_MESSAGE "WHERE m.account_id = ? AND m.provider_id = ?");
    return query.first(account, providerId) ? std::optional{readMessage(query)} : std::nullopt;
}

std::optional<Message> findByReference(Connection& db, const QString& reference)
{
    if (reference.isEmpty()) {
        return std::nullopt;
    }
    auto query = db.prepare(TEXTDESK_SELECT_MESSAGE "WHERE m.reference = ?");
    return query.first(reference) ? std::optional{readMessage(query)} : std::nullopt;
}

std::vector<Message> page(
    Connection& db, ConversationId conversation, MessageId before, MessageId after, int limit)
{
    if (after.isValid()) {
        auto query = db.prepare(TEXTDESK_SELECT_MESSAGE
            "WHERE m.conversation_id = ? AND m.id > ? ORDER BY m.id LIMIT ?");
        query.run(conversation, after, limit);
        return readAll(query);
    }
    const qint64 below{before.isValid() ? before.value() : std::numeric_limits<qint64>::max()};
    auto query = db.prepare(TEXTDESK_SELECT_MESSAGE
        "WHERE m.conversation_id = ? AND m.id < ? ORDER BY m.id DESC LIMIT ?");
    query.run(conversation, below, limit);
    std::vector<Message> rows{readAll(query)};
    std::reverse(rows.begin(), rows.end());
    return rows;
}

qint64 count(Connection& db, ConversationId conversation)
{
    auto query = db.prepare("SELECT count(*) FROM message WHERE conversation_id = ?");
    return query.first(conversation) ? query.integer(0) : 0;
}

std::vector<Message> newest(Connection& db, AccountId account, MessageId before, int limit)
{
    const qint64 below{before.isValid() ? before.value() : std::numeric_limits<qint64>::max()};
    auto query = db.prepare(TEXTDESK_SELECT_MESSAGE
        "WHERE m.id < ?1 AND (?2 = 0 OR m.account_id = ?2) ORDER BY m.id DESC LIMIT ?3");
    query.run(below, account, limit);
    return readAll(query);
}

std::vector<Message> withState(Connection& db, AccountId account, DeliveryState state, int limit)
{
    // A partial index serves only a condition that repeats its words.
    const bool doubtful{state == DeliveryState::Submitting || state == DeliveryState::Unknown};
    const char* sql{doubtful ? TEXTDESK_SELECT_MESSAGE
            "WHERE m.account_id = ? AND m.state IN (3, 8) AND m.state = ? ORDER BY m.id LIMIT ?"
                             : TEXTDESK_SELECT_MESSAGE
            "WHERE m.account_id = ? AND m.state = ? ORDER BY m.id LIMIT ?"};
    auto query = db.prepare(sql);
    query.run(account, state, limit);
    return readAll(query);
}

MessageId newestIncoming(Connection& db, ConversationId conversation)
{
    auto query = db.prepare("SELECT id FROM message WHERE conversation_id = ? AND direction = 1 "
                            "ORDER BY id DESC LIMIT 1");
    return query.first(conversation) ? MessageId{query.integer(0)} : MessageId{};
}

bool hasTwin(Connection& db, ConversationId conversation, const QString& text, qint64 sinceMs)
{
    auto query = db.prepare("SELECT 1 FROM message WHERE conversation_id = ? AND id > ? AND "
                            "direction = 0 AND state <> 7 AND text = ? LIMIT 1");
    return query.first(conversation, sinceMs << messageIdCounterBits, text);
}

bool hasOpenOutgoing(Connection& db, AccountId account, qint64 sinceMs)
{
    auto query =
        db.prepare("SELECT 1 FROM message WHERE account_id = ? AND direction = 0 AND id > ? AND "
                   "state IN (1, 4, 5) LIMIT 1");
    if (query.first(account, sinceMs << messageIdCounterBits)) {
        return true;
    }
    // Written long ago, sent by the provider only now.
    auto handedOver = db.prepare(
        "SELECT 1 FROM message WHERE account_id = ? AND state = 1 AND scheduled_ms > ? LIMIT 1");
    return handedOver.first(account, sinceMs);
}

void updateState(WriteContext& context, const Message& m)
{
    const std::optional<Message> old{find(context.db, m.id)};
    if (!old) {
        return;
    }
    context.db
        .prepare("UPDATE message SET state = ?, reason = ?, reason_text = ?, due_ms = ?, "
                 "state_ms = ? WHERE id = ?")
        .run(m.state, m.reason, m.reasonText, m.dueMs, m.stateMs, m.id);
    // By itself, because naming the column writes its index anew, and reports come in thousands.
    if (m.providerId != old->providerId) {
        context.db.prepare("UPDATE message SET provider_id = ? WHERE id = ?")
            .run(nullIfEmpty(m.providerId), m.id);
    }
    context.changes.updated.insert(m.id);
    ConversationTable::stateChanged(context, *old, m);
}

void setRead(WriteContext& context, const Message& message, bool read)
{
    if (message.direction != Direction::In || message.read == read) {
        return;
    }
    context.db.prepare("UPDATE message SET read = ? WHERE id = ?").run(read, message.id);
    context.changes.updated.insert(message.id);
    ConversationTable::recount(context, message.conversation);
}

QStringList setConversationRead(WriteContext& context, ConversationId conversation)
{
    QStringList providerIds;
    auto unread = context.db.prepare("SELECT id, provider_id FROM message WHERE conversation_id = "
                                     "? AND direction = 1 AND read = 0");
    unread.run(conversation);
    while (unread.next()) {
        context.changes.updated.insert(MessageId{unread.integer(0)});
        providerIds.append(unread.text(1));
    }
    if (!providerIds.isEmpty()) {
        context.db
            .prepare("UPDATE message SET read = 1 WHERE conversation_id = ? AND direction = 1 AND "
                     "read = 0")
            .run(conversation);
        ConversationTable::recount(context, conversation);
    }
    return providerIds;
}

} // namespace Textdesk::MessageTable
