// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What it means for a person that the secrets cannot be had, and what to do.
#pragma once

#include "app/accounts/secretkeeping.h"

#include <QString>

namespace Textdesk {

struct KeepingWords final {
    QString title;
    QString sentence; // what it means, what is safe, what to do
};

// keychain is the service's own name, e.g. "GNOME Keyring".
[[nodiscard]] KeepingWords wordsForKeeping(KeepingState state, const QString& keychain);
// Why unlocking or making a vault did not work.
[[nodiscard]] QString describeKeeping(const Error& error);
// Which panel an account's failure to keep or read a secret calls for.
[[nodiscard]] KeepingState keepingStateOf(const Error& error);

} // namespace Textdesk
