// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/queueinsert.h"

#include "app/storage/accounttable.h"
#include "app/storage/messageids.h"
#include "app/storage/messagepreview.h"
#include "app/storage/messagetable.h"
#include "app/storage/statement.h"

namespace Textdesk {

QueueInsert::QueueInsert(WriteContext& context)
    : m_context{context}
{ }

void QueueInsert::add(Message& message)
{
    message.id = nextId();
    m_lastId = message.id;
    if (message.account != m_account) {
        m_account = message.account;
        m_line = AccountTable::defaultLine(m_context.db, m_account);
    }
    {
        auto found =
            m_context.db.prepare("SELECT id FROM conversation WHERE line_id = ? AND peer = ?");
        if (found.first(m_line, message.peer)) {
            message.conversation = ConversationId{found.integer(0)};
        }
    }
    if (message.conversation.isValid()) {
        MessageTable::insert(m_context, message);
    } else {
        create(message);
    }
}

// After one look at the newest, ids are counted up: whatever the clock says, they ascend.
MessageId QueueInsert::nextId()
{
    const MessageId following{m_lastId.value() + 1};
    return m_lastId.isValid() && timeOfMessageId(following) == timeOfMessageId(m_lastId)
        ? following
        : nextOutgoingId(m_context.db, m_context.nowMs);
}

void QueueInsert::create(Message& message)
{
    auto add = m_context.db.prepare(
        "INSERT INTO conversation(line_id, account_id, peer, sort_ms, last_message_id, preview, "
        "preview_direction, preview_state, preview_reason) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
    add.run(m_line, message.account, message.peer, timeOfMessageId(message.id), message.id,
        previewOf(message.text), message.direction, message.state, message.reason);
    message.conversation = ConversationId{add.lastInsertId()};
    if (!MessageTable::insertIfNew(m_context.db, message)) {
        m_context.db.restoreError(Error{ErrorKind::Storage, QStringLiteral("reference-taken")});
        return;
    }
    m_context.db.prepare("INSERT INTO message_unindexed(id) VALUES(?)").run(message.id);
    m_context.changes.inserted.insert(message.id);
    m_context.changes.conversations.insert(message.conversation);
}

} // namespace Textdesk
