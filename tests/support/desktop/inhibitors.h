// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who keeps the computer awake, as logind (or its mock) tells.
#pragma once

#include "tests/support/desktop/mockedservice.h"

namespace Textdesk::Testing {

// "sleep Textdesk Sending block": what, who, why and how, one line each.
[[nodiscard]] QStringList heldInhibitors(MockedService& logind);

} // namespace Textdesk::Testing
