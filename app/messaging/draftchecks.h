// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of many drafts at once: reading a number costs more than storing the text that goes to
// it, so a campaign is read on all processors.
#pragma once

#include "app/messaging/draft.h"

#include <functional>
#include <vector>

namespace Textdesk {

// checkDraft() of each, in their order. regionOf is asked here, once for each draft.
[[nodiscard]] std::vector<Result<Address>> checkDrafts(
    const std::vector<Draft>& drafts, const std::function<QString(const Draft& draft)>& regionOf);

} // namespace Textdesk
