// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Many outgoing texts in one write: a campaign's recipients are mostly people nobody wrote to yet,
// whose conversations are made as they will be. The rows end as MessageTable::insert would leave
// them.
#pragma once

#include "app/domain/message.h"
#include "app/storage/writer.h"

namespace Textdesk {

class QueueInsert final {
public:
    explicit QueueInsert(WriteContext& context);
    QueueInsert(const QueueInsert&) = delete;
    QueueInsert& operator=(const QueueInsert&) = delete;

    // Wants account, peer and what is to be sent, and gives the id and the conversation. Nothing
    // else may write messages between two calls.
    void add(Message& message);

private:
    [[nodiscard]] MessageId nextId();
    void create(Message& message);

    WriteContext& m_context;
    MessageId m_lastId;
    AccountId m_account;
    LineId m_line; // of m_account
};

} // namespace Textdesk
