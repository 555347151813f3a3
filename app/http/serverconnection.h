// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One client's connection from its first byte to its last, one request at a time.
#pragma once

#include "app/http/answerslot.h"
#include "app/http/deadline.h"
#include "app/http/httpserver.h"
#include "app/http/requestparser.h"

#include <memory>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace Textdesk {

class ServerConnection final : public QObject {
    Q_OBJECT
public:
    struct Terms final {
        RequestHandler& handler;
        Clock& clock;
        ServerLimits limits;
    };

    // Takes over a connected socket; a QSslSocket has its server handshake begun.
    ServerConnection(std::unique_ptr<QTcpSocket> socket, const Terms& terms);
    ~ServerConnection() override;

    void serve();
    // Refuses without reading a request: the house is full.
    void turnAway(const Refusal& refusal);
    // Nothing new is read; a request that the handler has seen still gets its answer.
    void closeSoon();
    // Cuts the line; nothing is signalled any more.
    void drop();
    [[nodiscard]] const QHostAddress& peer() const { return m_peer; }
    // A handler or a receiver of our signals is running below: delete later, not now.
    [[nodiscard]] bool isCallingOut() const { return m_callingOut; }

    // For answerFunction(); an answer to anything but the request in hand is ignored.
    void answerRequest(quint64 requestNumber, const ServerAnswer& answer);

signals:
    void refused(const QHostAddress& peer, int status, const QByteArray& reason);
    void ended(ServerConnection* connection);

private:
    enum class Stage { Opening, Reading, Answering, Writing, Lingering, Ended };

    void startRequest(std::chrono::milliseconds firstByteTime);
    void onReadable();
    void readRequest();
    void watchTimes(bool wasEmpty, bool wasInHead);
    void dispatch();
    void refuse(const Refusal& refusal);
    void write(const ServerAnswer& answer, bool keepAlive);
    void onWritten();
    void linger();
    void discard();
    void onExpired();
    void end();
    template <typename Function> void callOut(const Function& function);

    Terms m_terms;
    std::unique_ptr<QTcpSocket> m_socket;
    bool m_tls;
    QHostAddress m_peer;
    std::shared_ptr<ConnectionAnchor> m_anchor;
    Deadline m_deadline;
    RequestParser m_parser;
    Stage m_stage;
    qint64 m_requestStartMs{0};
    quint64 m_requestNumber{0};
    qsizetype m_discarded{0};
    bool m_closeAfterAnswer{false};
    bool m_wasRefused{false};
    bool m_callingOut{false};
};

} // namespace Textdesk
