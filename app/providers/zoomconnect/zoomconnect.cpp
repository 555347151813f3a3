// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/providers/zoomconnect/zoomconnect.h"

#include "app/providers/zoomconnect/zoomaccount.h"
#include "app/providers/zoomconnect/zoomhistory.h"
#include "app/providers/zoomconnect/zoominbound.h"
#include "app/providers/zoomconnect/zoomsending.h"

namespace Textdesk {

namespace {

class ZoomProvider final : public Provider {
public:
    ZoomProvider(ZoomSettings settings, const AccountId& account, SecretSource secrets,
        const ProviderServices& services)
        : m_session{std::move(settings), account, std::move(secrets), services}
    { }

    [[nodiscard]] ProofFacet* proof() override { return &m_proof; }
    [[nodiscard]] BalanceFacet* balance() override { return &m_balance; }
    [[nodiscard]] SendingFacet* sending() override { return &m_sending; }
    [[nodiscard]] HistoryFacet* history() override { return &m_history; }
    [[nodiscard]] InboundFacet* inbound() override { return &m_inbound; }

private:
    ZoomSession m_session;
    ZoomProof m_proof{m_session};
    ZoomBalance m_balance{m_session};
    ZoomSending m_sending{m_session};
    ZoomHistory m_history{m_session};
    ZoomInbound m_inbound{m_session};
};

std::unique_ptr<Provider> makeZoom(
    const AccountConfig& config, SecretSource secrets, const ProviderServices& services)
{
    auto settings = readZoomSettings(config);
    if (!settings) {
        return nullptr;
    }
    return std::make_unique<ZoomProvider>(
        *std::move(settings), config.id, std::move(secrets), services);
}

} // namespace

ProviderKind zoomConnectKind()
{
    return {QStringLiteral("zoomconnect"), QStringLiteral("ZoomConnect"), zoomSettingFields(),
        {{QStringLiteral("token"), true}, {QStringLiteral("webhook-key"), false}},
        [](const AccountConfig& config) -> Result<Done> {
            return readZoomSettings(config).map([](const ZoomSettings&) { return Done{}; });
        },
        makeZoom};
}

} // namespace Textdesk
