// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Carries out the call a fixture describes, on a provider with a fake network below the real
// HttpClient.
#pragma once

#include "tests/contract/fixture.h"
#include "tests/support/manualclock.h"

#include "app/net/httpclient.h"
#include "app/providers/providerregistry.h"

#include <functional>
#include <memory>

namespace Textdesk::Testing {

// What the suite needs to know of a provider.
struct ProviderDescription final {
    std::function<ProviderKind()> kind;
    QString folder; // of its fixtures
    QMap<QString, QString> settings;
    QMap<QString, QString> secrets;
    QByteArrayList netHeaders; // put on every request by the client, not by the provider
};

class Performer final {
public:
    Performer(const ProviderDescription& description, const Fixture& fixture);

    [[nodiscard]] FakeNetwork& network() { return *m_network; }
    [[nodiscard]] ManualClock& clock() { return m_clock; }
    [[nodiscard]] Provider* provider() { return m_provider.get(); }
    void forgetProvider() { m_provider.reset(); }
    void setSecret(const QString& name, const QString& value) { m_secrets.insert(name, value); }

    using Finished = std::function<void(const QJsonObject&)>;
    // Starts the call; finished gets its outcome unless context died before. Never for a webhook.
    CallBase* start(const QJsonObject& call, QObject* context, Finished finished);
    // Starts it and waits. A webhook is read on the spot.
    [[nodiscard]] QJsonObject perform(const QJsonObject& call);
    [[nodiscard]] QJsonObject readWebhook(const QJsonObject& call) const;

private:
    ManualClock m_clock;
    FakeNetwork* m_network;
    HttpClient m_http;
    QMap<QString, QString> m_secrets;
    std::unique_ptr<Provider> m_provider;
};

} // namespace Textdesk::Testing
