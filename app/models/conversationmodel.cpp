// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/conversationmodel.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace Textdesk {

namespace {

// Beyond this many, reading the window once is cheaper than reading row by row.
constexpr qsizetype manyTouched{200};

bool isNewer(const ConversationRow& a, const ConversationRow& b)
{
    return std::pair{a.sortMs, a.id} > std::pair{b.sortMs, b.id};
}

QString previewOf(const ConversationRow& row)
{
    return row.draft.isEmpty() ? row.preview : row.draft.left(120).simplified();
}

QList<int> changedRoles(const ConversationRow& a, const ConversationRow& b)
{
    QList<int> roles;
    const auto note = [&roles](bool changed, int role) {
        if (changed) {
            roles.append(role);
        }
    };
    note(previewOf(a) != previewOf(b), ConversationPreviewRole);
    note(a.previewDirection != b.previewDirection, ConversationPreviewDirectionRole);
    note(a.previewState != b.previewState, ConversationPreviewStateRole);
    note(a.previewReason != b.previewReason, ConversationPreviewReasonRole);
    note(a.draft.isEmpty() != b.draft.isEmpty(), ConversationDraftRole);
    note(a.sortMs != b.sortMs, ConversationAtRole);
    note(a.unread != b.unread, ConversationUnreadRole);
    note(a.optedOut != b.optedOut, ConversationOptedOutRole);
    return roles;
}

} // namespace

struct ConversationModel::Row final {
    ConversationRow value;
    mutable QString title; // spelled when first shown: most rows of a page never are
};

ConversationModel::ConversationModel(
    Database& database, const AccountList& accounts, QObject* parent)
    : QAbstractListModel{parent}
    , m_database{database}
    , m_labels{database, accounts}
{
    connect(&database, &Database::changed, this, &ConversationModel::apply);
    connect(&accounts, &AccountList::changed, this, &ConversationModel::refreshLabels);
    reset();
    refreshCounts();
}

ConversationModel::~ConversationModel() = default;

int ConversationModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ConversationModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row{m_rows[size_t(index.row())]};
    const ConversationRow& value{row.value};
    switch (role) {
    case Qt::DisplayRole:
    case ConversationTitleRole:
        if (row.title.isEmpty()) {
            row.title = m_labels.title(value.account, value.peer);
        }
        return row.title;
    case ConversationIdRole:
        return value.id.value();
    case ConversationNamedRole:
        return false;
    case ConversationPeerRole:
        return value.peer;
    case ConversationAccountRole:
        return m_labels.name(value.account);
    case ConversationPreviewRole:
        return previewOf(value);
    case ConversationPreviewDirectionRole:
        return int(value.previewDirection);
    case ConversationPreviewStateRole:
        return int(value.previewState);
    case ConversationPreviewReasonRole:
        return value.previewReason;
    case ConversationDraftRole:
        return !value.draft.isEmpty();
    case ConversationAtRole:
        return value.sortMs;
    case ConversationUnreadRole:
        return value.unread;
    case ConversationOptedOutRole:
        return value.optedOut;
    default:
        return {};
    }
}

bool ConversationModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_more;
}

void ConversationModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent)) {
        return;
    }
    Connection& db{m_database.reader()};
    std::vector<ConversationRow> page{
        ConversationTable::page(db, m_filter, m_bottomMs, m_bottomId, pageRows + 1)};
    if (failed(db)) {
        return;
    }
    takePage(page, pageRows);
    std::erase_if(page, [this](const ConversationRow& row) { return rowOf(row.id) >= 0; });
    if (page.empty()) {
        return;
    }
    const int first{placeOf(page.front(), -1)};
    if (first == int(m_rows.size())) {
        beginInsertRows({}, first, first + int(page.size()) - 1);
        for (ConversationRow& row : page) {
            m_rows.push_back({std::move(row), {}});
        }
        endInsertRows();
        return;
    }
    for (const ConversationRow& row : page) {
        insertAt(placeOf(row, -1), row);
    }
}

