// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Replies and delivery reports that the provider posts to us (zoomconnect.md 9).
#pragma once

#include "app/base/secrettext.h"
#include "app/providers/facets.h"
#include "app/providers/zoomconnect/zoomparameters.h"
#include "app/providers/zoomconnect/zoomsession.h"

namespace Textdesk {

// How long after its nonce-date a webhook is still taken, for clocks that differ.
inline constexpr qint64 zoomSkewMs{5 * 60 * 1000};
// How far ahead of our clock a nonce-date may be; the provider's are five minutes ahead of its own
// (zoomconnect.md 9.3).
inline constexpr qint64 zoomNonceAheadMs{60 * 60 * 1000};

class ZoomInboundRules final : public InboundRules {
public:
    ZoomInboundRules(const ZoomSettings& settings, SecretText key);

    // Besides the errors of InboundRules: Unauthorized "no-key" (a checksum is required and no key
    // is known), "nonce-missing", "nonce-too-far", and "ambiguous" (zoomchecksum.h; such a text
    // comes by polling alone). nonceExpiresMs is the moment from which the request would be refused
    // as expired.
    [[nodiscard]] Result<VerifiedWebhook> read(
        const RawRequest& request, const QString& purpose, qint64 nowMs) const override;
    [[nodiscard]] QString strength() const override;

private:
    [[nodiscard]] Result<ZoomParameters> verified(const RawRequest& request) const;
    [[nodiscard]] Result<qint64> expiry(const ZoomParameters& parameters, qint64 nowMs) const;
    [[nodiscard]] Result<InboundEvent> reply(const ZoomParameters& parameters) const;
    [[nodiscard]] Result<InboundEvent> report(const ZoomParameters& parameters) const;

    QString m_region;
    QTimeZone m_zone;
    bool m_checksumRequired;
    SecretText m_key;
};

class ZoomInbound final : public InboundFacet {
public:
    explicit ZoomInbound(ZoomSession& session)
        : m_session{session}
    { }
    // With the key as it is now; ask again after a rotation.
    [[nodiscard]] std::shared_ptr<const InboundRules> rules() const override;

private:
    ZoomSession& m_session;
};

} // namespace Textdesk
