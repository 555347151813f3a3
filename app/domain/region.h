// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which countries' numbers can be read, so that a mistyped one is refused when it is set and not
// with every number.
#pragma once

#include <QString>

namespace Textdesk {

// region is ISO 3166-1 alpha-2 in capitals ("ZA").
[[nodiscard]] bool isKnownRegion(const QString& region);

} // namespace Textdesk
