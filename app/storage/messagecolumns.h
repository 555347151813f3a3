// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The column list of a message and how one row of it is read; shared by the files that select
// messages.
#pragma once

#include "app/domain/message.h"
#include "app/storage/statement.h"

// A macro, because prepare() keeps statements by the address of one whole literal.
#define TEXTDESK_SELECT_MESSAGE                                                                    \
    "SELECT m.id, m.account_id, m.conversation_id, m.direction, m.state, m.text, m.reason, "       \
    "m.reason_text, m.provider_id, m.reference, m.data_field, m.campaign, m.at_ms, m.due_ms, "     \
    "m.scheduled_ms, m.state_ms, m.parts, m.attempts, m.read, m.hand_over, c.peer "                \
    "FROM message m JOIN conversation c ON c.id = m.conversation_id "

namespace Textdesk {

[[nodiscard]] inline Message readMessage(const Statement& row)
{
    Message m;
    m.id = MessageId{row.integer(0)};
    m.account = AccountId{row.integer(1)};
    m.conversation = ConversationId{row.integer(2)};
    m.direction = static_cast<Direction>(row.integer(3));
    m.state = static_cast<DeliveryState>(row.integer(4));
    m.text = row.text(5);
    m.reason = row.text(6);
    m.reasonText = row.text(7);
    m.providerId = row.text(8);
    m.reference = row.text(9);
    m.dataField = row.text(10);
    m.campaign = row.text(11);
    m.atMs = row.integer(12);
    m.dueMs = row.integer(13);
    m.scheduledMs = row.integer(14);
    m.stateMs = row.integer(15);
    m.parts = int(row.integer(16));
    m.attempts = int(row.integer(17));
    m.read = row.flag(18);
    m.handedOver = row.flag(19);
    m.peer = row.text(20);
    return m;
}

} // namespace Textdesk
