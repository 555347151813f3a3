// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every request of the REST API that we make, as a pure value; authentication is put on as the last
// step.
#pragma once

#include "app/net/httpclient.h"
#include "app/providers/facets.h"
#include "app/providers/zoomconnect/zoomsettings.h"

namespace Textdesk {

inline constexpr int zoomBulkLimit{100}; // the provider's own limit is unknown (zoomconnect.md 1.9)
inline constexpr int zoomDataFieldLimit{50}; // the longest that a public client lets through (1.9)

[[nodiscard]] ClientRequest zoomBalanceRequest(const ZoomSettings& settings);
[[nodiscard]] ClientRequest zoomSendRequest(const ZoomSettings& settings, const OutgoingText& text);
[[nodiscard]] ClientRequest zoomBulkRequest(
    const ZoomSettings& settings, const std::vector<OutgoingText>& texts, int messagesPerMinute);
[[nodiscard]] ClientRequest zoomPageRequest(
    const ZoomSettings& settings, const HistoryQuery& query);
[[nodiscard]] ClientRequest zoomMessageRequest(const ZoomSettings& settings, const QString& id);
[[nodiscard]] ClientRequest zoomRemoveRequest(const ZoomSettings& settings, const QString& id);
[[nodiscard]] ClientRequest zoomReadRequest(
    const ZoomSettings& settings, const QString& id, bool read);

// Puts e-mail and token where the account's setting says. Error SecretUnavailable "not-found" for
// an empty token, Unauthorized "token-unusable" for one that no header can carry.
[[nodiscard]] Result<Done> zoomAuthorise(
    ClientRequest& request, const ZoomSettings& settings, const SecretText& token);

} // namespace Textdesk
