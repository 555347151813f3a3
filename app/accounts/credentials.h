// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The secrets of all accounts as a person looks after them: how old, when used, copied, replaced
// with proof. The values stay where Secrets keeps them.
#pragma once

#include "app/accounts/accountlist.h"
#include "app/storage/credentialtable.h"

#include <QHash>

#include <optional>

namespace Textdesk {

struct Credential final {
    CredentialRow row; // createdMs 0: there is no value yet
    QString accountName;
    QString masked; // dots and the last two characters; empty when the value cannot be read
    bool isRequired{false};

    // Whole days since the value came here.
    [[nodiscard]] int ageDays(qint64 nowMs) const;
    [[nodiscard]] bool isDue(qint64 nowMs) const;
    // In its last tenth.
    [[nodiscard]] bool isDueSoon(qint64 nowMs) const;
};

class Credentials final : public QObject {
    Q_OBJECT
public:
    Credentials(const AccountServices& services, AccountList& accounts, QObject* parent = nullptr);
    ~Credentials() override;

    // Of every account but the practice one, in the order of the provider's form; what may be
    // there but is not, is listed too.
    [[nodiscard]] std::vector<Credential> all() const;
    [[nodiscard]] std::optional<Credential> find(AccountId account, const QString& name) const;
    // The value, for the clipboard; the copy is written down. SecretUnavailable "not-found".
    [[nodiscard]] Call<SecretText>* copy(AccountId account, const QString& name);
    // The new value is proved with a harmless call before the old one is overwritten: any failure
    // leaves the old one in use. Errors: NotFound "no-account" or "no-credential", Rejected
    // "empty", the proof's or the secret store's; Storage when only the date could not be kept.
    [[nodiscard]] Call<Done>* replace(
        AccountId account, const QString& name, const SecretText& value);
    // 0 to 3,650; 0 = never asked for. Rejected "days" beyond, NotFound "no-credential".
    [[nodiscard]] Call<Done>* setRotateDays(AccountId account, const QString& name, int days);
    [[nodiscard]] Call<Done>* setLabel(
        AccountId account, const QString& name, const QString& label);

signals:
    void changed();

private:
    void noteUsed(AccountId account, const QString& name);
    void noteProved(AccountId account);
    void writeUsed();
    template <typename F> [[nodiscard]] Call<Done>* personWrite(F fn);

    AccountServices m_services;
    AccountList& m_accounts;
    QHash<std::pair<AccountId, QString>, qint64> m_used; // what the table may not know yet
    bool m_usedIsNews{false};
    bool m_writePlanned{false};
};

} // namespace Textdesk
