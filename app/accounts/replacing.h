// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of replacing a secret: prove the new one, keep it, use it, write down when.
#pragma once

#include "app/accounts/accountlist.h"

namespace Textdesk {

struct NewSecret final {
    AccountId account;
    QString name;
    SecretText value;
    bool needsProof{true};
};

class SecretReplacing final : public QObject {
    Q_OBJECT
public:
    SecretReplacing(
        const AccountServices& services, AccountList& accounts, NewSecret secret, QObject* service);
    // Dies with the call; cancelling it before the secret is kept leaves the old one.
    [[nodiscard]] Call<Done>* start();

private:
    void keep();
    void record();
    void refused(const Error& error);

    AccountServices m_services;
    AccountList& m_accounts;
    NewSecret m_new;
    QString m_accountName;
    std::unique_ptr<Provider> m_provider; // the account with the new secret, for the proof alone
    Call<Done>* m_call;
};

} // namespace Textdesk
