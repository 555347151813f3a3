// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The raw-value roles by which delegates and tests read a row; no colours, fonts or icons.
#pragma once

#include <Qt>

namespace Textdesk {

// One row of the conversation list.
enum ConversationRole {
    ConversationIdRole = Qt::UserRole + 1, // qint64
    ConversationTitleRole, // QString: the person's name, else the number as it is spelled at home
    ConversationNamedRole, // bool: false when the title is only a number
    ConversationPeerRole, // QString: canonical address
    ConversationAccountRole, // QString: the account's name
    ConversationPreviewRole, // QString: plain text, one line
    ConversationPreviewDirectionRole, // int: Direction of the newest message
    ConversationPreviewStateRole, // int: DeliveryState of the newest message
    ConversationPreviewReasonRole, // QString: machine word for its failure
    ConversationDraftRole, // bool: the preview is an unsent draft
    ConversationAtRole, // qint64: ms since 1970 UTC
    ConversationUnreadRole, // int
    ConversationOptedOutRole, // bool
    ConversationFoundRole, // qint64: the message that a search found; 0 in the whole list
    ConversationLabelsRole, // QList<Label>, by name
    ConversationSnoozedRole, // qint64: out of sight until then; 0 = in sight
    ConversationWaitingRole, // bool: they wrote last and nobody answered
    ConversationLineRole // int: its colour among several accounts; -1 where there is only one
};

// What a row of a thread is.
enum class ThreadRowKind { Message, DayMark };

// One row of a thread, oldest first.
enum ThreadRole {
    ThreadKindRole = Qt::UserRole + 1, // int: ThreadRowKind
    MessageIdRole, // qint64
    MessageTextRole, // QString, drawn as plain text
    MessageDirectionRole, // int: Direction
    MessageStateRole, // int: DeliveryState
    MessageReasonRole, // QString: machine word; ui words it
    MessageReasonTextRole, // QString: the provider's words
    MessageAtRole, // qint64: ms since 1970 UTC (day marks: local midnight)
    MessageStateAtRole, // qint64
    MessageDueRole, // qint64: 0 or not before
    MessagePartsRole, // int
    MessageReadRole // bool
};

// One found message, newest first.
enum SearchRole {
    SearchMessageIdRole = Qt::UserRole + 1, // qint64
    SearchConversationIdRole, // qint64
    SearchTitleRole, // QString: whose conversation it is, as ConversationTitleRole
    SearchNamedRole, // bool: as ConversationNamedRole
    SearchAccountRole, // QString: the account's name
    SearchTextRole, // QString, drawn as plain text
    SearchDirectionRole, // int: Direction
    SearchStateRole, // int: DeliveryState
    SearchAtRole, // qint64: ms since 1970 UTC
    SearchLineRole // int: as ConversationLineRole
};

} // namespace Textdesk
