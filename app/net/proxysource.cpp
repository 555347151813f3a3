// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/proxysource.h"

#include <QHostAddress>
#include <QNetworkProxy>

namespace Textdesk {

namespace {

bool isThisComputer(const QString& host)
{
    if (host.compare(QLatin1String{"localhost"}, Qt::CaseInsensitive) == 0) {
        return true;
    }
    QHostAddress address;
    return address.setAddress(host) && address.isLoopback();
}

} // namespace

ProxySource::ProxySource(NetworkSettings settings)
    : m_settings{std::move(settings)}
{ }

QList<QNetworkProxy> ProxySource::queryProxy(const QNetworkProxyQuery& query)
{
    const QNetworkProxy direct{QNetworkProxy::NoProxy};
    if (m_settings.proxyMode == ProxyMode::None || isThisComputer(query.peerHostName())) {
        return {direct};
    }
    if (m_settings.proxyMode == ProxyMode::Manual) {
        return {QNetworkProxy{QNetworkProxy::HttpProxy, m_settings.proxyHost, m_settings.proxyPort,
            m_settings.proxyUser, m_settings.proxyPassword.revealString()}};
    }
    const QList<QNetworkProxy> found{systemProxyForQuery(query)};
    // Only the first: "then directly" behind a proxy would be a way around it.
    return found.isEmpty() ? QList<QNetworkProxy>{direct} : QList<QNetworkProxy>{found.first()};
}

QNetworkProxy ProxySource::proxyFor(const QUrl& url)
{
    return queryProxy(QNetworkProxyQuery{url}).first();
}

QByteArray ProxySource::authorizationFor(const QUrl& url)
{
    if (url.scheme() != QLatin1String{"http"}) {
        return {};
    }
    const QNetworkProxy proxy{proxyFor(url)};
    if (proxy.type() != QNetworkProxy::HttpProxy || proxy.user().isEmpty()) {
        return {};
    }
    const QByteArray pair{(proxy.user() + u':' + proxy.password()).toUtf8()};
    return "Basic " + pair.toBase64();
}

} // namespace Textdesk
