// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Errors as the command line says them: what happened, what is safe, what to do next.
#pragma once

#include "app/base/error.h"

#include <QString>

namespace Textdesk {

[[nodiscard]] QString explain(const Error& error);
// The same for the machine word beside a message or an account ("opted-out", "unknown-outcomes").
[[nodiscard]] QString explainReason(const QString& reason);

} // namespace Textdesk
