// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How accounts and the people on them are written in lists; removed accounts keep their names
// there.
#pragma once

#include "app/accounts/accountlist.h"

#include <QHash>

namespace Textdesk {

class AccountLabels final {
public:
    AccountLabels(Database& database, const AccountList& accounts);

    // Reads the accounts again; false (and the old labels) if the database cannot be read.
    bool refresh();
    [[nodiscard]] QString name(AccountId account) const;
    // What marks that account's line among others, an index into the theme's label colours; -1
    // while there are no others.
    [[nodiscard]] int mark(AccountId account) const;
    // Who is on that number; empty when nobody was saved for it.
    [[nodiscard]] QString person(const QString& peer) const;
    // The number as it is spelled in the account's home region.
    [[nodiscard]] QString title(AccountId account, const QString& peer) const;

private:
    struct Label final {
        QString name;
        QString region;
        int colour{0};
    };
    Database& m_database;
    const AccountList& m_accounts;
    QHash<AccountId, Label> m_labels;
    int m_live{0};
};

} // namespace Textdesk
