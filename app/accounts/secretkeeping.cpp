// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/secretkeeping.h"

#include "app/secrets/profilesecrets.h"

namespace Textdesk {

SecretKeeping::SecretKeeping(AccountList& accounts, Secrets& secrets, QObject* parent)
    : QObject{parent}
    , m_accounts{accounts}
    , m_secrets{secrets}
    , m_profile{qobject_cast<ProfileSecrets*>(&secrets)}
{
    connect(&m_accounts, &AccountList::changed, this, &SecretKeeping::changed);
    if (m_profile) {
        connect(&m_profile->vault(), &VaultSecrets::openChanged, this, &SecretKeeping::changed);
    }
}

KeepingState SecretKeeping::state() const
{
    static const QHash<QString, KeepingState> states{
        {QStringLiteral("no-backend"), KeepingState::NoBackend},
        {QStringLiteral("locked"), KeepingState::Locked},
        {QStringLiteral("denied"), KeepingState::Denied},
        {QStringLiteral("silent"), KeepingState::Silent},
        {QStringLiteral("vault-locked"), KeepingState::VaultLocked},
        {QStringLiteral("vault-damaged"), KeepingState::VaultDamaged}};
    if (usesVault() && !m_profile->vault().isOpen()) {
        return KeepingState::VaultLocked;
    }
    for (const Account* account : m_accounts.all()) {
        const auto found = states.constFind(account->secretProblem);
        if (found != states.constEnd()) {
            return *found;
        }
    }
    return KeepingState::Good;
}

QString SecretKeeping::backendName() const
{
    return m_secrets.backendName();
}

bool SecretKeeping::usesVault() const
{
    return m_profile && m_profile->usesVault();
}

bool SecretKeeping::canMakeVault() const
{
    return m_profile && !m_profile->usesVault();
}

Call<Done>* SecretKeeping::thenRead(Call<Done>* first)
{
    auto* call = new Call<Done>{this};
    first->then(this, [this, call](const Result<Done>& done) {
        if (!done) {
            call->settle(done);
            return;
        }
        tryAgain()->then(call, [call](const Result<Done>& read) { call->settle(read); });
    });
    return call;
}

Call<Done>* SecretKeeping::tryAgain()
{
    return m_accounts.readSecretsAgain();
}

Call<Done>* SecretKeeping::unlock(const SecretText& passphrase)
{
    if (!usesVault()) {
        return settledCall<Done>(this, fail(secretError(QLatin1String{"vault-missing"})));
    }
    return thenRead(m_profile->vault().unlock(passphrase));
}

std::vector<std::pair<SecretKey, SecretText>> SecretKeeping::held() const
{
    std::vector<std::pair<SecretKey, SecretText>> all;
    for (const Account* account : m_accounts.all()) {
        if (account->row.practice) {
            continue;
        }
        for (auto it = account->secrets->cbegin(); it != account->secrets->cend(); ++it) {
            if (!it->isEmpty()) {
                all.emplace_back(SecretKey{account->row.name, it.key()}, *it);
            }
        }
    }
    return all;
}

Call<Done>* SecretKeeping::makeVault(const SecretText& passphrase)
{
    if (!canMakeVault()) {
        return settledCall<Done>(this, fail(ErrorKind::Rejected, QStringLiteral("no-vault")));
    }
    auto* call = new Call<Done>{this};
    m_profile->vault().create(passphrase)->then(this, [this, call](const Result<Done>& made) {
        if (!made) {
            call->settle(made);
            return;
        }
        moveNext(held(), call);
    });
    return call;
}

void SecretKeeping::moveNext(std::vector<std::pair<SecretKey, SecretText>> left, Call<Done>* call)
{
    if (left.empty()) {
        tryAgain()->then(call, [this, call](const Result<Done>& read) {
            call->settle(read);
            emit changed();
        });
        return;
    }
    const auto [key, value] = left.back();
    left.pop_back();
    m_profile->vault()
        .write(key, value)
        ->then(call, [this, left = std::move(left), call](const Result<Done>& written) {
            if (!written) {
                call->settle(written);
                return;
            }
            moveNext(left, call);
        });
}

Call<Done>* SecretKeeping::changePassphrase(const SecretText& old, const SecretText& fresh)
{
    if (!usesVault()) {
        return settledCall<Done>(this, fail(secretError(QLatin1String{"vault-missing"})));
    }
    return thenRead(m_profile->vault().changePassphrase(old, fresh));
}

} // namespace Textdesk
