// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/transporterror.h"

namespace Textdesk {

namespace {

struct Place final {
    ErrorKind kind;
    const char* word;
    bool isBeforeSending; // only possible before a connection stood, so nothing was carried out
};

// clang-format off
Place placeOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError: return {ErrorKind::Offline, "dns", true};
    case QNetworkReply::ConnectionRefusedError: return {ErrorKind::Offline, "refused", true};
    case QNetworkReply::SslHandshakeFailedError: return {ErrorKind::Offline, "tls", true};
    case QNetworkReply::ProxyAuthenticationRequiredError: return {ErrorKind::Offline, "proxy-auth", true};
    case QNetworkReply::ProxyNotFoundError: return {ErrorKind::Offline, "proxy-dns", true};
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError: return {ErrorKind::Offline, "proxy-refused", true};
    case QNetworkReply::TimeoutError: return {ErrorKind::Timeout, "timeout", false};
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError: return {ErrorKind::Protocol, "malformed", false};
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError: // Qt wanted to send it again and the body refused
    case QNetworkReply::OperationCanceledError: return {ErrorKind::ServerFault, "cut", false};
    default: return {ErrorKind::ServerFault, "network", false};
    }
}
// clang-format on

} // namespace

bool isPlainAnswer(QNetworkReply::NetworkError error, int status)
{
    if (status < 100) {
        return false;
    }
    if (error == QNetworkReply::NoError) {
        return true;
    }
    if (error == QNetworkReply::ContentReSendError) {
        // Qt takes it for an error that the body cannot be sent on to where the answer points.
        return status == 307 || status == 308;
    }
    const bool isOfStatus{error > QNetworkReply::UnknownProxyError
        && error <= QNetworkReply::UnknownServerError && error != QNetworkReply::ProtocolFailure};
    return isOfStatus && status >= 400;
}

Error transportError(QNetworkReply::NetworkError error, const RequestProgress& progress)
{
    Place place{placeOf(error)};
    if (place.isBeforeSending && progress.bodyTaken > 0
        && error != QNetworkReply::ProxyAuthenticationRequiredError) {
        // Bytes of the body left although Qt names a failure of the connection's start.
        place = {ErrorKind::ServerFault, "cut", false};
    }
    if (place.isBeforeSending) {
        const bool isProxys{progress.throughProxy
            && (error == QNetworkReply::HostNotFoundError
                || error == QNetworkReply::ConnectionRefusedError)};
        return Error{place.kind, QLatin1String{isProxys ? "proxy-refused" : place.word}};
    }
    const bool may{progress.mayHaveHappened()};
    if (place.kind == ErrorKind::ServerFault && !may && !progress.isRead) {
        place.kind = ErrorKind::Offline;
        if (progress.throughProxy && error == QNetworkReply::UnknownNetworkError) {
            place.word = "proxy-refused"; // what Qt makes of a refused CONNECT
        }
    }
    return Error{place.kind, QLatin1String{place.word}}.withMayHaveHappened(may);
}

} // namespace Textdesk
