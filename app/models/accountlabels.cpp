// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/accountlabels.h"

#include "app/domain/address.h"
#include "app/storage/contacttable.h"

namespace Textdesk {

AccountLabels::AccountLabels(Database& database, const AccountList& accounts)
    : m_database{database}
    , m_accounts{accounts}
{
    refresh();
}

bool AccountLabels::refresh()
{
    Connection& db{m_database.reader()};
    const std::vector<AccountRow> rows{AccountTable::all(db, true)};
    if (db.error()) {
        return false;
    }
    m_labels.clear();
    m_live = 0;
    for (const AccountRow& row : rows) {
        // Only a live account knows its provider's default region.
        const Account* account{m_accounts.find(row.id)};
        const QString region{
            account ? account->region() : row.settings.value(QStringLiteral("region"))};
        m_labels.insert(row.id, {row.name, region, row.shownColour()});
        m_live += row.removed ? 0 : 1;
    }
    return true;
}

QString AccountLabels::name(AccountId account) const
{
    return m_labels.value(account).name;
}

int AccountLabels::mark(AccountId account) const
{
    const auto label = m_labels.constFind(account);
    return m_live > 1 && label != m_labels.cend() ? label->colour : -1;
}

QString AccountLabels::person(const QString& peer) const
{
    return ContactTable::namesAt(m_database.reader(), peer);
}

QString AccountLabels::title(AccountId account, const QString& peer) const
{
    return Address::fromCanonical(peer).display(m_labels.value(account).region);
}

} // namespace Textdesk
