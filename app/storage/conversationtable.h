// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A conversation is (line, peer): a real row, kept true in the transaction that changes its
// messages.
#pragma once

#include "app/domain/message.h"
#include "app/storage/writer.h"

#include <optional>
#include <vector>

namespace Textdesk {

struct ConversationRow final {
    ConversationId id;
    AccountId account;
    QString peer;
    qint64 sortMs{0};
    MessageId lastMessage;
    QString preview;
    Direction previewDirection{Direction::Out};
    DeliveryState previewState{DeliveryState::Draft};
    QString previewReason;
    int unread{0};
    int failed{0};
    QString draft;
    bool optedOut{false};
};

// Which conversations a list shows.
enum class ConversationFilter { All, Unread, Failed };

struct ConversationCounts final {
    int unreadConversations{0};
    int unreadMessages{0};
    int failedConversations{0};
    friend bool operator==(const ConversationCounts&, const ConversationCounts&) = default;
};

namespace ConversationTable {

// The account's default line.
[[nodiscard]] ConversationId findOrCreate(
    WriteContext& context, AccountId account, const QString& peer);
[[nodiscard]] std::optional<ConversationRow> find(Connection& db, ConversationId id);
[[nodiscard]] std::optional<ConversationId> findByPeer(
    Connection& db, AccountId account, const QString& peer);
// Up to limit rows, newest first, below (beforeSortMs, beforeId) if beforeId is valid. Empty
// conversations without a draft are left out.
[[nodiscard]] std::vector<ConversationRow> page(Connection& db, ConversationFilter filter,
    qint64 beforeSortMs, ConversationId beforeId, int limit);
[[nodiscard]] ConversationCounts counts(Connection& db);
void setDraft(WriteContext& context, ConversationId id, const QString& draft);

// Called by MessageTable in the same transaction.
void messageAdded(WriteContext& context, const Message& message);
void stateChanged(WriteContext& context, const Message& before, const Message& after);
// Counts and preview from the rows; for deletes and read marks.
void recount(WriteContext& context, ConversationId id);

} // namespace ConversationTable

} // namespace Textdesk
