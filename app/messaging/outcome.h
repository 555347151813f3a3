// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a provider's answer to a send means for the message and for its account: one pure rule.
#pragma once

#include "app/base/result.h"
#include "app/domain/deliverystate.h"
#include "app/providers/outgoing.h"

#include <QString>

namespace Textdesk {

enum class AccountVerdict {
    Fine,
    WaitABit, // offline or rate limited: hold the account back, then go on
    Refused, // wrong credentials or no credit: pause until a person acts
    Doubtful // the outcome is unknown; several in a row pause the account
};

struct SendOutcome final {
    DeliveryState state{
        DeliveryState::Accepted}; // Accepted, Scheduled, Queued (again), Failed or Unknown
    QString reason; // machine word
    QString reasonText; // the provider's words
    QString providerId;
    AccountVerdict account{AccountVerdict::Fine};
    std::optional<std::chrono::seconds> retryAfter;
};

// handedOver: the provider was asked to hold the text until its time.
[[nodiscard]] SendOutcome outcomeOf(const Result<SendReceipt>& answer, bool handedOver);

} // namespace Textdesk
