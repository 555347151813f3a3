// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Why an account does not send, as people read it.
#pragma once

#include "ui/words/errorwords.h"

namespace Textdesk {

// reason is the stored machine word; next is the label of the button that goes on.
[[nodiscard]] Explanation wordsForPause(
    const QString& reason, const QString& account, bool isPractice = false);
// problem is the detail word of Secrets.
[[nodiscard]] QString wordsForSecretProblem(const QString& problem);

} // namespace Textdesk
