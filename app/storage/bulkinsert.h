// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Many messages in one write: each conversation is brought up to date once, and the search index
// hears of them in the order it likes best. The rows end as MessageTable::insert would leave them.
#pragma once

#include "app/domain/message.h"
#include "app/storage/conversationtable.h"
#include "app/storage/writer.h"

#include <QHash>

#include <utility>
#include <vector>

namespace Textdesk {

class BulkInsert final {
public:
    enum class Row {
        Added,
        Known, // the same provider id or reference, or without either the same words at that time
        Forgotten // a person deleted it
    };

    explicit BulkInsert(WriteContext& context);
    BulkInsert(const BulkInsert&) = delete;
    BulkInsert& operator=(const BulkInsert&) = delete;

    // Wants account, peer and atMs, and gives the id, the conversation and the final atMs. Fastest
    // when atMs ascends.
    [[nodiscard]] Row add(Message& message);
    // Once, after the last add() of this write: the conversations and the search index.
    void finish();

private:
    [[nodiscard]] ConversationId conversationOf(const Message& message);
    [[nodiscard]] bool isKnown(const Message& message);
    [[nodiscard]] MessageId nextIdAt(qint64 atMs);
    void count(const Message& message);

    WriteContext& m_context;
    bool m_anyForgotten;
    QHash<std::pair<AccountId, QString>, ConversationId> m_conversations;
    QHash<ConversationId, ConversationTable::Addition> m_additions;
    std::vector<std::pair<MessageId, QString>> m_texts;
    qint64 m_idsAtMs{-1}; // the millisecond of m_lastId
    MessageId m_lastId;
};

} // namespace Textdesk
