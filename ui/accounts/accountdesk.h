// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the account screens can ask of the program behind them.
#pragma once

#include "app/base/call.h"
#include "ui/accounts/accountvalues.h"

#include <QObject>

namespace Textdesk {

class AccountDesk : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual std::vector<AccountCard> cards() const = 0;
    [[nodiscard]] virtual std::vector<ProviderChoice> providers() const = 0;
    // What the provider declares, with its defaults.
    [[nodiscard]] virtual ProviderForm form(const QString& provider) const = 0;
    // Proves with a harmless call, keeps the secrets, stores; a failure at any step keeps nothing.
    // May be cancelled.
    [[nodiscard]] virtual Call<AccountId>* connectAccount(const AccountRequest& request) = 0;

    // In the order in which they should be pasted; empty when the provider has none.
    [[nodiscard]] virtual std::vector<WebhookAddress> addresses(AccountId id) const = 0;
    [[nodiscard]] virtual QString publicAddress(AccountId id) const = 0;
    [[nodiscard]] virtual Call<Done>* setPublicAddress(AccountId id, const QString& url) = 0;

    // What people see of it. Errors: those of AccountList::setLook().
    [[nodiscard]] virtual Call<Done>* setLook(AccountId id, const QString& name, int colour) = 0;
    [[nodiscard]] virtual Call<Done>* test(AccountId id) = 0;
    virtual void setPaused(AccountId id, bool paused) = 0;
    // What hangs on the account, as sentences: a person reads them before it goes.
    [[nodiscard]] virtual QString dependents(AccountId id) const = 0;
    // Error SecretUnavailable "left-behind": it is gone, but a secret stayed in the keychain.
    [[nodiscard]] virtual Call<Done>* remove(AccountId id) = 0;

signals:
    void changed();
};

} // namespace Textdesk
