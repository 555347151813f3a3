// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How old a secret is and why replacing it did not work, in words.
#pragma once

#include "app/base/error.h"
#include "ui/credentials/credentialdesk.h"

#include <QString>

namespace Textdesk {

// "Age: 81 of 90 days: replace it soon."
[[nodiscard]] QString ageWords(const CredentialCard& card);
[[nodiscard]] QString useWords(const CredentialCard& card);
// Every sentence says that the old one still works, where it does.
[[nodiscard]] QString describeReplacing(const Error& error);

} // namespace Textdesk
