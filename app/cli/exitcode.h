// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a script learns from how textdesk-cli ends; the numbers are a promise.
#pragma once

#include "app/base/error.h"

namespace Textdesk {

enum class ExitCode {
    Done = 0,
    Failed = 1,
    Usage = 2,
    NotAuthorised = 3,
    PartlyFailed = 4,
    OutcomeUnknown = 5,
    NoNetwork = 6
};

[[nodiscard]] ExitCode exitCodeOf(const Error& error);

} // namespace Textdesk
