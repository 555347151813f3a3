// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/profilesecrets.h"

namespace Textdesk {

ProfileSecrets::ProfileSecrets(Secrets& keychain, VaultSecrets& vault, QObject* parent)
    : Secrets{parent}
    , m_keychain{keychain}
    , m_vault{vault}
{
    connect(&keychain, &Secrets::cameBack, this, [this] {
        if (!usesVault()) {
            emit cameBack();
        }
    });
}

Secrets& ProfileSecrets::present() const
{
    return usesVault() ? static_cast<Secrets&>(m_vault) : m_keychain;
}

Call<SecretText>* ProfileSecrets::read(const SecretKey& key)
{
    return present().read(key);
}

Call<Done>* ProfileSecrets::write(const SecretKey& key, const SecretText& value)
{
    return present().write(key, value);
}

Call<Done>* ProfileSecrets::remove(const SecretKey& key)
{
    return present().remove(key);
}

QString ProfileSecrets::backendName() const
{
    return present().backendName();
}

} // namespace Textdesk
