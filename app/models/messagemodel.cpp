// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/messagemodel.h"

#include "app/storage/messagetable.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace Textdesk {

MessageModel::MessageModel(Database& database, const QTimeZone& zone, QObject* parent)
    : QAbstractListModel{parent}
    , m_database{database}
    , m_zone{zone}
{
    connect(&database, &Database::changed, this, &MessageModel::apply);
}

int MessageModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant MessageModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_rows.size())) {
        return {};
    }
    const ThreadRow& row{m_rows[size_t(index.row())]};
    if (role == ThreadKindRole) {
        return int(row.kind);
    }
    if (row.isMark()) {
        return role == MessageAtRole ? QVariant{row.day.startOfDay(m_zone).toMSecsSinceEpoch()}
                                     : QVariant{};
    }
    const Message& message{row.message};
    switch (role) {
    case Qt::DisplayRole:
    case MessageTextRole:
        return message.text;
    case MessageIdRole:
        return message.id.value();
    case MessageDirectionRole:
        return int(message.direction);
    case MessageStateRole:
        return int(message.state);
    case MessageReasonRole:
        return message.reason;
    case MessageReasonTextRole:
        return message.reasonText;
    case MessageAtRole:
        return message.atMs;
    case MessageStateAtRole:
        return message.stateMs;
    case MessageDueRole:
        return message.dueMs;
    case MessagePartsRole:
        return message.parts;
    case MessageReadRole:
        return message.read;
    default:
        return {};
    }
}

bool MessageModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_hasNewer && !m_moving;
}

void MessageModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent)) {
        fetchNewer();
    }
}

void MessageModel::open(ConversationId id)
{
    std::vector<Message> newest;
    if (id.isValid()) {
        Connection& db{m_database.reader()};
        newest = MessageTable::page(db, id, {}, {}, pageMessages + 1);
        if (failed(db)) {
            return;
        }
    }
    const bool more{newest.size() > size_t{pageMessages}};
    if (more) {
        newest.erase(newest.begin());
    }
    show(id, newest, more, false);
}

bool MessageModel::openAround(MessageId id)
{
    constexpr int half{pageMessages / 2};
    Connection& db{m_database.reader()};
    const std::optional<Message> middle{MessageTable::find(db, id)};
    if (failed(db) || !middle) {
        return false;
    }
    const ConversationId conversation{middle->conversation};
    std::vector<Message> window{MessageTable::page(db, conversation, id, {}, half + 1)};
    std::vector<Message> newer{MessageTable::page(db, conversation, {}, id, half + 1)};
    if (failed(db)) {
        return false;
    }
    const bool hasOlder{window.size() > size_t{half}};
    if (hasOlder) {
        window.erase(window.begin());
    }
    const bool hasNewer{newer.size() > size_t{half}};
    if (hasNewer) {
        newer.pop_back();
    }
    window.push_back(*middle);
    window.insert(window.end(), newer.begin(), newer.end());
    show(conversation, window, hasOlder, hasNewer);
    return true;
}

void MessageModel::setTimeZone(const QTimeZone& zone)
{
    if (zone != m_zone) {
        m_zone = zone;
        show(m_conversation, messages(), m_hasOlder, m_hasNewer);
    }
}

void MessageModel::fetchOlder()
{
    if (!m_hasOlder || m_moving || !firstId().isValid()) {
        return;
    }
    Connection& db{m_database.reader()};
    std::vector<Message> older{
        MessageTable::page(db, m_conversation, firstId(), {}, pageMessages + 1)};
    if (failed(db)) {
        return;
    }
    const bool more{older.size() > size_t{pageMessages}};
    if (more) {
        older.erase(older.begin());
    }
    bool trimmed{false};
    {
        const QScopedValueRollback moving{m_moving, true};
        prepend(older);
        trimmed = trimBottom();
    }
    setEdges(more, m_hasNewer || trimmed);
}

void MessageModel::fetchNewer()
{
    if (!m_hasNewer || m_moving || !lastId().isValid()) {
        return;
    }
    Connection& db{m_database.reader()};
    std::vector<Message> newer{
        MessageTable::page(db, m_conversation, {}, lastId(), pageMessages + 1)};
    if (failed(db)) {
        return;
    }
    const bool more{newer.size() > size_t{pageMessages}};
    if (more) {
        newer.pop_back();
    }
    bool trimmed{false};
    {
        const QScopedValueRollback moving{m_moving, true};
        append(newer);
        trimmed = trimTop();
    }
    setEdges(m_hasOlder || trimmed, more);
}

QModelIndex MessageModel::indexOf(MessageId id) const
{
    const int row{rowOf(id)};
    return row < 0 ? QModelIndex{} : index(row);
}

bool MessageModel::failed(const Connection& db)
{
    if (db.error()) {
        emit readFailed(*db.error());
    }
    return db.error().has_value();
}

int MessageModel::rowOf(MessageId id) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(),
        [id](const ThreadRow& row) { return !row.isMark() && row.message.id == id; });
    return found == m_rows.cend() ? -1 : int(found - m_rows.cbegin());
}

// The first row is always a mark, the last one always a message.
MessageId MessageModel::firstId() const
{
    return m_rows.empty() ? MessageId{} : m_rows[1].message.id;
}

MessageId MessageModel::lastId() const
{
    return m_rows.empty() ? MessageId{} : m_rows.back().message.id;
}

std::vector<Message> MessageModel::messages() const
{
    std::vector<Message> all;
    for (const ThreadRow& row : m_rows) {
        if (!row.isMark()) {
            all.push_back(row.message);
        }
    }
    return all;
}

void MessageModel::show(
    ConversationId id, const std::vector<Message>& messages, bool hasOlder, bool hasNewer)
{
    bool trimmed{false};
    {
        const QScopedValueRollback moving{m_moving, true};
        beginResetModel();
        m_conversation = id;
        m_rows = threadRows(messages, m_zone);
        endResetModel();
        trimmed = trimTop(); // another time zone may bring more marks
    }
    setEdges(hasOlder || trimmed, hasNewer);
}

void MessageModel::setEdges(bool hasOlder, bool hasNewer)
{
    if (hasOlder != m_hasOlder || hasNewer != m_hasNewer) {
        m_hasOlder = hasOlder;
        m_hasNewer = hasNewer;
        emit edgesChanged();
    }
}

} // namespace Textdesk
