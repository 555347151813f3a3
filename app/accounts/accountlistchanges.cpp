// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of AccountList that changes an account which is there: remove, pause, another secret.
#include "app/accounts/accountlist.h"
#include "app/accounts/secretreading.h"
#include "app/storage/credentialtable.h"

#include <algorithm>

namespace Textdesk {

Call<Done>* AccountList::remove(AccountId id)
{
    const Account* account{find(id)};
    if (!account) {
        return settledCall<Done>(this, fail(ErrorKind::NotFound, QStringLiteral("no-account")));
    }
    const QString name{account->row.secretAccount()};
    const QStringList secrets{secretsOf(*account)};
    m_busyNames.insert(name.toCaseFolded());
    auto* call = new Call<Done>{this};
    // The store first: a write that fails then says the truth with "nothing was changed".
    m_services.database
        .write<Done>(WritePriority::Person,
            [id](WriteContext& context) -> Result<Done> {
                AccountTable::remove(context, id);
                CredentialTable::removeOf(context, id);
                return Done{};
            })
        ->then(this, [this, id, name, secrets, call](const Result<Done>& removed) {
            if (!removed) {
                m_busyNames.remove(name.toCaseFolded());
                call->settle(removed);
                return;
            }
            std::erase_if(m_accounts, [id](const auto& one) { return one->id() == id; });
            emit changed();
            removeSecrets(name, secrets, true, call);
        });
    return call;
}

// By the kind's list: a secret that could not be read at the start is there all the same.
QStringList AccountList::secretsOf(const Account& account) const
{
    QStringList names;
    const ProviderKind* kind{m_services.registry.find(account.row.provider)};
    if (kind && !account.row.practice) {
        for (const SecretField& field : kind->secrets) {
            names.append(field.name);
        }
    }
    return names;
}

void AccountList::removeSecrets(
    const QString& account, QStringList names, bool allGone, Call<Done>* call)
{
    if (names.isEmpty()) {
        m_busyNames.remove(account.toCaseFolded());
        call->settle(
            allGone ? Result<Done>{Done{}} : fail(secretError(QLatin1String{"left-behind"})));
        return;
    }
    const SecretKey key{account, names.takeFirst()};
    m_services.secrets.remove(key)->then(
        this, [this, account, names, allGone, call](const Result<Done>& removed) {
            // What cannot be written (the environment) never had anything of ours to leave behind.
            const bool gone{removed || removed.error().detail() == QLatin1String{"read-only"}};
            removeSecrets(account, names, allGone && gone, call);
        });
}

void AccountList::setPaused(AccountId id, const QString& reason)
{
    Account* account{mutableFind(id)};
    if (!account || account->row.paused == reason) {
        return;
    }
    account->row.paused = reason;
    (void)m_services.database.write<Done>(
        WritePriority::Person, [id, reason](WriteContext& context) -> Result<Done> {
            AccountTable::setPaused(context, id, reason);
            return Done{};
        });
    emit changed();
}

Call<Done>* AccountList::setSetting(AccountId id, const QString& key, const QString& value)
{
    const Account* account{find(id)};
    const ProviderKind* kind{account ? m_services.registry.find(account->row.provider) : nullptr};
    if (!kind) {
        return settledCall<Done>(this, fail(ErrorKind::NotFound, QStringLiteral("no-account")));
    }
    QMap<QString, QString> settings{account->row.settings};
    settings.insert(key, value.trimmed());
    const AccountConfig config{
        m_services.registry.withDefaults({id, account->row.name, account->row.provider, settings})};
    if (const auto valid = kind->validate ? kind->validate(config) : Result<Done>{Done{}}; !valid) {
        return settledCall<Done>(this, fail(valid.error()));
    }
    auto* call = new Call<Done>{this};
    m_services.database
        .write<Done>(WritePriority::Person,
            [id, settings](WriteContext& context) -> Result<Done> {
                AccountTable::setSettings(context, id, settings);
                return Done{};
            })
        ->then(this, [this, id, settings, config, call](const Result<Done>& written) {
            Account* changedOne{mutableFind(id)};
            if (written && changedOne) {
                changedOne->row.settings = settings;
                changedOne->config = config;
                m_retired.push_back(std::move(changedOne->provider));
                changedOne->provider = makeProvider(*changedOne);
                emit changed();
            }
            call->settle(written);
        });
    return call;
}

Call<Done>* AccountList::setLook(AccountId id, const QString& name, int colour)
{
    const QString wanted{name.simplified()};
    const auto rejected = [this](const char* why) {
        return settledCall<Done>(this, fail(ErrorKind::Rejected, QLatin1String{why}));
    };
    if (wanted.isEmpty()) {
        return rejected("empty-name");
    }
    if (wanted.size() > longestName) {
        return rejected("name-too-long");
    }
    if (m_busyNames.contains(wanted.toCaseFolded())) {
        return rejected("name-taken"); // one of that name is just being connected
    }
    if (!find(id)) {
        return settledCall<Done>(this, fail(ErrorKind::NotFound, QStringLiteral("no-account")));
    }
    auto* call = new Call<Done>{this};
    m_services.database
        .write<Done>(WritePriority::Person,
            [id, wanted, colour](WriteContext& context) {
                return AccountTable::setLook(context, id, wanted, colour);
            })
        ->then(this, [this, id, wanted, colour, call](const Result<Done>& written) {
            Account* changedOne{mutableFind(id)};
            if (written && changedOne) {
                AccountRow& row{changedOne->row};
                if (row.name != wanted) {
                    row.secretName = row.secretAccount();
                }
                row.name = wanted;
                row.colour = colour;
                changedOne->config.name = wanted;
                emit changed();
            }
            call->settle(written);
        });
    return call;
}

Call<Done>* AccountList::readSecretsAgain()
{
    auto* call = new Call<Done>{this};
    auto left = std::make_shared<int>(1);
    const auto oneDone = [this, left, call] {
        if (--*left == 0) {
            emit changed();
            call->settle(Done{});
        }
    };
    for (const Account* account : all()) {
        const ProviderKind* kind{m_services.registry.find(account->row.provider)};
        if (account->row.practice || account->secretProblem.isEmpty() || !kind) {
            continue;
        }
        ++*left;
        SecretReading::start(m_services.secrets, account->row.secretAccount(), kind->secrets, this)
            ->then(this, [this, id = account->id(), oneDone](const Result<SecretsRead>& read) {
                if (Account * asked{mutableFind(id)}) {
                    asked->secrets->insert(*read->secrets);
                    asked->secretProblem = read->problem;
                }
                oneDone();
            });
    }
    oneDone();
    return call;
}

AccountUse AccountList::use(AccountId id) const
{
    return AccountTable::use(m_services.database.reader(), id);
}

void AccountList::installSecret(AccountId id, const QString& name, const SecretText& value)
{
    Account* account{mutableFind(id)};
    if (!account) {
        return;
    }
    // Its provider asks this map, so that calls under way go on and the next one has the new value.
    account->secrets->insert(name, value);
    const ProviderKind* kind{m_services.registry.find(account->row.provider)};
    const bool isWhole{kind
        && std::all_of(kind->secrets.cbegin(), kind->secrets.cend(), [&](const SecretField& field) {
               return !field.required || !account->secrets->value(field.name).isEmpty();
           })};
    if (isWhole) {
        account->secretProblem.clear();
    }
    const bool wasItsFault{account->row.paused == QLatin1String{"unauthorized"}
        || account->row.paused == QLatin1String{"secret"}};
    if (isWhole && wasItsFault) {
        setPaused(id, {});
    }
    emit changed();
}

void AccountList::noteVerifiedWebhook(AccountId id, qint64 ms)
{
    if (Account * account{mutableFind(id)}) {
        account->row.webhookVerifiedMs = std::max(account->row.webhookVerifiedMs, ms);
    }
}

} // namespace Textdesk
