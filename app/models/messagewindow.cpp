// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the window of MessageModel grows at one end and is trimmed at the other, day marks included.
#include "app/models/messagemodel.h"

#include <iterator>

namespace Textdesk {

void MessageModel::prepend(const std::vector<Message>& messages)
{
    std::vector<ThreadRow> rows{threadRows(messages, m_zone)};
    if (rows.empty()) {
        return;
    }
    // The topmost day may go on upwards: those rows go below its mark, which stays.
    if (!m_rows.empty() && rows.back().day == m_rows.front().day) {
        auto sameDay = rows.end();
        while (!std::prev(sameDay)->isMark()) {
            --sameDay;
        }
        putRows(1, {std::make_move_iterator(sameDay), std::make_move_iterator(rows.end())});
        rows.erase(std::prev(sameDay), rows.end());
    }
    putRows(0, std::move(rows));
}

void MessageModel::append(const std::vector<Message>& messages)
{
    putRows(int(m_rows.size()),
        threadRows(messages, m_zone, m_rows.empty() ? QDate{} : m_rows.back().day));
}

bool MessageModel::trimTop()
{
    int cut{int(m_rows.size()) - mostRows};
    if (cut <= 0) {
        return false;
    }
    if (!m_rows[size_t(cut)].isMark()) {
        ++cut; // room for the mark of a day that is cut through
    }
    if (m_rows[size_t(cut)].isMark()) {
        dropRows(0, cut);
        return true;
    }
    int mark{cut - 1};
    while (!m_rows[size_t(mark)].isMark()) {
        --mark;
    }
    dropRows(mark + 1, cut - mark - 1);
    dropRows(0, mark);
    return true;
}

bool MessageModel::trimBottom()
{
    if (int(m_rows.size()) <= mostRows) {
        return false;
    }
    const int from{m_rows[mostRows - 1].isMark() ? mostRows - 1 : mostRows};
    dropRows(from, int(m_rows.size()) - from);
    return true;
}

void MessageModel::putRows(int at, std::vector<ThreadRow> rows)
{
    if (rows.empty()) {
        return;
    }
    beginInsertRows({}, at, at + int(rows.size()) - 1);
    m_rows.insert(m_rows.begin() + at, std::make_move_iterator(rows.begin()),
        std::make_move_iterator(rows.end()));
    endInsertRows();
}

void MessageModel::dropRows(int from, int count)
{
    if (count <= 0) {
        return;
    }
    beginRemoveRows({}, from, from + count - 1);
    m_rows.erase(m_rows.begin() + from, m_rows.begin() + from + count);
    endRemoveRows();
}

} // namespace Textdesk
