// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/vaultopening.h"

#include "app/cli/passphrase.h"

#include <QFile>

namespace Textdesk {

QString vaultFile(const QString& profileFolder)
{
    return profileFolder + QStringLiteral("/secrets.vault");
}

QString secretsKind(const Arguments& arguments, const QString& profileFolder)
{
    const bool hasVault{QFile::exists(vaultFile(profileFolder))};
    return arguments.value(
        QStringLiteral("secrets"), hasVault ? QStringLiteral("vault") : QStringLiteral("keychain"));
}

Call<Done>* openVault(Secrets& secrets, const Arguments& arguments, const Command& command)
{
    auto* vault = qobject_cast<VaultSecrets*>(&secrets);
    if (!vault) {
        return settledCall<Done>(&secrets, Done{});
    }
    // Only what keeps a secret makes a vault; any other command would leave an empty one.
    const bool isNew{!vault->exists()};
    if (isNew && command.words != QStringLiteral("account add")) {
        return settledCall<Done>(vault, fail(secretError(QLatin1String{"vault-missing"})));
    }
    // A command that keeps a secret needs the vault open, before a line meant as the passphrase is
    // taken for a token and shown to a provider.
    const bool isNeeded{
        arguments.has(QStringLiteral("secrets")) || command.words == QStringLiteral("account add")};
    const SecretText passphrase{readPassphrase(isNew, isNeeded)};
    if (passphrase.isEmpty()) {
        return settledCall<Done>(vault,
            isNeeded ? Result<Done>{fail(secretError(QLatin1String{"no-passphrase"}))} : Done{});
    }
    return isNew ? vault->create(passphrase) : vault->unlock(passphrase);
}

} // namespace Textdesk
