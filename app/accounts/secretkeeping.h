// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the secrets of this profile are kept, whether they can be had now, and what mends it.
#pragma once

#include "app/accounts/accountlist.h"
#include "app/secrets/vaultfile.h"

#include <QObject>

namespace Textdesk {

class ProfileSecrets;

enum class KeepingState {
    Good, // also: nothing was asked for yet
    NoBackend,
    Locked, // the keychain
    Denied,
    Silent,
    VaultLocked,
    VaultDamaged
};

class SecretKeeping final : public QObject {
    Q_OBJECT
public:
    SecretKeeping(AccountList& accounts, Secrets& secrets, QObject* parent = nullptr);

    [[nodiscard]] KeepingState state() const;
    // "GNOME Keyring", "vault", "environment"
    [[nodiscard]] QString backendName() const;
    [[nodiscard]] bool usesVault() const;
    // Whether a vault can be made here: not with secrets from the environment.
    [[nodiscard]] bool canMakeVault() const;

    // Then the secrets are read. Errors: VaultSecrets::unlock().
    [[nodiscard]] Call<Done>* unlock(const SecretText& passphrase);
    // From now on secrets are kept there and no longer in the keychain. Errors:
    // SecretMove::toVault(), Rejected "no-vault".
    [[nodiscard]] Call<Done>* makeVault(const SecretText& passphrase);
    // The way back; the vault's file goes. Errors: SecretMove::toKeychain(), "vault-locked".
    [[nodiscard]] Call<Done>* moveToKeychain();
    // Whatever fails or is cut off, the old passphrase opens the vault.
    [[nodiscard]] Call<Done>* changePassphrase(const SecretText& old, const SecretText& fresh);
    // Reads what could not be read; done whatever comes of it, see state().
    [[nodiscard]] Call<Done>* tryAgain();

signals:
    void changed();

private:
    [[nodiscard]] Call<Done>* thenRead(Call<Done>* first);
    [[nodiscard]] VaultEntries held() const;

    AccountList& m_accounts;
    Secrets& m_secrets;
    ProfileSecrets* m_profile; // null where the place is fixed
};

} // namespace Textdesk
