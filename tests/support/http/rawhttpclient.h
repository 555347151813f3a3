// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A client without manners: writes exactly the bytes it is given and keeps all that comes back.
#pragma once

#include "app/http/headerlist.h"

#include <QSslConfiguration>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace Textdesk::Testing {

struct RawAnswer final {
    int status{0};
    Textdesk::HeaderList headers;
    QByteArray body;
};

class RawHttpClient final {
public:
    RawHttpClient();
    ~RawHttpClient();

    // To 127.0.0.1; false if that fails.
    [[nodiscard]] bool connectTo(quint16 port);
    [[nodiscard]] bool connectTls(quint16 port, const QSslConfiguration& configuration);
    void send(const QByteArray& bytes);
    // A write and a flush for each piece, so that each can be a segment of its own.
    void sendPieces(const std::vector<QByteArray>& pieces);
    // Fetches nothing any more, so that the server's answers pile up.
    void stopReading();
    // Ends the connection without waiting for anything.
    void hangUp();

    [[nodiscard]] QByteArray received() const;
    [[nodiscard]] bool isClosed() const;
    [[nodiscard]] bool waitForClose() const;
    // The whole answers so far; bodies by Content-Length, none where withoutBody says so.
    [[nodiscard]] std::vector<RawAnswer> answers(bool withoutBody = false) const;
    [[nodiscard]] bool waitForAnswers(size_t count, bool withoutBody = false) const;

private:
    void follow(std::unique_ptr<QTcpSocket> socket);
    // Looks again at every sign of life of the socket: QTest::qWaitFor looks only every 10 ms,
    // which is most of the time of a test with hundreds of connections.
    [[nodiscard]] bool waitUntil(const std::function<bool()>& holds) const;

    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_received;
    bool m_closed{false};
    bool m_reading{true};
};

// Connects, sends, waits for the end of the connection; what came back. Empty on any failure.
[[nodiscard]] QByteArray rawExchange(quint16 port, const QByteArray& bytes);

} // namespace Textdesk::Testing
