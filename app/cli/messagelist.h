// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Messages as a list, for every command that finds some.
#pragma once

#include "app/cli/command.h"

namespace Textdesk {

// Prints them and ends the command.
void showMessages(CommandContext& context, const std::vector<Message>& messages);

} // namespace Textdesk
