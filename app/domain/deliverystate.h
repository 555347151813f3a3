// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where a message is on its way, and the one rule by which that may change.
#pragma once

#include <QString>

#include <optional>

namespace Textdesk {

// The numbers are stored: never renumber.
enum class DeliveryState {
    Draft = 0,
    Scheduled = 1, // held by the provider until its time
    Queued = 2, // held here: waiting for its turn, its time, or the account
    Submitting = 3, // the request may be on the wire
    Accepted = 4,
    Sent = 5,
    Delivered = 6,
    Failed = 7,
    Unknown = 8, // perhaps sent: settled by the provider's list, a report or a person
    Received = 9
};

// Stable lower-case word of the CLI and JSON ("accepted").
[[nodiscard]] QString deliveryStateName(DeliveryState state);
[[nodiscard]] std::optional<DeliveryState> deliveryStateFromName(const QString& name);

// The state after news about a message arrived. Progress only goes forward
// (Queued < Submitting < Unknown < Scheduled < Accepted < Sent < Delivered/Failed); Delivered is
// final, and Failed gives way to Delivered only (a carrier's late good news). Late events never
// move a message back.
[[nodiscard]] DeliveryState advance(DeliveryState from, DeliveryState news);
// True when nothing further is expected.
[[nodiscard]] bool isFinal(DeliveryState state);

} // namespace Textdesk
