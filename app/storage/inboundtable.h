// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The webhook event log, used nonces, and reports that came before their message was known.
#pragma once

#include "app/base/ids.h"
#include "app/domain/deliverystate.h"
#include "app/storage/writer.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace Textdesk {

struct InboundEventRow final {
    EventId id;
    AccountId account; // invalid: no account has such an address
    qint64 receivedMs{0};
    QString purpose; // "replies", "reports"
    QString verdict; // "applied", "replayed", "refused"
    QString reason; // "forged", "expired", "unreadable: ...", "unknown-address"; empty when applied
    QByteArray query;
    QByteArray body;
    MessageId message;
};

struct EarlyReport final {
    DeliveryState state{DeliveryState::Sent};
    QString reason;
};

namespace InboundTable {

void logEvent(WriteContext& context, const InboundEventRow& row);
[[nodiscard]] std::vector<InboundEventRow> newestEvents(Connection& db, int limit);
// A person deleted the message: what came of it is not kept, nor is a repeat that was not applied.
void blankEvents(
    WriteContext& context, AccountId account, MessageId message, const QString& providerId);
// Keeps the newest `keep` refused rows, so that a flood of rubbish never fills the disk.
void pruneRefused(WriteContext& context, int keep);

// False if it was used before. Expired ones are forgotten on the way.
[[nodiscard]] bool useNonce(
    WriteContext& context, AccountId account, const QString& nonce, qint64 expiresMs);

void keepEarlyReport(
    WriteContext& context, AccountId account, const QString& providerId, const EarlyReport& report);
// Also forgets it.
[[nodiscard]] std::optional<EarlyReport> takeEarlyReport(
    WriteContext& context, AccountId account, const QString& providerId);

} // namespace InboundTable

} // namespace Textdesk
