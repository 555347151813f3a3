// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Messages as `messages/all` and `messages/{id}` list them (zoomconnect.md 6), as pure functions.
#pragma once

#include "app/net/httpclient.h"
#include "app/providers/facets.h"
#include "app/providers/zoomconnect/zoomsettings.h"

namespace Textdesk {

// Both take an answer with a 2xx status. A row that cannot be read is counted, never guessed at.
[[nodiscard]] Result<HistoryPage> readZoomPage(
    const ClientAnswer& answer, const HistoryQuery& query, const ZoomSettings& settings);
// id is the one that was asked for.
[[nodiscard]] Result<InboundEvent> readZoomMessage(
    const ClientAnswer& answer, const QString& id, const ZoomSettings& settings);

} // namespace Textdesk
