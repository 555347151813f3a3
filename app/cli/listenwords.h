// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What became of a request that came in, for the person who watches 'listen'.
#pragma once

#include <QString>

namespace Textdesk {

// verdict and reason as the event log has them, e.g. "refused" and "forged".
[[nodiscard]] QString verdictWords(const QString& verdict, const QString& reason);

} // namespace Textdesk
