// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A profile that was copied while a program had it open carries that program's lock file along.
#pragma once

#include <QString>

namespace Textdesk {

// The lock file names a program that lives, but nobody holds this very file: it is a copy, and
// goes. True if it went. Never true where the system cannot tell.
[[nodiscard]] bool removeCopiedLock(const QString& lockFile);

} // namespace Textdesk
