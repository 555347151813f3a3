// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/threadrows.h"

#include <QDateTime>

namespace Textdesk {

QDate localDay(qint64 ms, const QTimeZone& zone)
{
    return QDateTime::fromMSecsSinceEpoch(ms, zone).date();
}

ThreadRow dayMark(const QDate& day)
{
    return {ThreadRowKind::DayMark, day, {}};
}

ThreadRow messageRow(const Message& message, const QTimeZone& zone)
{
    return {ThreadRowKind::Message, localDay(message.atMs, zone), message};
}

std::vector<ThreadRow> threadRows(
    const std::vector<Message>& messages, const QTimeZone& zone, QDate dayBefore)
{
    std::vector<ThreadRow> rows;
    rows.reserve(messages.size() + 8);
    for (const Message& message : messages) {
        ThreadRow row{messageRow(message, zone)};
        if (row.day != dayBefore) {
            rows.push_back(dayMark(row.day));
            dayBefore = row.day;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

QList<int> changedThreadRoles(const Message& before, const Message& after)
{
    QList<int> roles;
    const auto note = [&roles](bool changed, std::initializer_list<int> which) {
        if (changed) {
            roles.append(QList<int>{which});
        }
    };
    note(before.text != after.text, {Qt::DisplayRole, MessageTextRole});
    note(before.state != after.state, {MessageStateRole});
    note(before.reason != after.reason, {MessageReasonRole});
    note(before.reasonText != after.reasonText, {MessageReasonTextRole});
    note(before.stateMs != after.stateMs, {MessageStateAtRole});
    note(before.dueMs != after.dueMs, {MessageDueRole});
    note(before.parts != after.parts, {MessagePartsRole});
    note(before.read != after.read, {MessageReadRole});
    return roles;
}

} // namespace Textdesk