void ConversationModel::setFilter(ConversationFilter filter)
{
    if (filter != m_filter) {
        m_filter = filter;
        reset();
    }
}

void ConversationModel::setKept(ConversationId id)
{
    const ConversationId before{std::exchange(m_kept, id)};
    if (before.isValid() && before != id) {
        refreshRow(before);
        refill();
    }
}

ConversationId ConversationModel::idAt(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? m_rows[size_t(row)].value.id : ConversationId{};
}

QModelIndex ConversationModel::indexOf(ConversationId id) const
{
    const int row{rowOf(id)};
    return row < 0 ? QModelIndex{} : index(row);
}

int ConversationModel::rowOf(ConversationId id) const
{
    const auto found = std::find_if(
        m_rows.cbegin(), m_rows.cend(), [id](const Row& row) { return row.value.id == id; });
    return found == m_rows.cend() ? -1 : int(found - m_rows.cbegin());
}

// Where the row belongs, counted as if the row `without` were not there.
int ConversationModel::placeOf(const ConversationRow& row, int without) const
{
    int place{0};
    for (int i{0}; i < int(m_rows.size()); ++i) {
        if (i == without) {
            continue;
        }
        if (!isNewer(m_rows[size_t(i)].value, row)) {
            break;
        }
        ++place;
    }
    return place;
}

bool ConversationModel::belongs(const ConversationRow& row, bool listed) const
{
    const bool kept{listed && row.id == m_kept};
    switch (m_filter) {
    case ConversationFilter::Unread:
        return row.sortMs > 0 && (row.unread > 0 || kept);
    case ConversationFilter::Failed:
        return row.sortMs > 0 && (row.failed > 0 || kept);
    case ConversationFilter::All:
        break;
    }
    return row.sortMs > 0;
}

bool ConversationModel::failed(const Connection& db)
{
    if (db.error()) {
        emit readFailed(*db.error());
    }
    return db.error().has_value();
}

// Cuts a page that was read one row too long, and remembers where it ended.
void ConversationModel::takePage(std::vector<ConversationRow>& page, int rows)
{
    m_more = int(page.size()) > rows;
    page.resize(std::min(page.size(), size_t(rows)));
    if (!page.empty()) {
        m_bottomMs = page.back().sortMs;
        m_bottomId = page.back().id;
    }
}

void ConversationModel::reset()
{
    Connection& db{m_database.reader()};
    std::vector<ConversationRow> page{ConversationTable::page(db, m_filter, 0, {}, pageRows + 1)};
    const bool bad{failed(db)};
    if (bad) {
        page.clear();
    }
    beginResetModel();
    m_rows.clear();
    takePage(page, pageRows);
    for (ConversationRow& row : page) {
        m_rows.push_back({std::move(row), {}});
    }
    endResetModel();
}

void ConversationModel::apply(const ChangeSet& changes)
{
    if (changes.conversations.size() > manyTouched) {
        refreshWindow();
    } else {
        for (const ConversationId id : changes.conversations) {
            refreshRow(id);
        }
    }
    if (!changes.conversations.isEmpty()) {
        refill();
        refreshCounts();
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
    std::vector<ConversationRow> fresh{ConversationTable::page(db, m_filter, 0, {}, wanted + 1)};
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
        fresh.insert(std::lower_bound(fresh.begin(), fresh.end(), *kept, isNewer), *kept);
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
    m_rows.insert(m_rows.begin() + row, {value, {}});
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

void ConversationModel::refreshLabels()
{
    if (!m_labels.refresh() || m_rows.empty()) {
        return;
    }
    for (Row& row : m_rows) {
        row.title.clear();
    }
    emit dataChanged(index(0), index(int(m_rows.size()) - 1),
        {Qt::DisplayRole, ConversationTitleRole, ConversationAccountRole});
}

} // namespace Textdesk
