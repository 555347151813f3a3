// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/wirerequest.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace Textdesk {

namespace {

// RFC 9110, 5.6.2.
bool isToken(const QByteArray& text)
{
    constexpr std::string_view signs{"!#$%&'*+-.^_`|~"};
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [signs](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
            || signs.find(c) != std::string_view::npos;
    });
}

// Qt writes values as they are: a line break in a pasted token would be a header of its own.
bool isFieldValue(const QByteArray& text)
{
    return std::none_of(text.begin(), text.end(),
        [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; });
}

// What says where a request ends and whom it is for is ours to write.
bool isReservedName(const QByteArray& name)
{
    static constexpr std::array names{"host", "content-length", "transfer-encoding", "connection",
        "upgrade", "expect", "te", "trailer", "keep-alive", "proxy-authorization",
        "accept-encoding"};
    const QByteArray lower{name.toLower()};
    return std::any_of(
        names.begin(), names.end(), [&lower](const char* reserved) { return lower == reserved; });
}

bool areHeadersFit(const ClientRequest& request)
{
    const auto& all = request.headers.all();
    return isFieldValue(request.contentType)
        && std::all_of(all.begin(), all.end(), [](const auto& field) {
               return isToken(field.first) && isFieldValue(field.second)
                   && !isReservedName(field.first);
           });
}

} // namespace

bool isReadMethod(const QByteArray& method)
{
    return method == "GET" || method == "HEAD";
}

std::optional<QString> refusalOf(const ClientRequest& request)
{
    const QString scheme{request.url.scheme()};
    const bool isHttp{scheme == QLatin1String{"http"} || scheme == QLatin1String{"https"}};
    if (!request.url.isValid() || !isHttp || request.url.host().isEmpty()
        || !request.url.userInfo().isEmpty()) {
        return QStringLiteral("url");
    }
    if (!isToken(request.method) || request.method == "CONNECT" || request.method == "TRACE") {
        return QStringLiteral("method");
    }
    if (!areHeadersFit(request)) {
        return QStringLiteral("header");
    }
    if (isReadMethod(request.method) && !request.body.isEmpty()) {
        return QStringLiteral("body");
    }
    return std::nullopt;
}

bool isSameOrigin(const QUrl& a, const QUrl& b)
{
    const int fallback{a.scheme() == QLatin1String{"https"} ? 443 : 80};
    return a.scheme() == b.scheme() && a.host() == b.host() && a.port(fallback) == b.port(fallback);
}

QNetworkRequest wireRequest(
    const ClientRequest& request, const QUrl& url, const QSslConfiguration& tls)
{
    QNetworkRequest wire{url};
    wire.setSslConfiguration(tls);
    wire.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    wire.setAttribute(QNetworkRequest::Http2AllowedAttribute, true);
    wire.setAttribute(QNetworkRequest::Http2CleartextAllowedAttribute, false);
    wire.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    wire.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // With the header set by us Qt unpacks nothing, so an answer is never larger than what came in.
    wire.setRawHeader(QByteArrayLiteral("Accept-Encoding"), QByteArrayLiteral("identity"));
    wire.setRawHeader(
        QByteArrayLiteral("User-Agent"), QByteArrayLiteral("Textdesk/" TEXTDESK_VERSION));
    if (!request.contentType.isEmpty()) {
        wire.setRawHeader(QByteArrayLiteral("Content-Type"), request.contentType);
    }
    for (const auto& [name, value] : request.headers.all()) {
        wire.setRawHeader(name, value);
    }
    if (!isReadMethod(request.method)) {
        // Without these two Qt would copy the body, and could then rewind and repeat it.
        wire.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        wire.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    }
    return wire;
}

} // namespace Textdesk
