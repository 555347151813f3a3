// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/net/tcprelay.h"

#include <QTimer>

namespace Textdesk::Testing {

TcpRelay::TcpRelay(quint16 targetPort, QObject* parent)
    : QTcpServer{parent}
    , m_targetPort{targetPort}
{
    if (!listen(QHostAddress::LocalHost, 0)) {
        qFatal("TcpRelay cannot listen");
    }
}

void TcpRelay::cut()
{
    const auto sockets = std::exchange(m_sockets, {});
    for (const QPointer<QTcpSocket>& socket : sockets) {
        if (socket) {
            socket->abort();
        }
    }
}

void TcpRelay::incomingConnection(qintptr descriptor)
{
    auto* client = new QTcpSocket{this};
    client->setSocketDescriptor(descriptor);
    client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_sockets.emplace_back(client);
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    if (m_isProxy) {
        connect(client, &QTcpSocket::readyRead, this, [this, client] { greet(client); });
    } else {
        join(client, {});
    }
}

void TcpRelay::greet(QTcpSocket* client)
{
    const QByteArray seen{client->peek(65536)};
    const auto end = seen.indexOf("\r\n\r\n");
    if (end < 0) {
        return;
    }
    const QByteArray head{client->read(end + 4)};
    m_heads.push_back(head);
    if (!head.startsWith("CONNECT ")) {
        client->write("HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 0\r\n\r\n");
        client->disconnectFromHost();
        return;
    }
    if (!m_authorization.isEmpty()
        && !head.contains("Authorization: " + m_authorization + "\r\n")) {
        client->write("HTTP/1.1 407 Proxy Authentication Required\r\n"
                      "Proxy-Authenticate: Basic realm=\"test\"\r\nContent-Length: 0\r\n\r\n");
        return;
    }
    client->disconnect(this);
    client->write("HTTP/1.1 200 Connection established\r\n\r\n");
    join(client, client->readAll());
}

void TcpRelay::join(QTcpSocket* client, const QByteArray& early)
{
    auto* server = new QTcpSocket{this};
    m_sockets.emplace_back(server);
    connect(server, &QTcpSocket::disconnected, server, &QObject::deleteLater);
    connect(server, &QTcpSocket::connected, server,
        [server] { server->setSocketOption(QAbstractSocket::LowDelayOption, 1); });
    pipe(client, server, true);
    pipe(server, client, false);
    server->connectToHost(QHostAddress{QHostAddress::LocalHost}, m_targetPort);
    pass(early, server);
}

void TcpRelay::pipe(QTcpSocket* from, QTcpSocket* to, bool isUp)
{
    const QPointer<QTcpSocket> target{to};
    connect(from, &QTcpSocket::readyRead, this, [this, from, target, isUp] {
        const QByteArray bytes{from->readAll()};
        m_bytesUp += isUp ? bytes.size() : 0;
        pass(bytes, target);
    });
    connect(from, &QTcpSocket::disconnected, this, [this, target] {
        QTimer::singleShot(m_delay, Qt::PreciseTimer, this, [target] {
            if (target) {
                target->disconnectFromHost();
            }
        });
    });
}

void TcpRelay::pass(const QByteArray& bytes, const QPointer<QTcpSocket>& to)
{
    if (m_delay.count() == 0) {
        if (to) {
            to->write(bytes);
        }
        return;
    }
    QTimer::singleShot(m_delay, Qt::PreciseTimer, this, [bytes, to] {
        if (to) {
            to->write(bytes);
        }
    });
}

} // namespace Textdesk::Testing
