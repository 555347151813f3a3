// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/messaging/fakeservice.h"

#include <algorithm>
#include <utility>

namespace Textdesk::Testing {

namespace {

class FakeRules final : public InboundRules {
public:
    explicit FakeRules(FakeService::Inbound inbound)
        : m_inbound{std::move(inbound)}
    { }
    [[nodiscard]] Result<VerifiedWebhook> read(
        const RawRequest& request, const QString& purpose, qint64 nowMs) const override
    {
        return m_inbound ? m_inbound(request, purpose, nowMs)
                         : fail(ErrorKind::Unauthorized, QStringLiteral("forged"));
    }
    [[nodiscard]] QString strength() const override { return QStringLiteral("checksum"); }

private:
    FakeService::Inbound m_inbound;
};

class FakeProvider final : public Provider,
                           public ProofFacet,
                           public SendingFacet,
                           public HistoryFacet,
                           public InboundFacet {
public:
    explicit FakeProvider(std::shared_ptr<FakeService> service)
        : m_service{std::move(service)}
    { }

    [[nodiscard]] ProofFacet* proof() override { return this; }
    [[nodiscard]] SendingFacet* sending() override { return m_service->canSend ? this : nullptr; }
    [[nodiscard]] HistoryFacet* history() override { return this; }
    [[nodiscard]] InboundFacet* inbound() override { return this; }

    [[nodiscard]] Call<Done>* prove() override
    {
        ++m_service->proofs;
        return settledCall<Done>(this, m_service->proof);
    }
    [[nodiscard]] Call<SendReceipt>* send(const OutgoingText& text) override
    {
        return m_service->send(text, this);
    }
    [[nodiscard]] bool canSchedule() const override { return true; }
    [[nodiscard]] int bulkLimit() const override { return 0; }
    [[nodiscard]] Call<BulkReceipts>* sendBulk(const std::vector<OutgoingText>&, int) override
    {
        return settledCall<BulkReceipts>(this, fail(ErrorKind::Rejected));
    }
    [[nodiscard]] int dataFieldLimit() const override { return 50; }
    [[nodiscard]] int parallelRequests() const override { return m_service->parallel; }

    [[nodiscard]] Call<HistoryPage>* page(const HistoryQuery& query) override
    {
        m_service->queries.push_back(query);
        if (m_service->holdPages) {
            return new Call<HistoryPage>{this};
        }
        return settledCall<HistoryPage>(
            this, m_service->history ? m_service->history(query) : HistoryPage{});
    }
    [[nodiscard]] Call<InboundEvent>* one(const QString&) override
    {
        return settledCall<InboundEvent>(this, fail(ErrorKind::NotFound));
    }
    [[nodiscard]] Call<Done>* remove(const QString& providerId) override
    {
        m_service->removed.append(providerId);
        return settledCall<Done>(this, m_service->removal);
    }
    [[nodiscard]] Call<Done>* setRead(const QString& providerId, bool read) override
    {
        return m_service->setRead(providerId, read, this);
    }
    [[nodiscard]] std::shared_ptr<const InboundRules> rules() const override
    {
        return std::make_shared<FakeRules>(m_service->inbound);
    }

private:
    std::shared_ptr<FakeService> m_service;
};

} // namespace

void FakeService::answerFor(const QString& number, const SendAnswer& answer)
{
    m_byNumber.insert(number, answer);
}

Call<Done>* FakeService::setRead(const QString& providerId, bool read, QObject* service)
{
    readMarks.insert(providerId, read);
    if (!holdReadMarks) {
        return settledCall<Done>(service, readMark);
    }
    auto* call = new Call<Done>{service};
    m_waitingMarks.emplace_back(call);
    return call;
}

void FakeService::answerReadMarks()
{
    for (const auto& call : std::exchange(m_waitingMarks, {})) {
        if (call) {
            call->settle(readMark);
        }
    }
}

void FakeService::acceptAll()
{
    m_byNumber.clear();
    m_next.clear();
}

FakeService::SendAnswer FakeService::nextAnswer(const OutgoingText& text)
{
    const QString number{text.to.canonical()};
    if (m_byNumber.contains(number)) {
        return *m_byNumber.constFind(number);
    }
    if (!m_next.empty()) {
        const SendAnswer answer{m_next.front()};
        m_next.erase(m_next.begin());
        return answer;
    }
    return SendReceipt{QStringLiteral("id-%1").arg(++m_accepted)};
}

Call<SendReceipt>* FakeService::send(const OutgoingText& text, QObject* service)
{
    sends.push_back(text);
    if (onSend) {
        onSend(text);
    }
    auto* call = new Call<SendReceipt>{service};
    const SendAnswer answer{nextAnswer(text)};
    if (m_holding) {
        m_waiting.push_back({call, answer});
        mostAtOnce = std::max(mostAtOnce, waiting());
    } else {
        call->settle(answer);
    }
    return call;
}

void FakeService::release(int count)
{
    m_holding = m_holding && count >= 0;
    const auto end =
        count < 0 || size_t(count) > m_waiting.size() ? m_waiting.size() : size_t(count);
    const std::vector<Waiting> now(m_waiting.begin(), m_waiting.begin() + qptrdiff(end));
    m_waiting.erase(m_waiting.begin(), m_waiting.begin() + qptrdiff(end));
    for (const Waiting& one : now) {
        if (one.call) {
            one.call->settle(one.answer);
        }
    }
}

int FakeService::waiting() const
{
    return int(m_waiting.size());
}

ProviderKind fakeKind(const std::shared_ptr<FakeService>& service)
{
    ProviderKind kind;
    kind.key = QStringLiteral("fake");
    kind.displayName = QStringLiteral("Fake");
    kind.settings = {{QStringLiteral("region"), QStringLiteral("ZA"), {}, false, {}},
        {QStringLiteral("poll-seconds"), QStringLiteral("60"), {}, false, {}},
        {QStringLiteral("email"), {}, {}, false, {}}};
    kind.secrets = {{QStringLiteral("token"), true}, {QStringLiteral("extra"), false}};
    kind.validate = [](const AccountConfig& config) -> Result<Done> {
        if (config.setting(QStringLiteral("email")) == QStringLiteral("wrong")) {
            return fail(ErrorKind::Rejected, QStringLiteral("email: not an address"));
        }
        return Done{};
    };
    kind.make = [service](const AccountConfig&, const SecretSource&, const ProviderServices&) {
        return std::make_unique<FakeProvider>(service);
    };
    return kind;
}

} // namespace Textdesk::Testing
