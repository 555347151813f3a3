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
    return QAbstractItemModel::match(start, role, value, hits, flags);
}

QVariant FoundConversations::data(const QModelIndex& index, int role) const
{
    const QModelIndex row{mapToSource(index)};
    switch (role) {
    case ConversationIdRole:
        return row.data(SearchConversationIdRole);
    case ConversationFoundRole:
        return row.data(SearchMessageIdRole);
    case Qt::DisplayRole:
    case ConversationTitleRole:
        return row.data(SearchTitleRole);
    case ConversationAccountRole:
        return row.data(SearchAccountRole);
    case ConversationLineRole:
        return row.data(SearchLineRole);
    case Qt::AccessibleDescriptionRole:
        return row.data(SearchLineRole).toInt() < 0 ? QVariant{} : row.data(SearchAccountRole);
    case ConversationPreviewRole:
        return row.data(SearchTextRole).toString().simplified();
    case ConversationPreviewDirectionRole:
        return row.data(SearchDirectionRole);
    case ConversationPreviewStateRole:
        return row.data(SearchStateRole);
    case ConversationAtRole:
        return row.data(SearchAtRole);
    case ConversationUnreadRole:
        return 0;
    case ConversationNamedRole:
        return row.data(SearchNamedRole);
    case ConversationDraftRole:
    case ConversationOptedOutRole:
        return false;
    case ConversationPeerRole:
    case ConversationPreviewReasonRole:
        return QString{};
    case ConversationLabelsRole:
        return QVariant::fromValue(QList<Label>{});
    case ConversationSnoozedRole:
        return qint64{0};
    case ConversationWaitingRole:
        return false;
    default:
        return {};
    }
}

} // namespace Textdesk
