// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The half of MessageModel that follows the store: what a commit changed becomes the smallest row
// signals.
#include "app/models/messagemodel.h"

#include "app/storage/messagetable.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace Textdesk {

namespace {

// More new messages than this inside of the window in one commit (an import) are shown by opening
// it anew.
constexpr int manyInserted{64};

} // namespace

// What stands around the place of a message; a mark between the two belongs to the one below.
struct MessageModel::Neighbours final {
    int place{
        0}; // the row after the message above: where the mark of the message below is, or it itself
    QDate above;
    QDate below;
};

void MessageModel::apply(const ChangeSet& changes)
{
    if (!m_conversation.isValid() || !changes.conversations.contains(m_conversation)) {
        return;
    }
    applyRemoved(changes.removed);
    applyInserted(changes.inserted);
    applyUpdated(changes);
}

void MessageModel::applyRemoved(const QSet<MessageId>& ids)
{
    {
        const QScopedValueRollback moving{m_moving, true};
        for (const MessageId id : ids) {
            const int row{rowOf(id)};
            if (row >= 0) {
                removeMessage(row);
            }
        }
    }
    if (m_rows.empty() && (m_hasOlder || m_hasNewer)) {
        open(m_conversation);
    }
}

void MessageModel::applyInserted(const QSet<MessageId>& ids)
{
    const std::vector<MessageId> wanted{wantedOf(ids)};
    if (wanted.empty()) {
        return;
    }
    // Most of a large commit is about other people: one read says which are ours.
    Connection& db{m_database.reader()};
    const std::vector<Message> from{MessageTable::page(
        db, m_conversation, {}, MessageId{wanted.front().value() - 1}, mostRows + 1)};
    if (failed(db)) {
        return;
    }
    std::vector<Message> fresh;
    for (const Message& message : from) {
        if (std::binary_search(wanted.begin(), wanted.end(), message.id)) {
            fresh.push_back(message);
        }
    }
    const bool allSeen{from.size() <= size_t{mostRows} || from.back().id >= wanted.back()};
    if (fresh.size() > size_t{manyInserted} || !allSeen) {
        reopen();
        return;
    }
    bool trimmed{false};
    {
        const QScopedValueRollback moving{m_moving, true};
        for (const Message& message : fresh) {
            insertMessage(message);
        }
        trimmed = trimTop();
    }
    setEdges(m_hasOlder || trimmed, m_hasNewer);
}

// Those new ids that belong between the first and the last message of the window, ascending.
std::vector<MessageId> MessageModel::wantedOf(const QSet<MessageId>& ids) const
{
    std::vector<MessageId> wanted;
    for (const MessageId id : ids) {
        const bool belowTop{!m_hasOlder || id > firstId()};
        const bool aboveBottom{!m_hasNewer || id < lastId()};
        if (belowTop && aboveBottom && rowOf(id) < 0) {
            wanted.push_back(id);
        }
    }
    std::sort(wanted.begin(), wanted.end());
    return wanted;
}

void MessageModel::applyUpdated(const ChangeSet& changes)
{
    const QScopedValueRollback moving{m_moving, true};
    for (int row{0}; row < int(m_rows.size()); ++row) {
        Message& held{m_rows[size_t(row)].message};
        if (m_rows[size_t(row)].isMark() || !changes.updated.contains(held.id)) {
            continue;
        }
        Connection& db{m_database.reader()};
        const std::optional<Message> fresh{MessageTable::find(db, held.id)};
        if (failed(db)) {
            return;
        }
        if (!fresh) {
            continue; // its removal is on the way
        }
        const QList<int> roles{changedThreadRoles(held, *fresh)};
        held = *fresh;
        if (!roles.isEmpty()) {
            emit dataChanged(index(row), index(row), roles);
        }
    }
}

MessageModel::Neighbours MessageModel::neighboursOf(MessageId id) const
{
    Neighbours found;
    int row{0};
    for (; row < int(m_rows.size()); ++row) {
        const ThreadRow& candidate{m_rows[size_t(row)]};
        if (candidate.isMark() || candidate.message.id == id) {
            continue;
        }
        if (candidate.message.id > id) {
            found.below = candidate.day;
            break;
        }
        found.above = candidate.day;
        found.place = row + 1;
    }
    return found;
}

void MessageModel::insertMessage(const Message& message)
{
    ThreadRow row{messageRow(message, m_zone)};
    const Neighbours around{neighboursOf(message.id)};
    const QDate day{row.day};
    if (day == around.above) {
        putRows(around.place, {std::move(row)});
    } else if (day == around.below) {
        putRows(around.place + 1, {std::move(row)}); // below the mark of that day
    } else if (around.below.isValid() && around.above == around.below) {
        putRows(around.place, {dayMark(day), std::move(row), dayMark(around.below)});
    } else {
        putRows(around.place, {dayMark(day), std::move(row)});
    }
}

void MessageModel::removeMessage(int row)
{
    const QDate day{m_rows[size_t(row)].day};
    const Neighbours around{neighboursOf(m_rows[size_t(row)].message.id)};
    if (around.place == row || day == around.below) {
        dropRows(row, 1); // a mark above it stays, for what is left of that day
    } else if (around.below.isValid() && around.above == around.below) {
        dropRows(row - 1, 3); // its own mark, and the one that ended its day
    } else {
        dropRows(row - 1, 2);
    }
}

// Reads the window again around its middle, or at its end if that is the newest message.
void MessageModel::reopen()
{
    const std::vector<Message> shown{messages()};
    if (!m_hasNewer || shown.empty() || !openAround(shown[shown.size() / 2].id)) {
        open(m_conversation);
    }
}

} // namespace Textdesk
