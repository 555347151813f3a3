// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/httpserver.h"

#include "app/base/log.h"
#include "app/http/serverconnection.h"

#include <QHash>
#include <QSet>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>

namespace Textdesk {

namespace {

constexpr int listenBacklog{256};
// Connections above the limits that still get a 503 before they end; more than these are just cut.
constexpr qsizetype mostTurnedAway{32};

// QSslServer shows a connection only after its handshake: too late to count it and to limit its
// time.
class Listener final : public QTcpServer {
public:
    Listener(std::function<void(qintptr)> arrived, QObject* parent)
        : QTcpServer{parent}
        , m_arrived{std::move(arrived)}
    {
        setListenBacklogSize(listenBacklog);
    }

protected:
    void incomingConnection(qintptr descriptor) override { m_arrived(descriptor); }

private:
    std::function<void(qintptr)> m_arrived;
};

// One household or server usually has a whole /64 of IPv6: it counts as one address.
QHostAddress countedAddress(const QHostAddress& peer)
{
    if (peer.protocol() != QAbstractSocket::IPv6Protocol) {
        return peer;
    }
    Q_IPV6ADDR bytes{peer.toIPv6Address()};
    std::fill(std::begin(bytes.c) + 8, std::end(bytes.c), quint8{0});
    return QHostAddress{bytes};
}

} // namespace

class HttpServer::Private final {
public:
    void arrive(qintptr descriptor);
    void remove(ServerConnection* connection);
    void discard(ServerConnection* connection);
    void admit(ServerConnection* connection);
    void turnAway(ServerConnection* connection, const QByteArray& reason);
    [[nodiscard]] std::unique_ptr<QTcpSocket> makeSocket(qintptr descriptor) const;
    void resumeLater();

    HttpServer* server;
    ServerConnection::Terms terms;
    Listener* listener{nullptr};
    std::optional<QSslConfiguration> tls{};
    QHash<ServerConnection*, QHostAddress> served{};
    QHash<QHostAddress, int> perAddress{};
    QSet<ServerConnection*> turnedAway{};
};

std::unique_ptr<QTcpSocket> HttpServer::Private::makeSocket(qintptr descriptor) const
{
    if (!tls) {
        auto socket = std::make_unique<QTcpSocket>();
        return socket->setSocketDescriptor(descriptor) ? std::move(socket) : nullptr;
    }
    auto socket = std::make_unique<QSslSocket>();
    if (!socket->setSocketDescriptor(descriptor)) {
        return nullptr;
    }
    socket->setSslConfiguration(*tls);
    socket->startServerEncryption();
    return socket;
}

void HttpServer::Private::arrive(qintptr descriptor)
{
    auto socket = makeSocket(descriptor);
    if (!socket) {
        return;
    }
    auto* connection = new ServerConnection{std::move(socket), terms};
    connection->setParent(server);
    QObject::connect(connection, &ServerConnection::refused, server, &HttpServer::refused);
    QObject::connect(connection, &ServerConnection::ended, server,
        [this](ServerConnection* ended) { remove(ended); });
    if (served.size() >= terms.limits.connections) {
        turnAway(connection, "too-many-connections");
    } else if (perAddress.value(countedAddress(connection->peer()))
        >= terms.limits.connectionsPerAddress) {
        turnAway(connection, "too-many-from-address");
    } else {
        admit(connection);
    }
}

void HttpServer::Private::admit(ServerConnection* connection)
{
    const QHostAddress address{countedAddress(connection->peer())};
    served.insert(connection, address);
    ++perAddress[address];
    connection->serve();
}

void HttpServer::Private::turnAway(ServerConnection* connection, const QByteArray& reason)
{
    // A handshake only to say no would cost more than serving.
    if (tls || turnedAway.size() >= mostTurnedAway) {
        const QHostAddress peer{connection->peer()};
        discard(connection);
        QMetaObject::invokeMethod(
            server, [this, peer, reason] { emit server->refused(peer, 503, reason); },
            Qt::QueuedConnection);
        return;
    }
    turnedAway.insert(connection);
    // Not from within the accepting loop: whoever hears of it may delete the server.
    QMetaObject::invokeMethod(
        connection,
        [connection, reason] {
            connection->turnAway({503, reason});
        },
        Qt::QueuedConnection);
}

void HttpServer::Private::remove(ServerConnection* connection)
{
    turnedAway.remove(connection);
    const auto found = served.constFind(connection);
    if (found != served.constEnd()) {
        if (--perAddress[*found] == 0) {
            perAddress.remove(*found);
        }
        served.erase(found);
    }
    connection->deleteLater();
}

void HttpServer::Private::discard(ServerConnection* connection)
{
    connection->disconnect(server);
    connection->drop();
    if (connection->isCallingOut()) {
        connection->setParent(nullptr);
        connection->deleteLater();
    } else {
        delete connection;
    }
}

// Out of file descriptors: accepting again at once would only spin.
void HttpServer::Private::resumeLater()
{
    qCInfo(logHttp, "accepting pauses: %s", qPrintable(listener->errorString()));
    terms.clock.after(std::chrono::seconds{1}, listener, [this] { listener->resumeAccepting(); });
}

HttpServer::HttpServer(RequestHandler& handler, Clock& clock, ServerLimits limits, QObject* parent)
    : QObject{parent}
    , d{new Private{this, {handler, clock, limits}}}
{ }

HttpServer::~HttpServer()
{
    const auto connections = findChildren<ServerConnection*>(QString{}, Qt::FindDirectChildrenOnly);
    for (ServerConnection* connection : connections) {
        d->discard(connection);
    }
}

void HttpServer::useTls(const QSslConfiguration& configuration)
{
    d->tls = configuration;
    if (configuration.peerVerifyMode() == QSslSocket::AutoVerifyPeer) {
        d->tls->setPeerVerifyMode(QSslSocket::VerifyNone); // Qt would ask clients for a certificate
    }
}

Result<quint16> HttpServer::listen(const QHostAddress& address, quint16 port)
{
    if (isListening()) {
        return fail(ErrorKind::Offline, QStringLiteral("already listening"));
    }
    // Made here and not earlier: the server may have been moved to its thread since.
    delete d->listener;
    d->listener = new Listener{[this](qintptr descriptor) { d->arrive(descriptor); }, this};
    connect(d->listener, &QTcpServer::acceptError, this, [this] { d->resumeLater(); });
    if (!d->listener->listen(address, port)) {
        return fail(ErrorKind::Offline, d->listener->errorString());
    }
    return d->listener->serverPort();
}

void HttpServer::close()
{
    if (d->listener != nullptr) {
        d->listener->close();
    }
    const auto connections = d->served.keys();
    for (ServerConnection* connection : connections) {
        connection->closeSoon();
    }
}

bool HttpServer::isListening() const
{
    return d->listener != nullptr && d->listener->isListening();
}

quint16 HttpServer::port() const
{
    return isListening() ? d->listener->serverPort() : quint16{0};
}

int HttpServer::connectionCount() const
{
    return int(d->served.size());
}

} // namespace Textdesk
