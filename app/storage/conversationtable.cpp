// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/conversationtable.h"

#include "app/storage/accounttable.h"
#include "app/storage/statement.h"

namespace Textdesk::ConversationTable {

namespace {

constexpr qsizetype previewLength{120};

QString previewOf(const QString& text)
{
    const bool cutsAPair{
        text.size() > previewLength && text.at(previewLength - 1).isHighSurrogate()};
    return text.left(previewLength - (cutsAPair ? 1 : 0)).simplified();
}

bool countsAsFailed(Direction direction, DeliveryState state)
{
    return direction == Direction::Out
        && (state == DeliveryState::Failed || state == DeliveryState::Unknown);
}

#define TEXTDESK_SELECT_CONVERSATION                                                               \
    "SELECT c.id, c.account_id, c.peer, c.sort_ms, c.last_message_id, c.preview, "                 \
    "c.preview_direction, c.preview_state, c.preview_reason, c.unread, c.failed, c.draft, "        \
    "EXISTS(SELECT 1 FROM opt_out o WHERE o.peer = c.peer) FROM conversation c "

ConversationRow readRow(const Statement& query)
{
    ConversationRow row;
    row.id = ConversationId{query.integer(0)};
    row.account = AccountId{query.integer(1)};
    row.peer = query.text(2);
    row.sortMs = query.integer(3);
    row.lastMessage = MessageId{query.integer(4)};
    row.preview = query.text(5);
    row.previewDirection = static_cast<Direction>(query.integer(6));
    row.previewState = static_cast<DeliveryState>(query.integer(7));
    row.previewReason = query.text(8);
    row.unread = int(query.integer(9));
    row.failed = int(query.integer(10));
    row.draft = query.text(11);
    row.optedOut = query.flag(12);
    return row;
}

// The statement of a list, one literal a filter, so that each uses its own index.
const char* pageStatement(ConversationFilter filter)
{
    switch (filter) {
    case ConversationFilter::Unread:
        return TEXTDESK_SELECT_CONVERSATION "WHERE c.unread > 0 AND (c.sort_ms, c.id) < (?, ?) "
                                            "ORDER BY c.sort_ms DESC, c.id DESC LIMIT ?";
    case ConversationFilter::Failed:
        return TEXTDESK_SELECT_CONVERSATION "WHERE c.failed > 0 AND (c.sort_ms, c.id) < (?, ?) "
                                            "ORDER BY c.sort_ms DESC, c.id DESC LIMIT ?";
    case ConversationFilter::All:
        break;
    }
    return TEXTDESK_SELECT_CONVERSATION "WHERE c.sort_ms > 0 AND (c.sort_ms, c.id) < (?, ?) ORDER "
                                        "BY c.sort_ms DESC, c.id DESC LIMIT ?";
}

} // namespace

ConversationId findOrCreate(WriteContext& context, AccountId account, const QString& peer)
{
    if (const auto found = findByPeer(context.db, account, peer)) {
        return *found;
    }
    const LineId line{AccountTable::defaultLine(context.db, account)};
    auto add =
        context.db.prepare("INSERT INTO conversation(line_id, account_id, peer) VALUES(?, ?, ?)");
    add.run(line, account, peer);
    return ConversationId{add.lastInsertId()};
}

std::optional<ConversationRow> find(Connection& db, ConversationId id)
{
    auto query = db.prepare(TEXTDESK_SELECT_CONVERSATION "WHERE c.id = ?");
    return query.first(id) ? std::optional{readRow(query)} : std::nullopt;
}

std::optional<ConversationId> findByPeer(Connection& db, AccountId account, const QString& peer)
{
    const LineId line{AccountTable::defaultLine(db, account)};
    auto query = db.prepare("SELECT id FROM conversation WHERE line_id = ? AND peer = ?");
    return query.first(line, peer) ? std::optional{ConversationId{query.integer(0)}} : std::nullopt;
}

std::vector<ConversationRow> page(Connection& db, ConversationFilter filter, qint64 beforeSortMs,
    ConversationId beforeId, int limit)
{
    constexpr qint64 top{std::numeric_limits<qint64>::max()};
    std::vector<ConversationRow> rows;
    auto query = db.prepare(pageStatement(filter));
    query.run(beforeId.isValid() ? beforeSortMs : top, beforeId.isValid() ? beforeId.value() : top,
        limit);
    while (query.next()) {
        rows.push_back(readRow(query));
    }
    return rows;
}

ConversationCounts counts(Connection& db)
{
    ConversationCounts counts;
    auto unread =
        db.prepare("SELECT count(*), coalesce(sum(unread), 0) FROM conversation WHERE unread > 0");
    if (unread.first()) {
        counts.unreadConversations = int(unread.integer(0));
        counts.unreadMessages = int(unread.integer(1));
    }
    auto failed = db.prepare("SELECT count(*) FROM conversation WHERE failed > 0");
    if (failed.first()) {
        counts.failedConversations = int(failed.integer(0));
    }
    return counts;
}

void setDraft(WriteContext& context, ConversationId id, const QString& draft)
{
    const qint64 ms{draft.isEmpty() ? 0 : context.nowMs};
    context.db
        .prepare("UPDATE conversation SET draft = ?1, draft_ms = ?2, "
                 "sort_ms = max(?2, coalesce((last_message_id >> 20), 0)) WHERE id = ?3")
        .run(draft, ms, id);
    context.changes.conversations.insert(id);
}

void messageAdded(WriteContext& context, const Message& m)
{
    const int unread{m.direction == Direction::In && !m.read ? 1 : 0};
    const int failed{countsAsFailed(m.direction, m.state) ? 1 : 0};
    // One statement for both, because an import does this for every row: an older text counts, but
    // is not shown.
    context.db
        .prepare("UPDATE conversation SET unread = unread + ?1, failed = failed + ?2, "
                 "last_message_id = max(last_message_id, ?3), "
                 "preview = iif(last_message_id < ?3, ?4, preview), "
                 "preview_direction = iif(last_message_id < ?3, ?5, preview_direction), "
                 "preview_state = iif(last_message_id < ?3, ?6, preview_state), "
                 "preview_reason = iif(last_message_id < ?3, ?7, preview_reason), "
                 "sort_ms = iif(last_message_id < ?3, max(draft_ms, ?3 >> 20), sort_ms) "
                 "WHERE id = ?8")
        .run(unread, failed, m.id, previewOf(m.text), m.direction, m.state, m.reason,
            m.conversation);
    context.changes.conversations.insert(m.conversation);
}

void stateChanged(WriteContext& context, const Message& before, const Message& after)
{
    const int failed{(countsAsFailed(after.direction, after.state) ? 1 : 0)
        - (countsAsFailed(before.direction, before.state) ? 1 : 0)};
    if (failed != 0) {
        context.db.prepare("UPDATE conversation SET failed = failed + ? WHERE id = ?")
            .run(failed, after.conversation);
    }
    context.db
        .prepare("UPDATE conversation SET preview_state = ?, preview_reason = ? "
                 "WHERE id = ? AND last_message_id = ?")
        .run(after.state, after.reason, after.conversation, after.id);
    context.changes.conversations.insert(after.conversation);
}

void recount(WriteContext& context, ConversationId id)
{
    context.db
        .prepare("UPDATE conversation SET "
                 "unread = (SELECT count(*) FROM message WHERE conversation_id = ?1 AND direction "
                 "= 1 AND read = 0), "
                 "failed = (SELECT count(*) FROM message WHERE conversation_id = ?1 AND direction "
                 "= 0 AND state IN (7, 8)), "
                 "last_message_id = coalesce((SELECT max(id) FROM message WHERE conversation_id = "
                 "?1), 0) "
                 "WHERE id = ?1")
        .run(id);
    QString preview;
    {
        auto newest = context.db.prepare("SELECT m.text FROM conversation c JOIN message m ON "
                                         "m.id = c.last_message_id WHERE c.id = ?");
        if (newest.first(id)) {
            preview = previewOf(newest.text(0));
        }
    }
    context.db
        .prepare(
            "UPDATE conversation SET "
            "preview = ?2, "
            "preview_direction = coalesce((SELECT direction FROM message WHERE id = "
            "last_message_id), 0), "
            "preview_state = coalesce((SELECT state FROM message WHERE id = last_message_id), 0), "
            "preview_reason = coalesce((SELECT reason FROM message WHERE id = last_message_id), "
            "''), "
            "sort_ms = max(draft_ms, last_message_id >> 20) WHERE id = ?1")
        .run(id, preview);
    context.changes.conversations.insert(id);
}

} // namespace Textdesk::ConversationTable
