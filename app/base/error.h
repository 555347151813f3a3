// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Why an operation failed, in a form that decides what may be done next.
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace Textdesk {

enum class ErrorKind {
    Cancelled,
    Offline, // no route, refused, DNS, TLS refused: nothing reached the service
    Timeout,
    Unauthorized, // 401 or 403, or no credit left: the account, not this one request
    Rejected, // the service understood and said no
    NotFound,
    RateLimited,
    ServerFault, // 5xx, or the connection was cut
    Protocol, // an answer that cannot be read
    SecretUnavailable,
    Storage
};

class Error final {
public:
    // detail is for logs: it never holds a phone number, a message text or a secret.
    explicit Error(ErrorKind kind, QString detail = {});

    [[nodiscard]] ErrorKind kind() const { return m_kind; }
    [[nodiscard]] const QString& detail() const { return m_detail; }
    // HTTP status, 0 when there was no answer.
    [[nodiscard]] int httpStatus() const { return m_httpStatus; }
    // The provider's own error code, e.g. "2" at ZoomConnect; empty if it gave none.
    [[nodiscard]] const QString& providerCode() const { return m_providerCode; }
    // Text the provider meant for people; may quote what was sent, so it is shown but never logged.
    [[nodiscard]] const QString& providerText() const { return m_providerText; }
    [[nodiscard]] std::optional<std::chrono::seconds> retryAfter() const { return m_retryAfter; }

    // True when the same read may succeed later. Says nothing about creates: see mayHaveHappened().
    [[nodiscard]] bool isRetryable() const;
    // True unless it is certain that the service did not carry the request out.
    [[nodiscard]] bool mayHaveHappened() const { return m_mayHaveHappened; }

    Error& withHttpStatus(int status);
    Error& withProviderCode(QString code);
    Error& withProviderText(QString text);
    Error& withRetryAfter(std::chrono::seconds wait);
    Error& withMayHaveHappened(bool may);

private:
    ErrorKind m_kind;
    QString m_detail;
    QString m_providerCode;
    QString m_providerText;
    int m_httpStatus{0};
    std::optional<std::chrono::seconds> m_retryAfter;
    bool m_mayHaveHappened{false};
};

// Stable name for logs and JSON, e.g. "RateLimited".
[[nodiscard]] QString errorKindName(ErrorKind kind);

} // namespace Textdesk
