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
    // In ConversationRole.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    SearchModel m_search;
};

} // namespace Textdesk
