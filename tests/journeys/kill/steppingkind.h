// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The provider ZoomConnect with a footfall before each request, after it left, and at its answer.
#pragma once

#include "app/providers/providerregistry.h"

#include <functional>

namespace Textdesk::Testing {

// step is called at each of the three moments of each send.
[[nodiscard]] ProviderKind steppingKind(std::function<void()> step);

} // namespace Textdesk::Testing
