// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a provider tells us, by webhook or by listing: the only things Inbox::apply takes.
#pragma once

#include "app/domain/address.h"
#include "app/domain/deliverystate.h"

#include <QString>

#include <optional>
#include <variant>

namespace Textdesk {

// A time a provider stated, and how exact it is.
struct StatedTime final {
    qint64 ms{0}; // since 1970 UTC
    qint64 grainMs{
        1}; // 60000 when only the minute was given: the true time lies in [ms, ms + grainMs)
};

struct IncomingText final {
    QString providerId; // of the text itself; never empty
    Address from;
    QString to; // our number as the provider wrote it; may be empty or opaque
    QString text;
    std::optional<StatedTime> at;
    QString repliedToProviderId;
    QString campaign;
    QString dataField; // as on the wire, reference included
    std::optional<bool> read; // only listings know
};

struct DeliveryReport final {
    QString providerId;
    DeliveryState state{DeliveryState::Sent};
    QString statusWord; // as received
    QString reason; // machine word, e.g. "opted-out", "refunded"
    QString campaign;
    QString dataField;
    std::optional<StatedTime> at;
};

// An outgoing message found in a listing; it may be ours or written in the provider's portal.
struct OutgoingSeen final {
    DeliveryReport report;
    Address to;
    QString text;
    std::optional<StatedTime> at;
};

using InboundEvent = std::variant<IncomingText, DeliveryReport, OutgoingSeen>;

} // namespace Textdesk
