// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/bulkinsert.h"

#include "app/storage/forgetting.h"
#include "app/storage/messageids.h"
#include "app/storage/messagetable.h"
#include "app/storage/searchindex.h"
#include "app/storage/statement.h"

#include <algorithm>

namespace Textdesk {

BulkInsert::BulkInsert(WriteContext& context)
    : m_context{context}
    , m_anyForgotten{context.db.prepare("SELECT 1 FROM deleted_message LIMIT 1").first()}
{ }

BulkInsert::Row BulkInsert::add(Message& message)
{
    if (m_anyForgotten
        && wasForgotten(m_context.db, message.account, message.providerId, message.reference)) {
        return Row::Forgotten;
    }
    message.conversation = conversationOf(message);
    if (message.providerId.isEmpty() && message.reference.isEmpty() && isKnown(message)) {
        return Row::Known;
    }
    message.id = nextIdAt(message.atMs);
    message.atMs = timeOfMessageId(message.id);
    if (!MessageTable::insertIfNew(m_context.db, message)) {
        return Row::Known;
    }
    m_idsAtMs = message.atMs;
    m_lastId = message.id;
    m_texts.emplace_back(message.id, message.text);
    m_context.changes.inserted.insert(message.id);
    count(message);
    return Row::Added;
}

ConversationId BulkInsert::conversationOf(const Message& message)
{
    ConversationId& id{m_conversations[{message.account, message.peer}]};
    if (!id.isValid()) {
        id = ConversationTable::findOrCreate(m_context, message.account, message.peer);
    }
    return id;
}

// Nobody gave it a name, so it is known by where, when and what it says.
bool BulkInsert::isKnown(const Message& message)
{
    auto twin = m_context.db.prepare(
        "SELECT 1 FROM message WHERE conversation_id = ? AND id >= ? AND id < ? AND "
        "direction = ? AND text = ? LIMIT 1");
    return twin.first(message.conversation, message.atMs << messageIdCounterBits,
        (message.atMs + 1) << messageIdCounterBits, message.direction, message.text);
}

// A look into the table for each millisecond, not for each row: a service that states whole minutes
// puts thousands of rows into one.
MessageId BulkInsert::nextIdAt(qint64 atMs)
{
    const MessageId following{m_lastId.value() + 1};
    return m_idsAtMs == atMs && timeOfMessageId(following) == atMs
        ? following
        : nextMessageId(m_context.db, atMs);
}

void BulkInsert::count(const Message& message)
{
    ConversationTable::addTo(m_additions[message.conversation], message);
}

void BulkInsert::finish()
{
    for (const ConversationTable::Addition& addition : std::as_const(m_additions)) {
        ConversationTable::messagesAdded(m_context, addition);
    }
    m_additions.clear();
    // A row below the one before it would make the index begin a new segment.
    std::sort(m_texts.begin(), m_texts.end());
    addToIndex(m_context.db, m_texts);
    m_texts.clear();
}

} // namespace Textdesk
