// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messaging/outcome.h"

namespace Textdesk {

namespace {

SendOutcome again(const Error& error, const QString& reason, AccountVerdict verdict)
{
    SendOutcome outcome;
    outcome.state = DeliveryState::Queued;
    outcome.reason = reason;
    outcome.reasonText = error.providerText();
    outcome.account = verdict;
    outcome.retryAfter = error.retryAfter();
    return outcome;
}

SendOutcome final(
    DeliveryState state, const Error& error, const QString& reason, AccountVerdict verdict)
{
    SendOutcome outcome;
    outcome.state = state;
    outcome.reason = reason;
    outcome.reasonText = error.providerText();
    outcome.account = verdict;
    return outcome;
}

SendOutcome certainlyNotSent(const Error& error)
{
    switch (error.kind()) {
    case ErrorKind::Unauthorized:
        return again(error,
            error.detail() == QStringLiteral("no-credit") ? QStringLiteral("no-credit")
                                                          : QStringLiteral("unauthorized"),
            AccountVerdict::Refused);
    case ErrorKind::SecretUnavailable:
        return again(error, QStringLiteral("secret"), AccountVerdict::Refused);
    case ErrorKind::NotFound:
        return again(error, QStringLiteral("wrong-address"), AccountVerdict::Refused);
    case ErrorKind::RateLimited:
        return again(error, QStringLiteral("rate-limited"), AccountVerdict::WaitABit);
    case ErrorKind::Offline:
    case ErrorKind::Timeout:
    case ErrorKind::ServerFault:
    case ErrorKind::Cancelled:
    case ErrorKind::Storage:
        return again(error, QStringLiteral("offline"), AccountVerdict::WaitABit);
    case ErrorKind::Rejected:
    case ErrorKind::Protocol:
        break;
    }
    return final(DeliveryState::Failed, error,
        error.detail().isEmpty() ? QStringLiteral("refused") : error.detail(),
        AccountVerdict::Fine);
}

} // namespace

SendOutcome outcomeOf(const Result<SendReceipt>& answer, bool handedOver)
{
    if (answer) {
        SendOutcome outcome;
        outcome.state = handedOver ? DeliveryState::Scheduled : DeliveryState::Accepted;
        outcome.providerId = answer->providerId;
        return outcome;
    }
    const Error& error{answer.error()};
    // A cancelled request may have left before it was told to stop.
    if (error.mayHaveHappened() || error.kind() == ErrorKind::Cancelled) {
        return final(DeliveryState::Unknown, error, QStringLiteral("unknown-outcome"),
            AccountVerdict::Doubtful);
    }
    return certainlyNotSent(error);
}

} // namespace Textdesk
