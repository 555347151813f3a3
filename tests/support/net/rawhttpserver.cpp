// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/net/rawhttpserver.h"

#include <QPointer>
#include <QSslSocket>
#include <QTimer>

#include <memory>

#include <sys/socket.h>

namespace Textdesk::Testing {

QByteArray RawHttpServer::Request::field(const QByteArray& name) const
{
    for (const QByteArray& line : head.split('\n')) {
        const auto colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0) {
            return line.mid(colon + 1).trimmed();
        }
    }
    return {};
}

RawHttpServer::RawHttpServer(std::optional<QSslConfiguration> tls)
    : m_tls{std::move(tls)}
{
    if (!listen(QHostAddress::LocalHost, 0)) {
        qFatal("RawHttpServer cannot listen");
    }
}

void RawHttpServer::script(std::vector<Reaction> reactions)
{
    m_script = std::move(reactions);
    m_next = 0;
}

QUrl RawHttpServer::url(const QString& path, const QString& host) const
{
    return QUrl{(m_tls ? QStringLiteral("https://") : QStringLiteral("http://")) + host + u':'
        + QString::number(serverPort()) + path};
}

int RawHttpServer::countOf(const QByteArray& method) const
{
    return static_cast<int>(std::count_if(m_requests.begin(), m_requests.end(),
        [&method](const Request& request) { return request.method() == method; }));
}

QByteArray RawHttpServer::ok(const QByteArray& body)
{
    return answer("200 OK", "Content-Type: application/json\r\n", body);
}

QByteArray RawHttpServer::answer(
    const QByteArray& statusLine, const QByteArray& headers, const QByteArray& body)
{
    return "HTTP/1.1 " + statusLine + "\r\n" + headers
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

void RawHttpServer::incomingConnection(qintptr descriptor)
{
    auto* socket = m_tls ? new QSslSocket{this} : new QTcpSocket{this};
    socket->setSocketDescriptor(descriptor);
    m_peers.insert(socket, Peer{m_connections++, {}, -1, 0, false});
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        m_peers.remove(socket);
        socket->deleteLater();
    });
    connect(
        socket, &QTcpSocket::bytesWritten, this, [this](qint64 bytes) { m_bytesSent += bytes; });
    if (m_tls) {
        auto* secure = static_cast<QSslSocket*>(socket);
        secure->setSslConfiguration(*m_tls);
        secure->startServerEncryption();
    }
    if (m_script[std::min(m_next, m_script.size() - 1)].when == When::Accepted) {
        react(socket, next());
    }
}

void RawHttpServer::read(QTcpSocket* socket)
{
    if (!m_peers.contains(socket)) {
        return;
    }
    Peer& peer{m_peers[socket]};
    peer.pending += socket->readAll();
    bool goesOn{true};
    while (goesOn) {
        goesOn = peer.open < 0 ? readHead(socket, peer) : readBody(socket, peer);
    }
}

bool RawHttpServer::readHead(QTcpSocket* socket, Peer& peer)
{
    const auto end = peer.pending.indexOf("\r\n\r\n");
    if (end < 0) {
        return false;
    }
    m_requests.push_back({peer.number, peer.pending.left(end + 4), {}, false});
    peer.pending.remove(0, end + 4);
    peer.open = static_cast<int>(m_requests.size()) - 1;
    peer.missing = m_requests.back().field("Content-Length").toLongLong();
    peer.hasReacted = m_script[std::min(m_next, m_script.size() - 1)].when == When::Headers;
    if (peer.hasReacted) {
        react(socket, next());
    }
    return m_peers.contains(socket);
}

bool RawHttpServer::readBody(QTcpSocket* socket, Peer& peer)
{
    Request& request{m_requests[static_cast<size_t>(peer.open)]};
    const QByteArray part{peer.pending.left(peer.missing)};
    request.body += part;
    peer.pending.remove(0, part.size());
    peer.missing -= part.size();
    if (peer.missing > 0) {
        return false;
    }
    request.isWhole = true;
    peer.open = -1;
    if (!peer.hasReacted) {
        react(socket, next());
    }
    return m_peers.contains(socket) && !m_peers[socket].pending.isEmpty();
}

RawHttpServer::Reaction RawHttpServer::next()
{
    const size_t index{std::min(m_next++, m_script.size() - 1)};
    return m_script[index];
}

void RawHttpServer::react(QTcpSocket* socket, const Reaction& reaction)
{
    if (reaction.dripMs > 0) {
        drip(socket, reaction.send, 0, reaction);
        return;
    }
    if (!reaction.send.isEmpty()) {
        socket->write(reaction.send);
        socket->flush();
    }
    if (reaction.repeat != 0) {
        pump(socket, reaction.chunk, reaction.repeat, reaction.end);
        return;
    }
    finish(socket, reaction.end);
}

void RawHttpServer::pump(QTcpSocket* socket, const QByteArray& chunk, int repeat, End end)
{
    auto rest = std::make_shared<int>(repeat);
    const auto more = [socket, chunk, rest, end] {
        while (*rest != 0 && socket->bytesToWrite() < 262144) {
            socket->write(chunk);
            *rest -= *rest > 0 ? 1 : 0;
        }
        if (*rest == 0) {
            finish(socket, end);
        }
    };
    connect(socket, &QTcpSocket::bytesWritten, socket, more, Qt::QueuedConnection);
    more();
}

void RawHttpServer::drip(
    QTcpSocket* socket, const QByteArray& bytes, qsizetype at, const Reaction& reaction)
{
    if (at >= bytes.size()) {
        finish(socket, reaction.end);
        return;
    }
    socket->write(bytes.mid(at, 1));
    socket->flush();
    QTimer::singleShot(reaction.dripMs, socket,
        [this, socket, bytes, at, reaction] { drip(socket, bytes, at + 1, reaction); });
}

void RawHttpServer::finish(QTcpSocket* socket, End end)
{
    if (end == End::Fin) {
        socket->disconnectFromHost();
    } else if (end == End::Rst) {
        const linger now{1, 0}; // closing throws away what is unsent and answers with a reset
        ::setsockopt(
            static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof(now));
        // From the event loop: the caller may still hold references to what belongs to this socket.
        QMetaObject::invokeMethod(
            socket, [socket] { socket->abort(); }, Qt::QueuedConnection);
    }
}

} // namespace Textdesk::Testing
