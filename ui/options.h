// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The words textdesk was started with.
#pragma once

#include "app/base/result.h"
#include "ui/theme/theme.h"

#include <QStringList>

#include <optional>

namespace Textdesk {

struct ProgramOptions final {
    QString profile; // folder
    std::optional<Theme::Choice> theme; // overrules what was chosen in the window
};

// --profile DIR (else TEXTDESK_PROFILE, else the platform's data folder) and --theme
// system|light|dark. Error Rejected whose detail is a sentence.
[[nodiscard]] Result<ProgramOptions> readOptions(const QStringList& words);

// The answer to --help and --version, which need no window and no display.
[[nodiscard]] std::optional<QString> aboutItself(const QStringList& words);

// "system", "light" or "dark", as in the settings file and after --theme.
[[nodiscard]] QString themeName(Theme::Choice choice);
[[nodiscard]] std::optional<Theme::Choice> themeFromName(const QString& name);

} // namespace Textdesk
