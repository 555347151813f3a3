// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/net/fakenetwork.h"

#include "tests/support/net/fakereply.h"

#include <QPointer>

namespace Textdesk::Testing {

namespace {

QByteArray verbOf(QNetworkAccessManager::Operation operation, const QNetworkRequest& request)
{
    switch (operation) {
    case QNetworkAccessManager::HeadOperation:
        return QByteArrayLiteral("HEAD");
    case QNetworkAccessManager::GetOperation:
        return QByteArrayLiteral("GET");
    case QNetworkAccessManager::PutOperation:
        return QByteArrayLiteral("PUT");
    case QNetworkAccessManager::PostOperation:
        return QByteArrayLiteral("POST");
    case QNetworkAccessManager::DeleteOperation:
        return QByteArrayLiteral("DELETE");
    case QNetworkAccessManager::CustomOperation:
    case QNetworkAccessManager::UnknownOperation:
        break;
    }
    return request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
}

} // namespace

QByteArray FakeNetwork::Request::target() const
{
    const QByteArray path{url.path(QUrl::FullyEncoded).toLatin1()};
    const QByteArray query{url.query(QUrl::FullyEncoded).toLatin1()};
    return (path.isEmpty() ? QByteArrayLiteral("/") : path)
        + (url.hasQuery() ? '?' + query : QByteArray{});
}

void FakeNetwork::enqueueRefusal(QNetworkReply::NetworkError error)
{
    enqueue({.error = error, .readsBody = false});
}

FakeNetwork::Answer FakeNetwork::nextAnswer(Request& request, QIODevice* outgoing)
{
    const bool queued{!m_queue.empty()};
    if (outgoing && (!queued || m_queue.front().readsBody)) {
        request.body = outgoing->readAll();
    }
    if (queued) {
        const Answer answer{std::move(m_queue.front())};
        m_queue.pop_front();
        return answer;
    }
    if (m_handler) {
        return m_handler(request);
    }
    qWarning("FakeNetwork: no answer scripted for %s %s", request.method.constData(),
        request.url.toEncoded().constData());
    return {.error = QNetworkReply::ConnectionRefusedError};
}

QNetworkReply* FakeNetwork::createRequest(
    Operation operation, const QNetworkRequest& request, QIODevice* outgoing)
{
    Request seen{verbOf(operation, request), request.url(), {}, {}};
    for (const QByteArray& name : request.rawHeaderList()) {
        seen.headers.add(name, request.rawHeader(name));
    }
    Answer answer{nextAnswer(seen, outgoing)};
    m_requests.push_back(std::move(seen));
    const QPointer<FakeNetwork> self{this};
    return new FakeReply{request, operation, std::move(answer),
        [self] {
            if (self) {
                ++self->m_aborted;
            }
        },
        this};
}

} // namespace Textdesk::Testing
