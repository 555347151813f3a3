// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/webhook/webhooklistener.h"

#include "app/webhook/webhookrouter.h"

namespace Textdesk {

// Everything of the listener that lives on its thread.
class WebhookListener::Server final : public QObject {
public:
    Server(WebhookSink& sink, WebhookRouter::RefusedFunction refused, Clock& clock,
        const ServerLimits& limits)
        : m_router{sink, std::move(refused)}
        , http{m_router, clock, limits}
    {
        http.setParent(this);
    }
    ~Server() override { http.setParent(nullptr); }

private:
    WebhookRouter m_router;

public:
    HttpServer http;
};

WebhookListener::WebhookListener(WebhookSink& sink, Clock& clock, QObject* parent)
    : QObject{parent}
    , m_sink{sink}
    , m_clock{clock}
{
    m_thread.setObjectName(QStringLiteral("webhooks"));
}

WebhookListener::~WebhookListener()
{
    stop();
}

Call<quint16>* WebhookListener::start(const ListenerOptions& options)
{
    stop();
    m_address = options.address;
    auto* call = new Call<quint16>{this};
    // Called on the server's thread, which ends before this does.
    const auto refused = [this](int status, const QString& reason) {
        QMetaObject::invokeMethod(
            this, [this, status, reason] { emit requestRefused(status, reason); },
            Qt::QueuedConnection);
    };
    m_server = new Server{m_sink, refused, m_clock, options.limits};
    connect(&m_server->http, &HttpServer::refused, this,
        [this](const QHostAddress&, int status, const QByteArray& reason) {
            emit requestRefused(status, QString::fromLatin1(reason));
        });
    m_server->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_server,
        [server = m_server, options, settle = call->settler()] {
            settle(server->http.listen(options.address, options.port));
        },
        Qt::QueuedConnection);
    call->then(this, [this](const Result<quint16>& port) {
        m_port = port ? *port : quint16{0};
        emit listeningChanged();
    });
    return call;
}

void WebhookListener::stop()
{
    if (!m_server) {
        return;
    }
    // The server is deleted on its own thread, as its sockets and timers demand.
    m_server->deleteLater();
    m_server = nullptr;
    m_thread.quit();
    m_thread.wait();
    m_port = 0;
    emit listeningChanged();
}

} // namespace Textdesk
