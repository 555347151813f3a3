// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The half of ConversationModel that follows the store: what a commit changed becomes the smallest
// row signals.
#include "app/models/conversationmodel.h"

#include "app/models/listedconversation.h"

#include <QScopedValueRollback>
#include <QSet>

#include <algorithm>

namespace Textdesk {

namespace {

// Beyond this many, reading the window once is cheaper than reading row by row.
constexpr qsizetype manyTouched{200};

QList<int> changedRoles(const ConversationRow& a, const ConversationRow& b)
{
    QList<int> roles;
    const auto note = [&roles](bool changed, int role) {
        if (changed) {
            roles.append(role);
        }
    };
    note(shownPreview(a) != shownPreview(b), ConversationPreviewRole);
    note(a.previewDirection != b.previewDirection, ConversationPreviewDirectionRole);
    note(a.previewState != b.previewState, ConversationPreviewStateRole);
    note(a.previewReason != b.previewReason, ConversationPreviewReasonRole);
    note(a.draft.isEmpty() != b.draft.isEmpty(), ConversationDraftRole);
    note(a.sortMs != b.sortMs, ConversationAtRole);
    note(a.unread != b.unread, ConversationUnreadRole);
    note(a.optedOut != b.optedOut, ConversationOptedOutRole);
    note(a.labels != b.labels, ConversationLabelsRole);
    note(a.snoozedMs != b.snoozedMs, ConversationSnoozedRole);
    note(a.waiting != b.waiting, ConversationWaitingRole);
    return roles;
}

} // namespace

void ConversationModel::apply(const ChangeSet& changes)
{
    if (changes.labels) {
        m_knownLabels = LabelTable::all(m_database.reader());
    }
    {
        const QScopedValueRollback moving{m_moving, true};
        if (changes.conversations.size() > manyTouched) {
            refreshWindow();
        } else {
            for (const ConversationId id : changes.conversations) {
                refreshRow(id);
            }
        }
    }
    if (changes.people) {
        refreshTitles({Qt::DisplayRole, ConversationTitleRole, ConversationNamedRole});
    }
    if (changes.labels) {
        refreshTitles({ConversationLabelsRole});
    }
    if (!changes.conversations.isEmpty()) {
        refill();
        refreshCounts();
    }
    if (m_kept.isValid()
        && (changes.people || changes.labels || changes.conversations.contains(m_kept))) {
        emit keptChanged(m_kept);
    }
}

void ConversationModel::refreshRow(ConversationId id)
{
    Connection& db{m_database.reader()};
    const std::optional<ConversationRow> value{ConversationTable::find(db, id)};
    if (failed(db)) {
        return;
    }
    const int row{rowOf(id)};
    const bool kept{id == m_kept && row >= 0};
    // What lies below the last page comes with the next one.
    const bool loaded{value
        && (!m_more || kept
            || std::pair{value->sortMs, value->id} >= std::pair{m_bottomMs, m_bottomId})};
    if (!loaded || !belongs(*value, row >= 0)) {
        if (row >= 0) {
            removeAt(row);
        }
        return;
    }
    if (row < 0) {
        insertAt(placeOf(*value, -1), *value);
        return;
    }
    const int place{placeOf(*value, row)};
    moveTo(row, place);
    update(place, *value);
}

void ConversationModel::refreshWindow()
{
    const int wanted{std::max(int(m_rows.size()), pageRows)};
    Connection& db{m_database.reader()};
    std::vector<ConversationRow> fresh{ConversationTable::page(db, m_query, 0, {}, wanted + 1)};
    const auto kept = rowOf(m_kept) >= 0 ? ConversationTable::find(db, m_kept) : std::nullopt;
    if (failed(db)) {
        return;
    }
    takePage(fresh, wanted);
    QSet<ConversationId> ids;
    for (const ConversationRow& row : fresh) {
        ids.insert(row.id);
    }
    if (kept && !ids.contains(m_kept) && belongs(*kept, true)) {
        fresh.insert(std::lower_bound(fresh.begin(), fresh.end(), *kept, listedBefore), *kept);
        ids.insert(m_kept);
    }
    for (int row{int(m_rows.size()) - 1}; row >= 0; --row) {
        if (!ids.contains(idAt(row))) {
            removeAt(row);
        }
    }
    for (int place{0}; place < int(fresh.size()); ++place) {
        const ConversationRow& value{fresh[size_t(place)]};
        const int row{idAt(place) == value.id ? place : rowOf(value.id)};
        if (row < 0) {
            insertAt(place, value);
        } else {
            moveTo(row, place);
            update(place, value);
        }
    }
}

// A filtered list shrinks as its rows are dealt with, and a short list never asks for more by
// scrolling.
void ConversationModel::refill()
{
    if (m_more && int(m_rows.size()) < pageRows / 2) {
        fetchMore({});
    }
}

void ConversationModel::insertAt(int row, const ConversationRow& value)
{
    beginInsertRows({}, row, row);
    m_rows.insert(m_rows.begin() + row, {value, {}, false});
    endInsertRows();
}

void ConversationModel::removeAt(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

void ConversationModel::moveTo(int row, int place)
{
    if (row == place) {
        return;
    }
    beginMoveRows({}, row, row, {}, place > row ? place + 1 : place);
    const auto begin = m_rows.begin();
    if (place < row) {
        std::rotate(begin + place, begin + row, begin + row + 1);
    } else {
        std::rotate(begin + row, begin + row + 1, begin + place + 1);
    }
    endMoveRows();
}

void ConversationModel::update(int row, const ConversationRow& value)
{
    ConversationRow& held{m_rows[size_t(row)].value};
    const QList<int> roles{changedRoles(held, value)};
    held = value;
    if (!roles.isEmpty()) {
        emit dataChanged(index(row), index(row), roles);
    }
}

void ConversationModel::refreshCounts()
{
    Connection& db{m_database.reader()};
    const ConversationCounts counts{ConversationTable::counts(db)};
    if (!failed(db) && counts != m_counts) {
        m_counts = counts;
        emit countsChanged();
    }
}

} // namespace Textdesk
