// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The unguessable part of an account's webhook addresses.
#pragma once

#include <QString>

namespace Textdesk {

// 26 letters and digits (about 128 bits) from the system's random source.
[[nodiscard]] QString newWebhookKey();

} // namespace Textdesk
