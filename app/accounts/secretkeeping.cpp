// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/secretkeeping.h"

#include "app/accounts/secretmove.h"

namespace Textdesk {

SecretKeeping::SecretKeeping(AccountList& accounts, Secrets& secrets, QObject* parent)
    : QObject{parent}
    , m_accounts{accounts}
    , m_secrets{secrets}
    , m_profile{qobject_cast<ProfileSecrets*>(&secrets)}
{
    connect(&m_accounts, &AccountList::changed, this, &SecretKeeping::changed);
    connect(&secrets, &Secrets::cameBack, this, [this] {
        if (state() != KeepingState::Good && !usesVault()) {
            (void)tryAgain();
        }
    });
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
        const bool isMoved{done || done.error().detail() == QLatin1String{"left-behind"}};
        if (!isMoved) {
            call->settle(done);
            return;
        }
        tryAgain()->then(call, [this, call, done](const Result<Done>& read) {
            call->settle(done ? read : done);
            emit changed();
        });
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
    auto* opened = m_profile->vault().unlock(passphrase);
    opened->then(this, [this](const Result<Done>& done) {
        if (done) {
            (void)SecretMove::emptyKeychain(*m_profile, this);
        }
    });
    return thenRead(opened);
}

VaultEntries SecretKeeping::held() const
{
    VaultEntries all;
    for (const Account* account : m_accounts.all()) {
        if (account->row.practice) {
            continue;
        }
        for (auto it = account->secrets->cbegin(); it != account->secrets->cend(); ++it) {
            if (!it->isEmpty()) {
                all.insert({account->row.secretAccount(), it.key()}, *it);
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
    return thenRead(SecretMove::toVault(*m_profile, held(), passphrase, this));
}

Call<Done>* SecretKeeping::moveToKeychain()
{
    if (!usesVault() || !m_profile->vault().isOpen()) {
        return settledCall<Done>(this, fail(secretError(QLatin1String{"vault-locked"})));
    }
    return thenRead(SecretMove::toKeychain(*m_profile, this));
}

Call<Done>* SecretKeeping::changePassphrase(const SecretText& old, const SecretText& fresh)
{
    if (!usesVault()) {
        return settledCall<Done>(this, fail(secretError(QLatin1String{"vault-missing"})));
    }
    return thenRead(m_profile->vault().changePassphrase(old, fresh));
}

} // namespace Textdesk
