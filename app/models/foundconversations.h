// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a search found, as rows of the conversation list: the same roles, the matching text as
// preview.
#pragma once

#include "app/models/searchmodel.h"

#include <QIdentityProxyModel>

namespace Textdesk {

class FoundConversations final : public QIdentityProxyModel {
    Q_OBJECT
public:
    FoundConversations(Database& database, const AccountList& accounts, const Clock& clock,
        QObject* parent = nullptr);

    void setWords(const QString& words) { m_search.setWords(words); }
    // The rows are still those of the words before.
    [[nodiscard]] bool isSearching() const { return m_search.isSearching(); }
    // In ConversationRole.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    // By our roles: a proxy's own would ask its source, where the same number means another role.
    [[nodiscard]] QModelIndexList match(const QModelIndex& start, int role, const QVariant& value,
        int hits, Qt::MatchFlags flags) const override;

signals:
    void searchingChanged();

private:
    SearchModel m_search;
};

} // namespace Textdesk
