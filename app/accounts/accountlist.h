// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The profile's accounts and their life: load, add with proof, pause, remove.
#pragma once

#include "app/accounts/account.h"
#include "app/secrets/secrets.h"
#include "app/storage/database.h"

#include <QObject>
#include <QSet>

#include <optional>
#include <vector>

namespace Textdesk {

struct AccountServices final {
    Database& database;
    Secrets& secrets;
    const ProviderRegistry& registry;
    HttpClient& http;
    Clock& clock;
};

class AccountList final : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype longestName{80}; // characters

    explicit AccountList(const AccountServices& services, QObject* parent = nullptr);
    ~AccountList() override;

    // What the practice account runs on in this start (address, token): lives in memory only.
    // Before load().
    void setPracticeRuntime(const QMap<QString, QString>& settings, const SecretMap& secrets);
    // Reads every account and its secrets; a missing secret is that account's problem, not the
    // call's.
    [[nodiscard]] Call<Done>* load();

    [[nodiscard]] std::vector<const Account*> all() const;
    [[nodiscard]] const Account* find(AccountId id) const;
    [[nodiscard]] const Account* findByName(const QString& name) const;

    // Validates, proves with a harmless call unless told not to, keeps the secrets, then stores the
    // account: a failure at any step leaves nothing behind. Errors: Rejected with "name-empty",
    // "name-taken", "unknown-provider", "missing: <setting or secret>" or the provider's own words;
    // else as the proof or the secret store says.
    [[nodiscard]] Call<AccountId>* add(const NewAccount& account, bool prove);
    // A live harmless call; success lifts a pause.
    [[nodiscard]] Call<Done>* prove(AccountId id);
    // Asks what is left; account.balance changes when the answer comes. Nothing happens where a
    // provider tells none.
    void refreshBalance(AccountId id);
    // What a provider's form starts with; empty if there is no such setting.
    [[nodiscard]] QString providerDefault(const QString& provider, const QString& key) const;
    // The account first, then its secrets; its conversations stay readable. Its name is free again
    // when the call settles. Error SecretUnavailable "left-behind": the account is gone, a secret
    // stayed; any other error: nothing was changed.
    [[nodiscard]] Call<Done>* remove(AccountId id);
    // reason "" lifts the pause.
    void setPaused(AccountId id, const QString& reason);
    void noteVerifiedWebhook(AccountId id, qint64 ms);
    // One setting of the account, checked by its provider; texts under way are not disturbed.
    // Rejected with the provider's word, e.g. "public-url: not a web address".
    [[nodiscard]] Call<Done>* setSetting(AccountId id, const QString& key, const QString& value);
    // What people see of the account; its secrets stay where they are kept. colour: see AccountRow.
    // Errors: NotFound; Rejected "empty-name", "name-too-long" (longestName), "name-taken".
    [[nodiscard]] Call<Done>* setLook(AccountId id, const QString& name, int colour);
    // Asks the secret store for what it did not tell before; done whatever comes of it.
    [[nodiscard]] Call<Done>* readSecretsAgain();
    [[nodiscard]] AccountUse use(AccountId id) const;
    [[nodiscard]] const ProviderRegistry& registry() const { return m_services.registry; }
    // A value that the secret store has taken is used from now on; lifts a pause for want of it.
    void installSecret(AccountId id, const QString& name, const SecretText& value);

signals:
    // A provider asked for that secret, to use it.
    void secretUsed(Textdesk::AccountId id, const QString& name);
    // The service took the account's secrets.
    void proved(Textdesk::AccountId id);
    // Accounts came, went or changed; pointers from all() and find() are stale.
    void changed();

private:
    void install(const AccountRow& row, std::shared_ptr<SecretMap> secrets, const QString& problem);
    void sortAccounts();
    [[nodiscard]] Account* mutableFind(AccountId id);
    void askBalance(AccountId id);
    [[nodiscard]] QStringList secretsOf(const Account& account) const;
    // One after the other, each tried; then settles.
    void removeSecrets(const QString& account, QStringList names, bool allGone, Call<Done>* call);

    AccountServices m_services;
    [[nodiscard]] std::unique_ptr<Provider> makeProvider(const Account& account);

    std::vector<std::unique_ptr<Account>> m_accounts;
    std::vector<std::unique_ptr<Provider>> m_retired; // with calls that may still be under way
    QSet<QString> m_busyNames; // folded: two at once would write or remove one another's secrets
    QMap<QString, QString> m_practiceSettings;
    SecretMap m_practiceSecrets;
    QHash<AccountId, qint64>
        m_balanceAskedMs; // steady time of the last or the next planned question
};

} // namespace Textdesk
