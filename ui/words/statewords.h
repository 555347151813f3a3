// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where a message is, in a few words for its meta line, and why it is stuck or failed.
#pragma once

#include "app/domain/deliverystate.h"

#include <QString>

namespace Textdesk {

// "Delivered", "Not sent", ...; reason is the stored machine word and may be empty.
[[nodiscard]] QString describeState(DeliveryState state, const QString& reason);
// The reason in words, e.g. "the number is not valid"; the provider's own words (reasonText) when
// the machine word says nothing or is unknown; empty when all is well.
[[nodiscard]] QString describeReason(const QString& reason, const QString& reasonText);
// Both, for one line: "Not sent: the number is not valid".
[[nodiscard]] QString describeState(
    DeliveryState state, const QString& reason, const QString& reasonText);
// True when the person should look: failed or unknown.
[[nodiscard]] bool isTrouble(DeliveryState state);

} // namespace Textdesk
