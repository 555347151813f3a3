// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From the words of a call to a running command.
#pragma once

#include "app/cli/command.h"

namespace Textdesk {

struct ParsedCall final {
    const Command* command{nullptr};
    Arguments arguments;
};

[[nodiscard]] const QList<Command>& allCommands();
// Those that every command takes.
[[nodiscard]] QList<OptionSpec> globalOptions();
// Finds the command (its first one or two words) and parses the rest. Error Rejected with a
// sentence.
[[nodiscard]] Result<ParsedCall> parseCall(const QStringList& words);
// From the command on: what stands before it (--json, a profile, a store of secrets) is for any.
[[nodiscard]] QStringList fromCommandOn(const QStringList& words);
// Whether there is help for these words in particular; always for none.
[[nodiscard]] bool hasHelpFor(const QStringList& words);
[[nodiscard]] QString notACommand(const QStringList& words);
// Of the commands these words begin, or of all.
[[nodiscard]] QString helpText(const QStringList& words = {});

} // namespace Textdesk
