// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A line between a client and a server on this machine: plain or behind CONNECT, slow when asked,
// cut at will.
#pragma once

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <chrono>
#include <vector>

namespace Textdesk::Testing {

class TcpRelay final : public QTcpServer {
    Q_OBJECT
public:
    explicit TcpRelay(quint16 targetPort, QObject* parent = nullptr);

    // Each direction takes this long.
    void delayBy(std::chrono::milliseconds oneWay) { m_delay = oneWay; }
    // New lines go there.
    void retarget(quint16 port) { m_targetPort = port; }
    // From now on an HTTP proxy that tunnels every CONNECT to the target, whatever host is named.
    void becomeProxy() { m_isProxy = true; }
    // The proxy wants "Basic ..." in Proxy-Authorization and answers 407 without it.
    void demand(const QByteArray& authorization) { m_authorization = authorization; }
    // Resets all lines that stand now.
    void cut();

    [[nodiscard]] const std::vector<QByteArray>& connectHeads() const { return m_heads; }
    [[nodiscard]] qint64 bytesUp() const { return m_bytesUp; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void greet(QTcpSocket* client);
    void join(QTcpSocket* client, const QByteArray& early);
    void pipe(QTcpSocket* from, QTcpSocket* to, bool isUp);
    void pass(const QByteArray& bytes, const QPointer<QTcpSocket>& to);

    quint16 m_targetPort;
    std::chrono::milliseconds m_delay{0};
    bool m_isProxy{false};
    QByteArray m_authorization;
    std::vector<QByteArray> m_heads;
    std::vector<QPointer<QTcpSocket>> m_sockets;
    qint64 m_bytesUp{0};
};

} // namespace Textdesk::Testing
