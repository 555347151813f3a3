// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/conversationtable.h"

#include "app/storage/accounttable.h"
#include "app/storage/contacttable.h"
#include "app/storage/messagepreview.h"
#include "app/storage/statement.h"

#include <algorithm>

namespace Textdesk::ConversationTable {

namespace {

bool countsAsFailed(Direction direction, DeliveryState state)
{
    return direction == Direction::Out
        && (state == DeliveryState::Failed || state == DeliveryState::Unknown);
}

#define TEXTDESK_SELECT_CONVERSATION                                                               \
    "SELECT c.id, c.account_id, c.peer, c.sort_ms, c.last_message_id, c.preview, "                 \
    "c.preview_direction, c.preview_state, c.preview_reason, c.unread, c.failed, c.draft, "        \
    "EXISTS(SELECT 1 FROM opt_out o WHERE o.peer = c.peer), c.snoozed_ms, c.waiting, "             \
    "(SELECT group_concat(l.label_id) FROM conversation_label l WHERE l.conversation_id = c.id) "  \
    "FROM conversation c "

// Written out in each statement, so that one filter is one literal with an index of its own.
#define TEXTDESK_NARROWED                                                                          \
    " AND (?4 = 0 OR EXISTS(SELECT 1 FROM conversation_label l WHERE l.label_id = ?4 AND "         \
    "l.conversation_id = c.id)) AND (?5 = 0 OR c.account_id = ?5) "                                \
    "AND (c.sort_ms, c.id) < (?1, ?2) ORDER BY c.sort_ms DESC, c.id DESC LIMIT ?3"

// The place among the others: the newest message, the draft, or the end of a snooze.
#define TEXTDESK_SORT_MS                                                                           \
    "max(draft_ms, last_message_id >> 20, iif(last_message_id > 0, returned_ms, 0))"

QList<LabelId> labelsFrom(const QString& ids)
{
    QList<LabelId> labels;
    for (const QString& id : ids.split(u',', Qt::SkipEmptyParts)) {
        labels.append(LabelId::fromString(id));
    }
    std::sort(labels.begin(), labels.end());
    return labels;
}

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
    row.snoozedMs = query.integer(13);
    row.waiting = query.flag(14);
    row.labels = labelsFrom(query.text(15));
    return row;
}

const char* pageStatement(ConversationFilter filter)
{
    switch (filter) {
    case ConversationFilter::Unread:
        return TEXTDESK_SELECT_CONVERSATION
            "WHERE c.unread > 0 AND c.sort_ms > 0 AND c.snoozed_ms = 0" TEXTDESK_NARROWED;
    case ConversationFilter::Failed:
        return TEXTDESK_SELECT_CONVERSATION
            "WHERE c.failed > 0 AND c.sort_ms > 0 AND c.snoozed_ms = 0" TEXTDESK_NARROWED;
    case ConversationFilter::Waiting:
        return TEXTDESK_SELECT_CONVERSATION
            "WHERE c.waiting > 0 AND c.sort_ms > 0 AND c.snoozed_ms = 0" TEXTDESK_NARROWED;
    case ConversationFilter::Snoozed:
        return TEXTDESK_SELECT_CONVERSATION
            "WHERE c.snoozed_ms > 0 AND c.sort_ms > 0" TEXTDESK_NARROWED;
    case ConversationFilter::All:
        break;
    }
    return TEXTDESK_SELECT_CONVERSATION
        "WHERE c.sort_ms > 0 AND c.snoozed_ms = 0" TEXTDESK_NARROWED;
}

int countOf(Connection& db, const char* sql)
{
    auto query = db.prepare(sql);
    return query.first() ? int(query.integer(0)) : 0;
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

std::vector<ConversationRow> page(Connection& db, const ConversationQuery& wanted,
    qint64 beforeSortMs, ConversationId beforeId, int limit)
{
    constexpr qint64 top{std::numeric_limits<qint64>::max()};
    std::vector<ConversationRow> rows;
    auto query = db.prepare(pageStatement(wanted.filter));
    query.run(beforeId.isValid() ? beforeSortMs : top, beforeId.isValid() ? beforeId.value() : top,
        limit, wanted.label, wanted.account);
    while (query.next()) {
        rows.push_back(readRow(query));
    }
    return rows;
}

std::vector<ConversationRow> withPerson(Connection& db, const QString& words, int limit)
{
    QString digits;
    for (const QChar c : words) {
        if (c.isDigit()) {
            digits += c;
        }
    }
    // A national spelling starts with a zero that the stored number does not have.
    const bool national{digits.startsWith(u'0')};
    constexpr qsizetype tellingDigits{3};
    const QString number{digits.size() < tellingDigits ? QString{}
            : national                                 ? digits.mid(1)
                                                       : digits};
    std::vector<ConversationRow> rows;
    auto query = db.prepare(TEXTDESK_SELECT_CONVERSATION
        "WHERE c.sort_ms > 0 AND ((?2 <> '' AND instr(c.peer, ?2) > 0) OR c.peer IN "
        "(SELECT a.peer FROM contact_address a JOIN contact p ON p.id = a.contact_id "
        "WHERE ' ' || p.folded LIKE ?1 ESCAPE '\\')) "
        "ORDER BY c.sort_ms DESC, c.id DESC LIMIT ?3");
    query.run(QStringLiteral("% ") + likeEscaped(foldedName(words)) + u'%', number, limit);
    while (query.next()) {
        rows.push_back(readRow(query));
    }
    return rows;
}

ConversationCounts counts(Connection& db)
{
    ConversationCounts counts;
    auto unread = db.prepare("SELECT count(*), coalesce(sum(unread), 0) FROM conversation "
                             "WHERE unread > 0 AND sort_ms > 0 AND snoozed_ms = 0");
    if (unread.first()) {
        counts.unreadConversations = int(unread.integer(0));
        counts.unreadMessages = int(unread.integer(1));
    }
    counts.failedConversations = countOf(db,
        "SELECT count(*) FROM conversation WHERE failed > 0 AND sort_ms > 0 AND snoozed_ms = 0");
    counts.waitingConversations = countOf(db,
        "SELECT count(*) FROM conversation WHERE waiting > 0 AND sort_ms > 0 AND snoozed_ms = 0");
    counts.snoozedConversations =
        countOf(db, "SELECT count(*) FROM conversation WHERE snoozed_ms > 0 AND sort_ms > 0");
    return counts;
}

void setDraft(WriteContext& context, ConversationId id, const QString& draft)
{
    const qint64 ms{draft.isEmpty() ? 0 : context.nowMs};
    context.db
        .prepare("UPDATE conversation SET draft = ?1, draft_ms = ?2, "
                 "sort_ms = max(?2, last_message_id >> 20, iif(last_message_id > 0, returned_ms, "
                 "0)) WHERE id = ?3")
        .run(draft, ms, id);
    context.changes.conversations.insert(id);
}

void addTo(Addition& addition, const Message& m)
{
    addition.conversation = m.conversation;
    addition.unread += m.direction == Direction::In && !m.read ? 1 : 0;
    addition.failed += countsAsFailed(m.direction, m.state) ? 1 : 0;
    if (m.direction == Direction::In) {
        addition.newestIncoming = std::max(addition.newestIncoming, m.id);
    }
    if (addition.newest.id < m.id) {
        addition.newest = m;
    }
}

void messageAdded(WriteContext& context, const Message& m)
{
    Addition addition;
    addTo(addition, m);
    messagesAdded(context, addition);
}

void messagesAdded(WriteContext& context, const Addition& addition)
{
    const Message& m{addition.newest};
    // An older text counts, but is not shown. History that was read somewhere waits for nobody.
    context.db
        .prepare("UPDATE conversation SET unread = unread + ?1, failed = failed + ?2, "
                 "last_message_id = max(last_message_id, ?3), "
                 "preview = iif(last_message_id < ?3, ?4, preview), "
                 "preview_direction = iif(last_message_id < ?3, ?5, preview_direction), "
                 "preview_state = iif(last_message_id < ?3, ?6, preview_state), "
                 "preview_reason = iif(last_message_id < ?3, ?7, preview_reason), "
                 "waiting = iif(last_message_id < ?3, ?5 = 1 AND ?10, waiting), "
                 "handled_id = iif(?5 = 1 AND NOT ?10, max(handled_id, ?3), handled_id), "
                 "snoozed_ms = iif(last_message_id < ?9, 0, snoozed_ms), "
                 "sort_ms = iif(last_message_id < ?3, max(draft_ms, ?3 >> 20, returned_ms), "
                 "sort_ms) "
                 "WHERE id = ?8")
        .run(addition.unread, addition.failed, m.id, previewOf(m.text), m.direction, m.state,
            m.reason, addition.conversation, addition.newestIncoming, !m.read);
    context.changes.conversations.insert(addition.conversation);
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
            "waiting = last_message_id > handled_id AND coalesce((SELECT direction FROM message "
            "WHERE id = last_message_id), 0) = 1, "
            "sort_ms = iif(removed_to > 0 AND last_message_id <= removed_to, 0, " TEXTDESK_SORT_MS
            ") WHERE id = ?1")
        .run(id, preview);
    context.changes.conversations.insert(id);
}

} // namespace Textdesk::ConversationTable
