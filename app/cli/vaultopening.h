// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the profile's vault before a command needs a secret of it.
#pragma once

#include "app/cli/command.h"
#include "app/secrets/vaultsecrets.h"

namespace Textdesk {

// Where a profile keeps its vault.
[[nodiscard]] QString vaultFile(const QString& profileFolder);
// "keychain", "vault" or "env" as --secrets says; without it a profile with a vault uses that.
[[nodiscard]] QString secretsKind(const Arguments& arguments, const QString& profileFolder);
// Settles at once for any other kind of store. A vault that nobody asked for by name, and whose
// passphrase is not there, stays locked: what needs no secret works all the same.
[[nodiscard]] Call<Done>* openVault(
    Secrets& secrets, const Arguments& arguments, const Command& command);

} // namespace Textdesk
