// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of adding an account: check, prove, keep the secrets, store.
#pragma once

#include "app/accounts/accountlist.h"

namespace Textdesk {

class AccountAdding final : public QObject {
    Q_OBJECT
public:
    AccountAdding(
        const AccountServices& services, const NewAccount& account, bool prove, QObject* service);
    // Settles with the stored row; dies with the call.
    [[nodiscard]] Call<AccountRow>* start();

private:
    [[nodiscard]] Result<Done> check() const;
    // The account that has the same login already; empty if none has.
    [[nodiscard]] QString twin(const ProviderKind& kind) const;
    // The account's name, or one beside it where another account's secrets are kept under that
    // name since before it was renamed.
    [[nodiscard]] QString freeSecretName() const;
    void proveStep();
    void keepNextSecret();
    void writeSecret(const SecretKey& key, const SecretText& value, const SecretText& before);
    [[nodiscard]] QStringList requiredSecrets() const;
    void storeStep();
    // Takes back the secrets kept so far, one after the other, then settles with the error.
    void giveUp(const Error& error);

    AccountServices m_services;
    NewAccount m_new;
    bool m_prove;
    AccountConfig m_config;
    std::unique_ptr<Provider> m_provider;
    QString m_secretName;
    QStringList m_toKeep;
    QMap<QString, SecretText> m_before; // what each kept secret replaced; empty: nothing
    Call<AccountRow>* m_call;
};

} // namespace Textdesk
