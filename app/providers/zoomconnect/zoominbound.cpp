// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/providers/zoomconnect/zoominbound.h"

#include "app/providers/zoomconnect/zoomchecksum.h"
#include "app/providers/zoomconnect/zoomdates.h"
#include "app/providers/zoomconnect/zoomfields.h"
#include "app/providers/zoomconnect/zoomstatus.h"

namespace Textdesk {

namespace {

tl::unexpected<Error> unreadable(const QString& what)
{
    return fail(ErrorKind::Protocol, QStringLiteral("unreadable: ") + what);
}

tl::unexpected<Error> refused(const QString& why)
{
    return fail(ErrorKind::Unauthorized, why);
}

QString trimmed(const ZoomParameters& parameters, const char* key)
{
    return parameters.value(QString::fromLatin1(key)).trimmed();
}

} // namespace

ZoomInboundRules::ZoomInboundRules(const ZoomSettings& settings, SecretText key)
    : m_region{settings.region}
    , m_zone{settings.zone}
    , m_checksumRequired{settings.checksumRequired}
    , m_key{std::move(key)}
{ }

QString ZoomInboundRules::strength() const
{
    return m_checksumRequired ? QStringLiteral("checksum") : QStringLiteral("path only");
}

Result<VerifiedWebhook> ZoomInboundRules::read(
    const RawRequest& request, const QString& purpose, qint64 nowMs) const
{
    const bool isReply{purpose == QLatin1String{"replies"}};
    if (!isReply && purpose != QLatin1String{"reports"}) {
        return unreadable(QStringLiteral("purpose"));
    }
    if (request.method != "POST") {
        return unreadable(QStringLiteral("method"));
    }
    const auto parameters =
        m_checksumRequired ? verified(request) : zoomParameters(request, PlusSign::Space);
    if (!parameters) {
        return fail(parameters.error());
    }
    VerifiedWebhook webhook;
    if (m_checksumRequired) {
        const auto expires = expiry(*parameters, nowMs);
        if (!expires) {
            return fail(expires.error());
        }
        // Only a nonce that was signed is worth remembering: anybody can make up the others.
        webhook.nonce = trimmed(*parameters, "nonce");
        webhook.nonceExpiresMs = *expires;
        webhook.authenticated = true;
    }
    auto event = isReply ? reply(*parameters) : report(*parameters);
    if (!event) {
        return fail(event.error());
    }
    webhook.events.push_back(*std::move(event));
    return webhook;
}

Result<ZoomParameters> ZoomInboundRules::verified(const RawRequest& request) const
{
    if (m_key.isEmpty()) {
        return refused(QStringLiteral("no-key"));
    }
    auto parameters = zoomParameters(request, PlusSign::Space);
    if (!parameters) {
        return parameters;
    }
    if (trimmed(*parameters, "checksum").isEmpty()) {
        return refused(QStringLiteral("checksum-missing"));
    }
    auto verdict = zoomChecksum(*parameters, m_key);
    if (verdict == ZoomChecksum::Forged) {
        // The printed examples carry the plus of a number bare, so the values may have been signed
        // with it (9.4).
        parameters = zoomParameters(request, PlusSign::Literal);
        verdict = parameters ? zoomChecksum(*parameters, m_key) : verdict;
    }
    switch (verdict) {
    case ZoomChecksum::Genuine:
        return parameters;
    case ZoomChecksum::Ambiguous:
        return refused(QStringLiteral("ambiguous"));
    case ZoomChecksum::Forged:
        break;
    }
    return refused(QStringLiteral("forged"));
}

Result<qint64> ZoomInboundRules::expiry(const ZoomParameters& parameters, qint64 nowMs) const
{
    if (trimmed(parameters, "nonce").isEmpty() || trimmed(parameters, "nonce-date").isEmpty()) {
        return refused(QStringLiteral("nonce-missing"));
    }
    const auto stated = statedTime(trimmed(parameters, "nonce-date"), m_zone);
    if (!stated) {
        return unreadable(QStringLiteral("nonce-date"));
    }
    const qint64 refusedFrom{stated->ms + zoomSkewMs};
    if (nowMs >= refusedFrom) {
        return refused(QStringLiteral("expired"));
    }
    // A nonce is remembered until it expires; one from far ahead is not the provider's making.
    if (stated->ms - nowMs > zoomNonceAheadMs) {
        return refused(QStringLiteral("nonce-too-far"));
    }
    return refusedFrom;
}

Result<InboundEvent> ZoomInboundRules::reply(const ZoomParameters& parameters) const
{
    const QString id{trimmed(parameters, "messageId")};
    const QString from{trimmed(parameters, "from")};
    if (!isUsableId(id)) {
        return unreadable(QStringLiteral("messageId"));
    }
    if (from.isEmpty()) {
        return unreadable(QStringLiteral("from"));
    }
    const auto message = parameters.constFind(QStringLiteral("message"));
    if (message == parameters.cend()) {
        return unreadable(QStringLiteral("message"));
    }
    return IncomingText{id, Address::fromProvider(from, m_region), trimmed(parameters, "to"),
        *message, refinedByObjectId(statedTime(trimmed(parameters, "date"), m_zone), id),
        trimmed(parameters, "repliedToMessageId"), parameters.value(QStringLiteral("campaign")),
        parameters.value(QStringLiteral("dataField")), {}};
}

Result<InboundEvent> ZoomInboundRules::report(const ZoomParameters& parameters) const
{
    const QString id{trimmed(parameters, "messageId")};
    const QString word{trimmed(parameters, "status")};
    if (!isUsableId(id)) {
        return unreadable(QStringLiteral("messageId"));
    }
    if (word.isEmpty()) {
        return unreadable(QStringLiteral("status"));
    }
    const ZoomStatus status{zoomStatus(word)};
    return DeliveryReport{id, status.state, word, status.reason,
        parameters.value(QStringLiteral("campaign")), parameters.value(QStringLiteral("dataField")),
        statedTime(trimmed(parameters, "date"), m_zone)};
}

std::shared_ptr<const InboundRules> ZoomInbound::rules() const
{
    return std::make_shared<const ZoomInboundRules>(
        m_session.settings(), m_session.secret(QStringLiteral("webhook-key")));
}

} // namespace Textdesk
