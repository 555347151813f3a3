// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/providers/zoomconnect/zoomsession.h"

#include "app/providers/zoomconnect/zoomrequests.h"

namespace Textdesk {

ZoomSession::ZoomSession(ZoomSettings settings, const AccountId& account, SecretSource secrets,
    const ProviderServices& services)
    : m_settings{std::move(settings)}
    , m_ratePrefix{"zoomconnect/" + QByteArray::number(account.value()) + '/'}
    , m_secrets{std::move(secrets)}
    , m_services{services}
{ }

Result<Done> ZoomSession::prepare(ClientRequest& request) const
{
    request.rateKey.prepend(m_ratePrefix);
    return zoomAuthorise(request, m_settings, m_secrets(QStringLiteral("token")));
}

Result<ClientAnswer> ZoomSession::accepted(
    const Result<ClientAnswer>& result, Effect effect, const QByteArray& rateKey)
{
    m_multiplexed = result && result->multiplexed;
    if (!result || result->isSuccess()) {
        return result;
    }
    Error error{zoomHttpError(*result, effect, m_services.clock.nowMs())};
    if (error.kind() == ErrorKind::RateLimited && error.retryAfter()) {
        m_services.http.holdBack(rateKey, *error.retryAfter());
    }
    return fail(std::move(error));
}

} // namespace Textdesk
