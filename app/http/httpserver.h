// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Turns bytes from strangers into complete requests under strict limits, or refuses them.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/http/servermessage.h"

#include <QHostAddress>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QSslConfiguration;
QT_END_NAMESPACE

namespace Textdesk {

struct ServerLimits final {
    qsizetype targetBytes{4096};
    qsizetype headerBytes{16384};
    qsizetype bodyBytes{1048576};
    std::chrono::milliseconds headerTime{
        10000}; // first byte to end of headers; also TLS handshake, first request
    std::chrono::milliseconds requestTime{15000}; // first byte to end of body
    std::chrono::milliseconds idleTime{5000}; // keep-alive connection without a request
    std::chrono::milliseconds answerTime{
        120000}; // a handler that never answers costs the client this
    int connections{256};
    int connectionsPerAddress{32};
};

// Lives in the thread that made it; the handler is called there.
class HttpServer final : public QObject {
    Q_OBJECT
public:
    HttpServer(
        RequestHandler& handler, Clock& clock, ServerLimits limits = {}, QObject* parent = nullptr);
    ~HttpServer() override;

    // Certificate and key; call before listen().
    void useTls(const QSslConfiguration& configuration);
    // port 0 picks a free one; returns the port. Error Offline with the system's reason.
    [[nodiscard]] Result<quint16> listen(const QHostAddress& address, quint16 port);
    // Listens no more. Requests that the handler has seen are still answered, all others are cut.
    void close();
    [[nodiscard]] bool isListening() const;
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] int connectionCount() const;

signals:
    // A request was refused before the handler saw it; reason is a stable word such as
    // "header-too-large".
    void refused(const QHostAddress& peer, int status, const QByteArray& reason);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Textdesk
