// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Puts a ClientRequest into Qt's form, with every convenience of Qt's that we do not want switched
// off.
#pragma once

#include "app/net/httpclient.h"

#include <QNetworkRequest>
#include <QSslConfiguration>

#include <optional>

namespace Textdesk {

// GET and HEAD: the only methods that may be repeated and redirected.
[[nodiscard]] bool isReadMethod(const QByteArray& method);

// Why this request must not go out: "url", "method", "header" or "body"; empty when it may.
[[nodiscard]] std::optional<QString> refusalOf(const ClientRequest& request);

// Scheme, host and port are the same; the path may differ.
[[nodiscard]] bool isSameOrigin(const QUrl& a, const QUrl& b);

[[nodiscard]] QNetworkRequest wireRequest(
    const ClientRequest& request, const QUrl& url, const QSslConfiguration& tls);

} // namespace Textdesk
