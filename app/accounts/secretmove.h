// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Brings a profile's secrets from the keychain into its vault or back: written, read again and
// compared at the new place before anything is taken away at the old one.
#pragma once

#include "app/secrets/profilesecrets.h"

#include <QObject>

namespace Textdesk {

class SecretMove final : public QObject {
    Q_OBJECT
public:
    // held is what accounts have in memory; what else the program keeps in the keychain comes
    // along. Errors: VaultSecrets::create(); "left-behind" when all is in the vault but the
    // keychain would not give up its copy; any other error: everything is as it was.
    [[nodiscard]] static Call<Done>* toVault(ProfileSecrets& secrets, const VaultEntries& held,
        const SecretText& passphrase, QObject* service);
    // What a move into the vault left in the keychain because it was cut off, or because the
    // keychain would not give it up, goes now; nothing to do without such a move. The vault must be
    // open. Error "left-behind".
    [[nodiscard]] static Call<Done>* emptyKeychain(ProfileSecrets& secrets, QObject* service);
    // The vault must be open. Errors: the keychain's, and then the vault is used as before.
    [[nodiscard]] static Call<Done>* toKeychain(ProfileSecrets& secrets, QObject* service);

private:
    SecretMove(ProfileSecrets& secrets, VaultEntries entries, QObject* service);
    void gatherOthers();
    void fillVault();
    void emptyKeychain(QList<SecretKey> left, bool allGone);
    void writeNext(QList<SecretKey> left);
    void proveNext(const SecretKey& key, const QList<SecretKey>& left);
    [[nodiscard]] QList<SecretKey> keys() const;

    ProfileSecrets& m_secrets;
    VaultEntries m_entries;
    SecretText m_passphrase;
    Call<Done>* m_call;
};

} // namespace Textdesk
