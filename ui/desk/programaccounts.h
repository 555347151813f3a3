// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The account screens' desk over the real services.
#pragma once

#include "app/accounts/credentials.h"
#include "app/messaging/historysync.h"
#include "app/messaging/outbox.h"
#include "ui/accounts/accountdesk.h"

#include <functional>

namespace Textdesk {

struct AccountDeskServices final {
    AccountList& accounts;
    Credentials& credentials;
    Outbox& outbox;
    HistorySync& sync;
    Clock& clock;
    // The path of an account's webhook, "/hook/abc/replies", and the address before it on this
    // computer.
    std::function<QString(const QString& key, const QString& purpose)> webhookPath;
    std::function<QString()> localBase;
    std::function<QString()>
        region; // where a number without a country code is from, ISO 3166-1 alpha-2
};

class ProgramAccounts final : public AccountDesk {
    Q_OBJECT
public:
    explicit ProgramAccounts(const AccountDeskServices& services, QObject* parent = nullptr);

    [[nodiscard]] std::vector<AccountCard> cards() const override;
    [[nodiscard]] std::vector<ProviderChoice> providers() const override;
    [[nodiscard]] ProviderForm form(const QString& provider) const override;
    [[nodiscard]] Call<AccountId>* connectAccount(const AccountRequest& request) override;
    [[nodiscard]] std::vector<WebhookAddress> addresses(AccountId id) const override;
    [[nodiscard]] QString publicAddress(AccountId id) const override;
    [[nodiscard]] Call<Done>* setPublicAddress(AccountId id, const QString& url) override;
    [[nodiscard]] Call<Done>* setLook(AccountId id, const QString& name, int colour) override;
    [[nodiscard]] Call<Done>* test(AccountId id) override;
    void setPaused(AccountId id, bool paused) override;
    [[nodiscard]] QString dependents(AccountId id) const override;
    [[nodiscard]] Call<Done>* remove(AccountId id) override;

private:
    struct Contact {
        bool isGood{true};
        qint64 lastMs{0};
    };
    [[nodiscard]] AccountCard cardOf(const Account& account) const;
    [[nodiscard]] QString incomingOf(const Account& account) const;
    [[nodiscard]] QString contactOf(const Account& account) const;
    AccountDeskServices m_services;
    QHash<AccountId, Contact> m_contacts;
};

} // namespace Textdesk
