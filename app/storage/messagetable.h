// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of messages: insert, find, page, and the one statement that moves a state.
#pragma once

#include "app/domain/message.h"
#include "app/storage/writer.h"

#include <QSet>
#include <QStringList>

#include <optional>
#include <vector>

namespace Textdesk::MessageTable {

// Inserts the message and refreshes its conversation. message.id must be set.
void insert(WriteContext& context, const Message& message);
// The row alone, for BulkInsert; false if its provider id or its reference is known already.
[[nodiscard]] bool insertIfNew(Connection& db, const Message& message);
// Deletes the row, its words in the search index, and refreshes the conversation.
void remove(WriteContext& context, const Message& message);

[[nodiscard]] std::optional<Message> find(Connection& db, MessageId id);
[[nodiscard]] std::optional<Message> findByProviderId(
    Connection& db, AccountId account, const QString& providerId);
[[nodiscard]] std::optional<Message> findByReference(Connection& db, const QString& reference);

// Up to limit messages of a conversation, oldest first: the newest of all (both ids invalid), those
// just below `before`, or those just above `after`.
[[nodiscard]] std::vector<Message> page(
    Connection& db, ConversationId conversation, MessageId before, MessageId after, int limit);
[[nodiscard]] qint64 count(Connection& db, ConversationId conversation);
// The newest messages of all accounts, newest first, below `before` if valid; account 0 = all.
[[nodiscard]] std::vector<Message> newest(
    Connection& db, AccountId account, MessageId before, int limit);
[[nodiscard]] std::vector<Message> withState(
    Connection& db, AccountId account, DeliveryState state, int limit);

// Whether that very text was written to that conversation after that time, and not failed.
[[nodiscard]] bool hasTwin(
    Connection& db, ConversationId conversation, const QString& text, qint64 sinceMs);
// Invalid without one.
[[nodiscard]] MessageId newestIncoming(Connection& db, ConversationId conversation);
// Whether a text sent after that time still waits for news: handed over, accepted or sent.
[[nodiscard]] bool hasOpenOutgoing(Connection& db, AccountId account, qint64 sinceMs);

// Writes state, reason, reasonText, providerId, dueMs, stateMs of the message and refreshes its
// conversation.
void updateState(WriteContext& context, const Message& message);
void setRead(WriteContext& context, const Message& message, bool read);
// Every incoming message of the conversation; returns the provider ids that changed.
[[nodiscard]] QStringList setConversationRead(WriteContext& context, ConversationId conversation);

} // namespace Textdesk::MessageTable
