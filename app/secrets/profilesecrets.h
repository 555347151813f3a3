// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The keychain, or the profile's vault once a person made one: whoever has a vault uses it.
#pragma once

#include "app/secrets/vaultsecrets.h"

namespace Textdesk {

class ProfileSecrets final : public Secrets {
    Q_OBJECT
public:
    // Both outlive this.
    ProfileSecrets(Secrets& keychain, VaultSecrets& vault, QObject* parent = nullptr);

    [[nodiscard]] VaultSecrets& vault() { return m_vault; }
    [[nodiscard]] Secrets& keychain() { return m_keychain; }
    [[nodiscard]] bool usesVault() const { return m_vault.exists(); }
    [[nodiscard]] Call<SecretText>* read(const SecretKey& key) override;
    [[nodiscard]] Call<Done>* write(const SecretKey& key, const SecretText& value) override;
    [[nodiscard]] Call<Done>* remove(const SecretKey& key) override;
    [[nodiscard]] QString backendName() const override;

private:
    [[nodiscard]] Secrets& present() const;
    Secrets& m_keychain;
    VaultSecrets& m_vault;
};

} // namespace Textdesk
