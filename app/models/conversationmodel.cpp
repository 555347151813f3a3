// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/conversationmodel.h"

#include "app/models/listedconversation.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace Textdesk {

namespace {

// What a row of the table says by itself.
QVariant told(const ConversationRow& value, int role)
{
    switch (role) {
    case ConversationIdRole:
        return value.id.value();
    case ConversationPeerRole:
        return value.peer;
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
    case ConversationSnoozedRole:
        return value.snoozedMs;
    case ConversationWaitingRole:
        return value.waiting;
    default:
        return {};
    }
}

} // namespace

ConversationModel::ConversationModel(
    Database& database, const AccountList& accounts, QObject* parent)
    : QAbstractListModel{parent}
    , m_database{database}
    , m_labels{database, accounts}
{
    connect(&database, &Database::changed, this, &ConversationModel::apply);
    connect(&accounts, &AccountList::changed, this, &ConversationModel::refreshLabels);
    m_knownLabels = LabelTable::all(database.reader());
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
    if (!index.isValid() || index.row() >= int(m_rows.size())) {
        return {};
    }
    const Row& row{m_rows[size_t(index.row())]};
    const ConversationRow& value{row.value};
    switch (role) {
    case Qt::DisplayRole:
    case ConversationTitleRole:
        spell(row);
        return row.title;
    case ConversationNamedRole:
        spell(row);
        return row.isNamed;
    case ConversationAccountRole:
        return m_labels.name(value.account);
    case ConversationLineRole:
        return m_labels.mark(value.account);
    case Qt::AccessibleDescriptionRole:
        return m_labels.mark(value.account) < 0 ? QString{} : m_labels.name(value.account);
    case ConversationPreviewRole:
        return shownPreview(value);
    case ConversationLabelsRole:
        return QVariant::fromValue(labelsOf(value));
    default:
        return told(value, role);
    }
}

bool ConversationModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_more && !m_moving;
}

void ConversationModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent)) {
        return;
    }
    Connection& db{m_database.reader()};
    std::vector<ConversationRow> page{
        ConversationTable::page(db, m_query, m_bottomMs, m_bottomId, pageRows + 1)};
    if (failed(db)) {
        return;
    }
    takePage(page, pageRows);
    std::erase_if(page, [this](const ConversationRow& row) { return rowOf(row.id) >= 0; });
    if (page.empty()) {
        return;
    }
    const QScopedValueRollback moving{m_moving, true};
    const int first{placeOf(page.front(), -1)};
    if (first == int(m_rows.size())) {
        beginInsertRows({}, first, first + int(page.size()) - 1);
        for (ConversationRow& row : page) {
            m_rows.push_back({std::move(row), {}, false});
        }
        endInsertRows();
        return;
    }
    for (const ConversationRow& row : page) {
        insertAt(placeOf(row, -1), row);
    }
}

void ConversationModel::setQuery(const ConversationQuery& query)
{
    if (query != m_query) {
        m_query = query;
        reset();
    }
}

void ConversationModel::spell(const Row& row) const
{
    if (row.title.isEmpty()) {
        row.title = m_labels.person(row.value.peer);
        row.isNamed = !row.title.isEmpty();
        if (!row.isNamed) {
            row.title = m_labels.title(row.value.account, row.value.peer);
        }
    }
}

QList<Label> ConversationModel::labelsOf(const ConversationRow& row) const
{
    QList<Label> labels;
    for (const Label& label : m_knownLabels) {
        if (row.labels.contains(label.id)) {
            labels.append(label);
        }
    }
    return labels;
}

void ConversationModel::setKept(ConversationId id)
{
    const ConversationId before{std::exchange(m_kept, id)};
    if (before.isValid() && before != id) {
        {
            const QScopedValueRollback moving{m_moving, true};
            refreshRow(before);
        }
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
        if (!listedBefore(m_rows[size_t(i)].value, row)) {
            break;
        }
        ++place;
    }
    return place;
}

bool ConversationModel::belongs(const ConversationRow& row, bool listed) const
{
    const bool snoozed{row.snoozedMs > 0};
    if (row.sortMs == 0 || snoozed != (m_query.filter == ConversationFilter::Snoozed)
        || (m_query.account.isValid() && row.account != m_query.account)) {
        return false;
    }
    if (listed && row.id == m_kept) {
        return true;
    }
    if (m_query.label.isValid() && !row.labels.contains(m_query.label)) {
        return false;
    }
    switch (m_query.filter) {
    case ConversationFilter::Unread:
        return row.unread > 0;
    case ConversationFilter::Failed:
        return row.failed > 0;
    case ConversationFilter::Waiting:
        return row.waiting;
    case ConversationFilter::Snoozed:
    case ConversationFilter::All:
        break;
    }
    return true;
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
    std::vector<ConversationRow> page{ConversationTable::page(db, m_query, 0, {}, pageRows + 1)};
    const bool bad{failed(db)};
    if (bad) {
        page.clear();
    }
    beginResetModel();
    m_rows.clear();
    takePage(page, pageRows);
    for (ConversationRow& row : page) {
        m_rows.push_back({std::move(row), {}, false});
    }
    endResetModel();
}

void ConversationModel::refreshLabels()
{
    if (m_labels.refresh()) {
        refreshTitles({Qt::DisplayRole, ConversationTitleRole, ConversationAccountRole,
            ConversationLineRole});
    }
}

void ConversationModel::refreshTitles(const QList<int>& roles)
{
    for (Row& row : m_rows) {
        row.title.clear();
    }
    if (!m_rows.empty()) {
        emit dataChanged(index(0), index(int(m_rows.size()) - 1), roles);
    }
}

} // namespace Textdesk
