// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The provider's words for where a message is; the set is open (zoomconnect.md 6).
#pragma once

#include "app/domain/deliverystate.h"

#include <QString>

namespace Textdesk {

struct ZoomStatus final {
    DeliveryState state{DeliveryState::Accepted};
    QString reason; // machine word, empty when all is well
};

// A word nobody knows means only that the provider has the message: Accepted.
[[nodiscard]] ZoomStatus zoomStatus(const QString& word);
// True for the words of incoming texts.
[[nodiscard]] bool isIncomingStatus(const QString& word);
// True for the words that only outgoing messages have.
[[nodiscard]] bool isOutgoingStatus(const QString& word);

} // namespace Textdesk
