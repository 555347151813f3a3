// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/exchange.h"

#include "app/base/log.h"
#include "app/net/oneshotbody.h"
#include "app/net/redaction.h"
#include "app/net/transporterror.h"
#include "app/net/wirerequest.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace Textdesk {

namespace {

constexpr int mostRedirects{5};
// More than an answer may have, so that a full buffer never stalls one that is within its limit.
constexpr qint64 bufferSlack{65536};

int statusOf(const QNetworkReply& reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace

Exchange::Exchange(
    Clock& clock, ClientRequest request, Route route, Call<ClientAnswer>* call, QObject* parent)
    : QObject{parent}
    , m_clock{clock}
    , m_request{std::move(request)}
    , m_route{std::move(route)}
    , m_watched{call}
    , m_call{call}
{ }

Exchange::~Exchange()
{
    dropReply();
}

void Exchange::start()
{
    m_startedMs = m_clock.steadyMs();
    issue(m_request.url);
    m_clock.after(m_request.timeout, this, [this] {
        settle(fail(Error{ErrorKind::Timeout, QStringLiteral("timeout")}.withMayHaveHappened(
            progress().mayHaveHappened())));
    });
}

void Exchange::stop()
{
    if (m_reply) {
        dropReply();
        qCDebug(logNet).noquote() << m_request.method << loggedUrl(m_url) << "cancelled";
        deleteLater();
    }
}

void Exchange::issue(const QUrl& url)
{
    m_url = url;
    QNetworkRequest wire{wireRequest(m_request, url, m_route.tls)};
    if (!m_route.proxyAuthorization.isEmpty()) {
        wire.setRawHeader(QByteArrayLiteral("Proxy-Authorization"), m_route.proxyAuthorization);
    }
    if (m_request.method == "GET") {
        m_reply = m_route.network->get(wire);
    } else if (m_request.method == "HEAD") {
        m_reply = m_route.network->head(wire);
    } else {
        m_body = new OneShotBody{m_request.body};
        m_reply = m_route.network->sendCustomRequest(wire, m_request.method, m_body);
        m_body->setParent(m_reply);
    }
    m_reply->setReadBufferSize(m_request.answerLimit + bufferSlack);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Exchange::readMetaData);
    connect(m_reply, &QIODevice::readyRead, this, &Exchange::readBody);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::conclude);
}

void Exchange::readMetaData()
{
    const QVariant length{m_reply->header(QNetworkRequest::ContentLengthHeader)};
    if (m_request.method != "HEAD" && length.toLongLong() > m_request.answerLimit) {
        failTooLarge();
    }
}

void Exchange::readBody()
{
    m_received += m_reply->readAll();
    if (m_received.size() > m_request.answerLimit) {
        failTooLarge();
    }
}

void Exchange::conclude()
{
    const int status{statusOf(*m_reply)};
    const auto error = m_reply->error();
    const bool isTunnelled{m_url.scheme() == QLatin1String{"https"}};
    const bool isOrigins407{status == 407 && isTunnelled};
    if (!isPlainAnswer(error, status) && !isOrigins407) {
        settle(fail(transportError(error, progress())));
        return;
    }
    readBody();
    if (!m_reply || followRedirect(status)) {
        return;
    }
    ClientAnswer answer{status, {}, std::exchange(m_received, {}),
        m_reply->attribute(QNetworkRequest::Http2WasUsedAttribute).toBool()};
    for (const auto& [name, value] : m_reply->rawHeaderPairs()) {
        answer.headers.add(name, value);
    }
    settle(std::move(answer));
}

bool Exchange::followRedirect(int status)
{
    if (!isRedirect(status) || !isReadMethod(m_request.method) || m_redirects >= mostRedirects) {
        return false;
    }
    const QByteArray location{m_reply->rawHeader(QByteArrayLiteral("Location"))};
    QUrl target{m_url.resolved(QUrl::fromEncoded(location, QUrl::StrictMode))};
    target.setFragment(QString{});
    if (location.isEmpty() || !target.isValid() || !target.userInfo().isEmpty()
        || !isSameOrigin(target, m_url)) {
        return false;
    }
    ++m_redirects;
    m_received.clear();
    dropReply();
    issue(target);
    return true;
}

RequestProgress Exchange::progress() const
{
    return {.isRead = isReadMethod(m_request.method),
        .hasBody = !m_request.body.isEmpty(),
        .bodyTaken = m_body ? m_body->bytesTaken() : 0,
        .throughProxy = m_route.throughProxy};
}

void Exchange::failTooLarge()
{
    settle(fail(Error{ErrorKind::Protocol, QStringLiteral("answer-too-large")}
                    .withHttpStatus(statusOf(*m_reply))
                    .withMayHaveHappened(!isReadMethod(m_request.method))));
}

void Exchange::settle(Result<ClientAnswer> result)
{
    if (!m_reply) {
        return; // the first outcome stands
    }
    dropReply();
    log(result);
    if (m_watched) {
        m_call->settle(std::move(result));
    }
    deleteLater();
}

void Exchange::dropReply()
{
    if (!m_reply) {
        return;
    }
    QNetworkReply* const reply{std::exchange(m_reply, nullptr)};
    m_body = nullptr;
    reply->disconnect(this);
    if (reply->isRunning()) {
        reply->abort();
    }
    reply->deleteLater();
}

void Exchange::log(const Result<ClientAnswer>& result) const
{
    const qint64 took{m_clock.steadyMs() - m_startedMs};
    const QString subject{
        QString::fromLatin1(m_request.method) + u' ' + loggedUrl(m_url) + QStringLiteral(": ")};
    if (result) {
        qCDebug(logNet).noquote() << subject + QString::number(result->status) << took << "ms";
    } else {
        qCInfo(logNet).noquote() << subject + errorKindName(result.error().kind())
                                 << result.error().detail() << took << "ms";
    }
}

} // namespace Textdesk
