// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/serverconnection.h"

#include "app/base/log.h"
#include "app/http/answerbytes.h"
#include "app/http/descriptor.h"

#include <QSslSocket>

namespace Textdesk {

namespace {

using namespace std::chrono_literals;

constexpr qint64 readBufferBytes{65536};
// How long a client may go on sending what nobody reads, so that it sees our answer and no reset.
constexpr auto lingerTime = 2s;
constexpr qsizetype lingerBytes{4194304};

ParserLimits parserLimits(const ServerLimits& limits)
{
    return {limits.targetBytes, limits.headerBytes, limits.bodyBytes};
}

QHostAddress plainAddress(const QHostAddress& address)
{
    bool isIpv4{false};
    const quint32 ipv4{address.toIPv4Address(&isIpv4)};
    return isIpv4 ? QHostAddress{ipv4} : address;
}

} // namespace

ServerConnection::ServerConnection(std::unique_ptr<QTcpSocket> socket, const Terms& terms)
    : m_terms{terms}
    , m_socket{std::move(socket)}
    , m_tls{qobject_cast<QSslSocket*>(m_socket.get()) != nullptr}
    , m_peer{plainAddress(m_socket->peerAddress())}
    , m_anchor{std::make_shared<ConnectionAnchor>()}
    , m_deadline{terms.clock, this, [this] { onExpired(); }}
    , m_parser{parserLimits(terms.limits)}
    , m_stage{Stage::Opening}
{
    m_anchor->connection = this;
    m_socket->setReadBufferSize(readBufferBytes);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &ServerConnection::onReadable);
    connect(m_socket.get(), &QTcpSocket::bytesWritten, this, &ServerConnection::onWritten);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &ServerConnection::end);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, [this] {
        if (m_stage == Stage::Opening) {
            end(); // a failed handshake need not end in disconnected()
        }
    });
    if (auto* secure = qobject_cast<QSslSocket*>(m_socket.get())) {
        connect(secure, &QSslSocket::encryptedBytesWritten, this, &ServerConnection::onWritten);
        connect(secure, &QSslSocket::encrypted, this, [this] {
            if (m_stage == Stage::Opening) {
                m_stage = Stage::Reading;
                onReadable();
            }
        });
    }
}

ServerConnection::~ServerConnection()
{
    const QMutexLocker lock{&m_anchor->mutex};
    m_anchor->connection = nullptr;
    m_socket->disconnect(this);
}

template <typename Function> void ServerConnection::callOut(const Function& function)
{
    m_callingOut = true;
    function();
    m_callingOut = false;
}

void ServerConnection::serve()
{
    m_deadline.set(m_terms.limits.headerTime);
    if (!m_tls) {
        m_stage = Stage::Reading;
        onReadable();
    }
}

void ServerConnection::turnAway(const Refusal& refusal)
{
    if (m_stage == Stage::Opening) {
        refuse(refusal);
    }
}

void ServerConnection::closeSoon()
{
    m_closeAfterAnswer = true;
    if (m_stage == Stage::Opening || m_stage == Stage::Reading) {
        m_socket->abort();
    }
}

void ServerConnection::drop()
{
    m_stage = Stage::Ended;
    m_deadline.clear();
    m_socket->disconnect(this);
    m_socket->abort();
}

void ServerConnection::startRequest(std::chrono::milliseconds firstByteTime)
{
    m_parser = RequestParser{parserLimits(m_terms.limits)};
    m_stage = Stage::Reading;
    m_deadline.set(firstByteTime);
}

void ServerConnection::onReadable()
{
    switch (m_stage) {
    case Stage::Reading:
        readRequest();
        break;
    case Stage::Answering:
    case Stage::Writing:
        // No pipelining: what came too early is never looked at, and the connection ends.
        m_closeAfterAnswer = m_closeAfterAnswer || m_socket->bytesAvailable() > 0;
        break;
    case Stage::Lingering:
        discard();
        break;
    case Stage::Opening:
    case Stage::Ended:
        break;
    }
}

void ServerConnection::readRequest()
{
    while (m_stage == Stage::Reading && m_socket->bytesAvailable() > 0) {
        const QByteArray bytes{m_socket->read(readBufferBytes)};
        const bool wasEmpty{m_parser.state() == RequestParser::State::Empty};
        const bool wasInHead{wasEmpty || m_parser.state() == RequestParser::State::Head};
        const qsizetype taken{m_parser.feed(bytes)};
        switch (m_parser.state()) {
        case RequestParser::State::Refused:
            refuse(m_parser.refusal());
            return;
        case RequestParser::State::Complete:
            m_closeAfterAnswer = m_closeAfterAnswer || taken < bytes.size()
                || m_socket->bytesAvailable() > 0 || !m_parser.head().keepAlive;
            dispatch();
            return;
        case RequestParser::State::Empty:
        case RequestParser::State::Head:
        case RequestParser::State::Body:
            watchTimes(wasEmpty, wasInHead);
            break;
        }
    }
}

