// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which incoming texts mean "do not text me again", and which take that back.
#pragma once

#include <QString>

namespace Textdesk {

enum class OptOutIntent { None, Stop, Start };

// The whole text must be one of the carriers' words (STOP, STOPALL, STOP ALL, UNSUBSCRIBE, CANCEL,
// END, QUIT, OPT OUT, OPTOUT, REVOKE; START, UNSTOP, YES is not one), in any case, with punctuation
// and spaces around it; "please stop by at 8" is not an opt-out.
[[nodiscard]] OptOutIntent optOutIntent(QStringView text);

} // namespace Textdesk
