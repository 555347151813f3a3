// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for the vault's passphrase: never an argument, never an echo.
#pragma once

#include "app/base/secrettext.h"

namespace Textdesk {

// TEXTDESK_VAULT_PASSPHRASE, else what a person types at the terminal (asked twice when it is for a
// new vault), else, if that may be, one line of standard input; the lines behind it stay there.
// Empty: there is none, it was given up with Ctrl+C, or the two differed.
[[nodiscard]] SecretText readPassphrase(bool isNew, bool fromLine);

} // namespace Textdesk