void ServerConnection::watchTimes(bool wasEmpty, bool wasInHead)
{
    const qint64 nowMs{m_terms.clock.steadyMs()};
    if (wasEmpty) {
        m_requestStartMs = nowMs;
        m_deadline.set(m_terms.limits.headerTime);
    }
    if (wasInHead && m_parser.state() == RequestParser::State::Body) {
        const std::chrono::milliseconds used{nowMs - m_requestStartMs};
        m_deadline.set(m_terms.limits.requestTime - used);
        if (m_parser.awaitsContinue() && m_socket->bytesAvailable() == 0) {
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        }
    }
}

void ServerConnection::dispatch()
{
    m_stage = Stage::Answering;
    m_deadline.set(m_terms.limits.answerTime);
    RawRequest request{m_parser.request()};
    request.peer = m_peer;
    request.tls = m_tls;
    callOut([&] { m_terms.handler.handle(request, answerFunction(m_anchor, ++m_requestNumber)); });
}

void ServerConnection::answerRequest(quint64 requestNumber, const ServerAnswer& answer)
{
    if (m_stage != Stage::Answering || requestNumber != m_requestNumber) {
        return;
    }
    if (answer.abortConnection) {
        m_socket->abort();
        return;
    }
    // Our turn came before the notice of what is still in the system.
    m_closeAfterAnswer = m_closeAfterAnswer || m_socket->bytesAvailable() > 0
        || hasUnfetchedBytes(m_socket->socketDescriptor());
    write(answer, !m_closeAfterAnswer);
}

void ServerConnection::refuse(const Refusal& refusal)
{
    qCDebug(logHttp, "refused a request: %d %s", refusal.status, refusal.reason.constData());
    m_wasRefused = true;
    m_closeAfterAnswer = true;
    ServerAnswer answer;
    answer.status = refusal.status;
    answer.body = refusal.reason + '\n';
    write(answer, false);
    callOut([&] { emit refused(m_peer, refusal.status, refusal.reason); });
}

void ServerConnection::write(const ServerAnswer& answer, bool keepAlive)
{
    m_stage = Stage::Writing;
    // A reader that takes the answer too slowly loses it.
    m_deadline.set(m_terms.limits.requestTime);
    AnswerForm form;
    form.withoutBody = m_parser.head().method == "HEAD";
    form.keepAlive = keepAlive;
    form.minorVersion = m_parser.head().minorVersion;
    m_socket->write(answerBytes(answer, form, m_terms.clock.now()));
    m_socket->flush();
}

void ServerConnection::onWritten()
{
    const auto* secure = qobject_cast<const QSslSocket*>(m_socket.get());
    if (m_stage != Stage::Writing || m_socket->bytesToWrite() > 0
        || (secure != nullptr && secure->encryptedBytesToWrite() > 0)) {
        return;
    }
    if (m_closeAfterAnswer) {
        linger();
    } else {
        startRequest(m_terms.limits.idleTime);
    }
}

// Closing with unread bytes makes the system send a reset, which can overtake the answer.
void ServerConnection::linger()
{
    m_stage = Stage::Lingering;
    m_deadline.set(lingerTime);
    if (!m_tls) {
        closeWritingSide(m_socket->socketDescriptor());
        discard();
    } else if (m_wasRefused || m_socket->bytesAvailable() > 0) {
        discard();
    } else {
        m_socket->disconnectFromHost();
    }
}

void ServerConnection::discard()
{
    while (m_stage == Stage::Lingering && m_socket->bytesAvailable() > 0) {
        m_discarded += m_socket->read(readBufferBytes).size();
        if (m_discarded > lingerBytes) {
            m_socket->abort();
        }
    }
}

void ServerConnection::onExpired()
{
    const bool isIdle{m_stage == Stage::Reading && m_parser.state() == RequestParser::State::Empty};
    if (isIdle || (m_stage == Stage::Lingering && m_tls)) {
        m_socket->disconnectFromHost();
    } else if (m_stage == Stage::Reading) {
        refuse({408, "too-slow"});
    } else if (m_stage == Stage::Answering) {
        refuse({503, "no-answer"});
    } else {
        m_socket->abort();
    }
}

void ServerConnection::end()
{
    if (m_stage != Stage::Ended) {
        m_stage = Stage::Ended;
        m_deadline.clear();
        emit ended(this);
    }
}

} // namespace Textdesk
