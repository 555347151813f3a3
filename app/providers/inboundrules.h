// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How to check and read one account's webhooks: pure, immutable, used on the listener thread.
#pragma once

#include "app/base/result.h"
#include "app/domain/inboundevent.h"
#include "app/http/servermessage.h"

#include <vector>

namespace Textdesk {

struct VerifiedWebhook final {
    std::vector<InboundEvent> events;
    QString nonce; // empty when the provider sends none
    qint64 nonceExpiresMs{0};
    bool authenticated{false}; // false: path only, or checking switched off
};

class InboundRules {
public:
    InboundRules() = default;
    InboundRules(const InboundRules&) = delete;
    InboundRules& operator=(const InboundRules&) = delete;
    virtual ~InboundRules() = default;

    // purpose is "replies" or "reports". Error Unauthorized with detail "forged", "expired" or
    // "checksum-missing"; Protocol with detail "unreadable: <what>".
    [[nodiscard]] virtual Result<VerifiedWebhook> read(
        const RawRequest& request, const QString& purpose, qint64 nowMs) const = 0;
    // "checksum", "signature" or "path only", for the account's screen.
    [[nodiscard]] virtual QString strength() const = 0;
};

} // namespace Textdesk
