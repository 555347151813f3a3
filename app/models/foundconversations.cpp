// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/foundconversations.h"

#include "app/domain/label.h"

namespace Textdesk {

FoundConversations::FoundConversations(
    Database& database, const AccountList& accounts, const Clock& clock, QObject* parent)
    : QIdentityProxyModel{parent}
    , m_search{database, accounts, clock}
{
    setSourceModel(&m_search);
    connect(&m_search, &SearchModel::searchingChanged, this, &FoundConversations::searchingChanged);
}

QModelIndexList FoundConversations::match(
    const QModelIndex& start, int role, const QVariant& value, int hits, Qt::MatchFlags flags) const
{
    // Not the proxy's, which would ask the rows below for a role that they do not have.
    // NOLINTNEXTLINE(bugprone-parent-virtual-call)
    return QAbstractItemModel::match(start, role, value, hits, flags);
}

QVariant FoundConversations::data(const QModelIndex& index, int role) const
{
    // What a found text tells, under the name that the list knows it by.
    static const QHash<int, int> told{{ConversationIdRole, SearchConversationIdRole},
        {ConversationFoundRole, SearchMessageIdRole}, {Qt::DisplayRole, SearchTitleRole},
        {ConversationTitleRole, SearchTitleRole}, {ConversationAccountRole, SearchAccountRole},
        {ConversationLineRole, SearchLineRole},
        {ConversationPreviewDirectionRole, SearchDirectionRole},
        {ConversationPreviewStateRole, SearchStateRole}, {ConversationAtRole, SearchAtRole},
        {ConversationNamedRole, SearchNamedRole}};
    const QModelIndex row{mapToSource(index)};
    if (const auto found = told.constFind(role); found != told.cend()) {
        return row.data(*found);
    }
    switch (role) {
    case Qt::AccessibleDescriptionRole:
        return row.data(SearchLineRole).toInt() < 0 ? QVariant{} : row.data(SearchAccountRole);
    case ConversationPreviewRole:
        return row.data(SearchTextRole).toString().simplified();
    case ConversationLabelsRole:
        return QVariant::fromValue(QList<Label>{});
    case ConversationUnreadRole:
        return 0;
    case ConversationSnoozedRole:
        return qint64{0};
    case ConversationDraftRole:
    case ConversationOptedOutRole:
    case ConversationWaitingRole:
        return false;
    case ConversationPeerRole:
    case ConversationPreviewReasonRole:
        return QString{};
    default:
        return {};
    }
}

} // namespace Textdesk
