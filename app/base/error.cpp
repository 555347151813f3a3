// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/error.h"

namespace Textdesk {

Error::Error(ErrorKind kind, QString detail)
    : m_kind{kind}
    , m_detail{std::move(detail)}
{ }

bool Error::isRetryable() const
{
    switch (m_kind) {
    case ErrorKind::Offline:
    case ErrorKind::Timeout:
    case ErrorKind::RateLimited:
    case ErrorKind::ServerFault:
        return true;
    case ErrorKind::Cancelled:
    case ErrorKind::Unauthorized:
    case ErrorKind::Rejected:
    case ErrorKind::NotFound:
    case ErrorKind::Protocol:
    case ErrorKind::SecretUnavailable:
    case ErrorKind::Storage:
        return false;
    }
    return false;
}

Error& Error::withHttpStatus(int status)
{
    m_httpStatus = status;
    return *this;
}

Error& Error::withProviderCode(QString code)
{
    m_providerCode = std::move(code);
    return *this;
}

Error& Error::withProviderText(QString text)
{
    m_providerText = std::move(text);
    return *this;
}

Error& Error::withRetryAfter(std::chrono::seconds wait)
{
    m_retryAfter = wait;
    return *this;
}

Error& Error::withMayHaveHappened(bool may)
{
    m_mayHaveHappened = may;
    return *this;
}

QString errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled:
        return QStringLiteral("Cancelled");
    case ErrorKind::Offline:
        return QStringLiteral("Offline");
    case ErrorKind::Timeout:
        return QStringLiteral("Timeout");
    case ErrorKind::Unauthorized:
        return QStringLiteral("Unauthorized");
    case ErrorKind::Rejected:
        return QStringLiteral("Rejected");
    case ErrorKind::NotFound:
        return QStringLiteral("NotFound");
    case ErrorKind::RateLimited:
        return QStringLiteral("RateLimited");
    case ErrorKind::ServerFault:
        return QStringLiteral("ServerFault");
    case ErrorKind::Protocol:
        return QStringLiteral("Protocol");
    case ErrorKind::SecretUnavailable:
        return QStringLiteral("SecretUnavailable");
    case ErrorKind::Storage:
        return QStringLiteral("Storage");
    }
    return {};
}

} // namespace Textdesk
