// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a call needs of its caller's surroundings, gathered before another process carries it out.
#pragma once

#include "app/cli/program.h"
#include "app/cli/sentcaller.h"

namespace Textdesk {

// Reads the file of --message-file, and for an account its secrets: the variables, then one line of
// standard input each. Error Rejected "input-too-large". What cannot be read is left out; the
// command says so.
[[nodiscard]] Result<CallerGoods> gatherGoods(
    const ParsedCall& call, const ProviderRegistry& registry, Caller& caller);

} // namespace Textdesk
