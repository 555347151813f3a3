// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Says by which proxy a URL is reached; installed in Qt so that no other rule of Qt's applies.
#pragma once

#include "app/base/secrettext.h"
#include "app/net/httpclient.h"

#include <QNetworkProxyFactory>

namespace Textdesk {

// A proxy that refuses is a failure and never a reason to go without it. This computer itself (the
// practice service) is always reached directly: no proxy can reach it for us.
class ProxySource final : public QNetworkProxyFactory {
public:
    explicit ProxySource(NetworkSettings settings);

    [[nodiscard]] QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override;
    // The one proxy that a request to this URL uses.
    [[nodiscard]] QNetworkProxy proxyFor(const QUrl& url);
    // Value of Proxy-Authorization for a URL in clear text, which Qt would send only after a
    // refusal that makes it repeat the body; empty when there is no such proxy or it has no user.
    [[nodiscard]] QByteArray authorizationFor(const QUrl& url);

private:
    NetworkSettings m_settings;
};

} // namespace Textdesk
