// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One account's way to the provider: puts the credentials on, sends once, reads the answer.
#pragma once

#include "app/providers/zoomconnect/zoomrefusals.h"
#include "app/providers/zoomconnect/zoomsettings.h"

namespace Textdesk {

class ZoomSession final : public QObject {
    Q_OBJECT
public:
    ZoomSession(ZoomSettings settings, const AccountId& account, SecretSource secrets,
        const ProviderServices& services);

    [[nodiscard]] const ZoomSettings& settings() const { return m_settings; }
    // The last answer came over HTTP/2.
    [[nodiscard]] bool isMultiplexed() const { return m_multiplexed; }
    [[nodiscard]] SecretText secret(const QString& name) const { return m_secrets(name); }

    // read gets answers with a 2xx status only; everything else is an Error by then.
    template <typename T>
    [[nodiscard]] Call<T>* run(
        ClientRequest request, Effect effect, std::function<Result<T>(const ClientAnswer&)> read)
    {
        const auto ready = prepare(request);
        if (!ready) {
            return settledCall<T>(this, fail(ready.error()));
        }
        auto* call = new Call<T>{this};
        Call<ClientAnswer>* sent{m_services.http.send(request)};
        call->onCancel([inner = QPointer<CallBase>{sent}] {
            if (inner) {
                inner->cancel();
            }
        });
        sent->then(call,
            [this, call, effect, read = std::move(read), key = request.rateKey](
                const Result<ClientAnswer>& result) {
                const auto answer = accepted(result, effect, key);
                call->settle(answer ? read(*answer) : Result<T>{fail(answer.error())});
            });
        return call;
    }
    template <typename T> [[nodiscard]] Call<T>* refuse(const QString& detail)
    {
        return settledCall<T>(this, fail(ErrorKind::Rejected, detail));
    }

private:
    // Never leaves a half-authorised request behind: on an error nothing is sent.
    [[nodiscard]] Result<Done> prepare(ClientRequest& request) const;
    [[nodiscard]] Result<ClientAnswer> accepted(
        const Result<ClientAnswer>& result, Effect effect, const QByteArray& rateKey);

    ZoomSettings m_settings;
    QByteArray m_ratePrefix;
    SecretSource m_secrets;
    ProviderServices m_services;
    bool m_multiplexed{false};
};

} // namespace Textdesk
