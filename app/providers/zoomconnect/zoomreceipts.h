// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the answers to balance and sending say (zoomconnect.md 2.1, 3.1, 3.3), as pure functions.
#pragma once

#include "app/net/httpclient.h"
#include "app/providers/facets.h"

namespace Textdesk {

// All of these take an answer with a 2xx status.
[[nodiscard]] Result<Balance> readZoomBalance(const ClientAnswer& answer);
[[nodiscard]] Result<SendReceipt> readZoomReceipt(const ClientAnswer& answer);
// Entries carry nothing to match them on, so they are matched by position, and only when there are
// exactly expected of them; otherwise every entry is a Protocol error that may have happened.
[[nodiscard]] Result<BulkReceipts> readZoomReceipts(
    const ClientAnswer& answer, std::size_t expected);
// An answer nobody needs: empty, null or any JSON without `error`.
[[nodiscard]] Result<Done> readZoomDone(const ClientAnswer& answer);

} // namespace Textdesk
