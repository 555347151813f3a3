// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The webhook server on a thread of its own, so that a flood never costs a frame.
#pragma once

#include "app/base/call.h"
#include "app/http/httpserver.h"
#include "app/webhook/webhooksink.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace Textdesk {

struct ListenerOptions final {
    QHostAddress address{
        QHostAddress::LocalHost}; // this computer only, unless a person chooses otherwise
    quint16 port{0}; // 0: any free one
    ServerLimits limits;
};

class WebhookListener final : public QObject {
    Q_OBJECT
public:
    WebhookListener(WebhookSink& sink, Clock& clock, QObject* parent = nullptr);
    // Closes every connection and ends the thread.
    ~WebhookListener() override;

    // The port. Error Offline with the system's reason, e.g. when the port is taken.
    [[nodiscard]] Call<quint16>* start(const ListenerOptions& options);
    void stop();
    [[nodiscard]] bool isListening() const { return m_port != 0; }
    [[nodiscard]] quint16 port() const { return m_port; }
    // Where it was last told to listen.
    [[nodiscard]] const QHostAddress& address() const { return m_address; }

signals:
    void listeningChanged();
    // Refused before the sink saw it: no request at all, e.g. "header-too-large", or the router's
    // 404 "unknown-path" and 405 "not-post".
    void requestRefused(int status, const QString& reason);

private:
    class Server;
    WebhookSink& m_sink;
    Clock& m_clock;
    QThread m_thread;
    Server* m_server{nullptr}; // lives on m_thread
    QHostAddress m_address;
    quint16 m_port{0};
};

} // namespace Textdesk
