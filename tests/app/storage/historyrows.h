// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A history to bring in: the same rows for the same seed, a few conversations, every final state.
#pragma once

#include "app/domain/message.h"

#include <vector>

namespace Textdesk::Testing {

// Ascending in time; some share a millisecond, some have no provider id.
[[nodiscard]] std::vector<Message> historyRows(AccountId account, int count, quint32 seed = 1);

} // namespace Textdesk::Testing
