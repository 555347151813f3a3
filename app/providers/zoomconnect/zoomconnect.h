// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The provider ZoomConnect, also sold as SMS Messenger: its REST API v1 and its webhooks.
#pragma once

#include "app/providers/providerregistry.h"

namespace Textdesk {

// make() gives null for settings that validate() refuses.
[[nodiscard]] ProviderKind zoomConnectKind();

} // namespace Textdesk
