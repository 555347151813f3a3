// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/httpclient.h"

#include "app/base/log.h"
#include "app/net/exchange.h"
#include "app/net/idleconnections.h"
#include "app/net/proxysource.h"
#include "app/net/rategate.h"
#include "app/net/redaction.h"
#include "app/net/wirerequest.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>

namespace Textdesk {

namespace {

constexpr qint64 largestCaFile{4 * 1024 * 1024};

QSslConfiguration plainTls()
{
    QSslConfiguration tls{QSslConfiguration::defaultConfiguration()};
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    return tls;
}

Result<QSslConfiguration> tlsWith(const QString& extraCaFile)
{
    QSslConfiguration tls{plainTls()};
    if (extraCaFile.isEmpty()) {
        return tls;
    }
    QFile file{extraCaFile};
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorKind::Rejected, QStringLiteral("extra-ca"));
    }
    const auto extra = QSslCertificate::fromData(file.read(largestCaFile), QSsl::Pem);
    if (extra.isEmpty()) {
        return fail(ErrorKind::Rejected, QStringLiteral("extra-ca"));
    }
    tls.setCaCertificates(QSslConfiguration::systemCaCertificates() + extra);
    return tls;
}

} // namespace

class HttpClient::Private final {
public:
    Private(Clock& clientClock, QNetworkAccessManager* given)
        : clock{clientClock}
        , gate{clientClock}
        , idle{clientClock}
        , network{given ? given : new QNetworkAccessManager}
        , isGiven{given != nullptr}
    {
        // The client deletes it, after the last reply.
        network->setParent(nullptr);
        network->setProxyFactory(new ProxySource{settings});
    }

    [[nodiscard]] Exchange::Route routeTo(const QUrl& url) const
    {
        ProxySource source{settings};
        const bool throughProxy{source.proxyFor(url).type() != QNetworkProxy::NoProxy};
        return {network, tls, throughProxy, source.authorizationFor(url)};
    }

    // A network without open connections. Requests that are under way keep the old one alive.
    void renewNetwork()
    {
        if (!isGiven) {
            network = std::make_shared<QNetworkAccessManager>();
        }
        network->setProxyFactory(new ProxySource{settings});
        idle.forget();
    }

    Clock& clock;
    RateGate gate;
    IdleConnections idle;
    NetworkSettings settings;
    QSslConfiguration tls{plainTls()};
    std::shared_ptr<QNetworkAccessManager> network;
    bool isGiven;
};

HttpClient::HttpClient(Clock& clock, QNetworkAccessManager* network, QObject* parent)
    : QObject{parent}
    , d{std::make_unique<Private>(clock, network)}
{ }

HttpClient::~HttpClient() = default;

Result<Done> HttpClient::apply(const NetworkSettings& settings)
{
    if (settings.proxyMode == ProxyMode::Manual
        && (settings.proxyHost.trimmed().isEmpty() || settings.proxyPort == 0)) {
        return fail(ErrorKind::Rejected, QStringLiteral("proxy"));
    }
    const auto tls = tlsWith(settings.extraCaFile);
    if (!tls) {
        return fail(tls.error());
    }
    d->settings = settings;
    d->tls = *tls;
    d->renewNetwork(); // open connections know neither the new proxy nor the new authorities
    return Done{};
}

Call<ClientAnswer>* HttpClient::send(const ClientRequest& request)
{
    if (const auto refusal = refusalOf(request)) {
        return settledCall<ClientAnswer>(this, fail(ErrorKind::Rejected, *refusal));
    }
    if (const auto wait = d->gate.closedFor(request.rateKey)) {
        return settledCall<ClientAnswer>(this,
            fail(Error{ErrorKind::RateLimited, QStringLiteral("held-back")}.withRetryAfter(
                std::chrono::ceil<std::chrono::seconds>(*wait))));
    }
    if (!isReadMethod(request.method) && d->idle.isStale(request.url)) {
        d->renewNetwork();
    }
    auto* call = new Call<ClientAnswer>{this};
    auto* exchange = new Exchange{d->clock, request, d->routeTo(request.url), call, this};
    call->onCancel([exchange = QPointer<Exchange>{exchange}] {
        if (exchange) {
            exchange->stop();
        }
    });
    connect(exchange, &QObject::destroyed, this,
        [this, url = request.url, network = d->idle.begin(request.url)] {
            d->idle.end(url, network);
        });
    exchange->start();
    return call;
}

void HttpClient::holdBack(const QByteArray& rateKey, std::chrono::milliseconds wait)
{
    d->gate.close(rateKey, wait);
}

} // namespace Textdesk
