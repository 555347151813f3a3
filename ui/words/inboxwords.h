// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Why a name, a label, a snooze or a delete was not taken.
#pragma once

#include "app/base/error.h"

#include <QString>

#include <optional>

namespace Textdesk {

// Nothing for an error of another kind.
[[nodiscard]] std::optional<QString> describeInboxProblem(const Error& error);

} // namespace Textdesk
