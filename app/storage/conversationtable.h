// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A conversation is (line, peer): a real row, kept true in the transaction that changes its
// messages.
#pragma once

#include "app/domain/message.h"
#include "app/storage/writer.h"

#include <QList>

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
    qint64 snoozedMs{0}; // out of sight until then; 0 = in sight
    bool waiting{false}; // they wrote last and nobody answered or said that it is done
    QList<LabelId> labels;
};

// Which conversations a list shows. Snoozed ones are in a list of their own and in no other.
enum class ConversationFilter { All, Unread, Failed, Waiting, Snoozed };

struct ConversationQuery final {
    // NOLINTNEXTLINE(google-explicit-constructor): a filter alone is a query
    ConversationQuery(
        ConversationFilter which = ConversationFilter::All, LabelId with = {}, AccountId of = {})
        : filter{which}
        , label{with}
        , account{of}
    { }
    ConversationFilter filter;
    LabelId label; // invalid: whatever hangs there
    AccountId account; // invalid: every account
    friend bool operator==(const ConversationQuery&, const ConversationQuery&) = default;
};

struct ConversationCounts final {
    int unreadConversations{0};
    int unreadMessages{0};
    int failedConversations{0};
    int waitingConversations{0};
    int snoozedConversations{0};
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
[[nodiscard]] std::vector<ConversationRow> page(Connection& db, const ConversationQuery& query,
    qint64 beforeSortMs, ConversationId beforeId, int limit);
[[nodiscard]] ConversationCounts counts(Connection& db);
void setDraft(WriteContext& context, ConversationId id, const QString& draft);

// What new messages mean for their conversation.
struct Addition final {
    ConversationId conversation;
    Message newest;
    MessageId newestIncoming;
    int unread{0};
    int failed{0};
};
void addTo(Addition& addition, const Message& message);

// Called by MessageTable in the same transaction.
void messageAdded(WriteContext& context, const Message& message);
// The same for many, in one statement.
void messagesAdded(WriteContext& context, const Addition& addition);
void stateChanged(WriteContext& context, const Message& before, const Message& after);
// Conversations with a saved name or a number that holds the words, newest first.
[[nodiscard]] std::vector<ConversationRow> withPerson(
    Connection& db, const QString& words, int limit);
// Counts and preview from the rows; for deletes and read marks.
void recount(WriteContext& context, ConversationId id);

} // namespace ConversationTable

} // namespace Textdesk
