// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/kill/steppingkind.h"

#include "app/providers/zoomconnect/zoomconnect.h"

namespace Textdesk::Testing {

namespace {

class SteppingProvider final : public Provider, public SendingFacet {
public:
    SteppingProvider(std::unique_ptr<Provider> inner, std::function<void()> step)
        : m_inner{std::move(inner)}
        , m_step{std::move(step)}
    { }

    [[nodiscard]] ProofFacet* proof() override { return m_inner->proof(); }
    [[nodiscard]] BalanceFacet* balance() override { return m_inner->balance(); }
    [[nodiscard]] SendingFacet* sending() override { return this; }
    [[nodiscard]] HistoryFacet* history() override { return m_inner->history(); }
    [[nodiscard]] InboundFacet* inbound() override { return m_inner->inbound(); }

    [[nodiscard]] Call<SendReceipt>* send(const OutgoingText& text) override
    {
        m_step();
        Call<SendReceipt>* call{m_inner->sending()->send(text)};
        m_step();
        // Ahead of the Outbox: the answer is here and nothing knows it yet.
        call->then(this, [this](const Result<SendReceipt>&) { m_step(); });
        return call;
    }
    [[nodiscard]] bool canSchedule() const override { return true; }
    [[nodiscard]] int bulkLimit() const override { return 0; }
    [[nodiscard]] Call<BulkReceipts>* sendBulk(
        const std::vector<OutgoingText>& texts, int messagesPerMinute) override
    {
        return m_inner->sending()->sendBulk(texts, messagesPerMinute);
    }
    [[nodiscard]] int parallelRequests() const override
    {
        return m_inner->sending()->parallelRequests();
    }
    [[nodiscard]] int dataFieldLimit() const override
    {
        return m_inner->sending()->dataFieldLimit();
    }

private:
    std::unique_ptr<Provider> m_inner;
    std::function<void()> m_step;
};

} // namespace

ProviderKind steppingKind(std::function<void()> step)
{
    ProviderKind kind{zoomConnectKind()};
    kind.make = [make = kind.make, step = std::move(step)](const AccountConfig& config,
                    SecretSource secrets,
                    const ProviderServices& services) -> std::unique_ptr<Provider> {
        auto inner = make(config, std::move(secrets), services);
        return inner ? std::make_unique<SteppingProvider>(std::move(inner), step) : nullptr;
    };
    return kind;
}

} // namespace Textdesk::Testing
