// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/net/fakereply.h"

#include <algorithm>
#include <cstring>

namespace Textdesk::Testing {

namespace {

// As Qt does for real answers: a status above 399 is also an error.
QNetworkReply::NetworkError errorOfStatus(int status)
{
    switch (status) {
    case 400:
        return QNetworkReply::ProtocolInvalidOperationError;
    case 401:
        return QNetworkReply::AuthenticationRequiredError;
    case 403:
        return QNetworkReply::ContentAccessDenied;
    case 404:
        return QNetworkReply::ContentNotFoundError;
    case 407:
        return QNetworkReply::ProxyAuthenticationRequiredError;
    case 500:
        return QNetworkReply::InternalServerError;
    case 503:
        return QNetworkReply::ServiceUnavailableError;
    default:
        break;
    }
    if (status >= 500) {
        return QNetworkReply::UnknownServerError;
    }
    return status >= 400 ? QNetworkReply::UnknownContentError : QNetworkReply::NoError;
}

} // namespace

FakeReply::FakeReply(const QNetworkRequest& request, QNetworkAccessManager::Operation operation,
    FakeNetwork::Answer answer, std::function<void()> onAbort, QObject* parent)
    : QNetworkReply{parent}
    , m_answer{std::move(answer)}
    , m_onAbort{std::move(onAbort)}
{
    setRequest(request);
    setUrl(request.url());
    setOperation(operation);
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    if (!m_answer.hangs) {
        QMetaObject::invokeMethod(
            this, [this] { play(); }, Qt::QueuedConnection);
    }
}

void FakeReply::play()
{
    if (isFinished()) {
        return;
    }
    if (m_answer.error != NoError) {
        setError(m_answer.error, QStringLiteral("scripted failure"));
        setFinished(true);
        emit errorOccurred(m_answer.error);
        emit finished();
        return;
    }
    setAttribute(QNetworkRequest::HttpStatusCodeAttribute, m_answer.status);
    for (const auto& [name, value] : m_answer.headers) {
        setRawHeader(name, value);
    }
    if (const NetworkError error{errorOfStatus(m_answer.status)}; error != NoError) {
        setError(error, QStringLiteral("status"));
    }
    emit metaDataChanged();
    if (!isFinished() && !m_answer.body.isEmpty()) {
        emit readyRead();
    }
    if (!isFinished()) {
        setFinished(true);
        emit finished();
    }
}

void FakeReply::abort()
{
    if (isFinished()) {
        return;
    }
    m_onAbort();
    setError(OperationCanceledError, QStringLiteral("aborted"));
    setFinished(true);
    emit errorOccurred(OperationCanceledError);
    emit finished();
}

qint64 FakeReply::bytesAvailable() const
{
    return m_answer.body.size() - m_position + QNetworkReply::bytesAvailable();
}

qint64 FakeReply::readData(char* data, qint64 maxSize)
{
    const qint64 size{std::min<qint64>(maxSize, m_answer.body.size() - m_position)};
    if (size <= 0) {
        return -1;
    }
    std::memcpy(data, m_answer.body.constData() + m_position, static_cast<size_t>(size));
    m_position += size;
    return size;
}

} // namespace Textdesk::Testing
