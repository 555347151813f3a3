// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to a secret, by the word of the store that keeps it.
#pragma once

#include <QString>

namespace Textdesk {

// A sentence for an error of kind SecretUnavailable with that detail.
[[nodiscard]] QString explainSecret(const QString& detail);

} // namespace Textdesk
