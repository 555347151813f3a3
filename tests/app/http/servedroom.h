// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A listening server with a scripted handler and a clock that stands still.
#pragma once

#include "app/http/httpserver.h"
#include "tests/support/http/rawhttpclient.h"
#include "tests/support/http/scriptedhandler.h"
#include "tests/support/manualclock.h"

#include <memory>

namespace Textdesk::Testing {

struct ServedRoom final {
    explicit ServedRoom(const ServerLimits& limits = {})
        : server{std::make_unique<HttpServer>(handler, clock, limits)}
    {
        QObject::connect(server.get(), &HttpServer::refused, server.get(),
            [this](const QHostAddress& peer, int status, const QByteArray& reason) {
                refusals.push_back(QByteArray::number(status) + ' ' + reason);
                peers.push_back(peer);
            });
    }
    // The port of a free loopback socket; 0 if that failed.
    [[nodiscard]] quint16 listen()
    {
        return server->listen(QHostAddress{QHostAddress::LocalHost}, 0).value_or(quint16{0});
    }

    ScriptedHandler handler;
    ManualClock clock;
    std::vector<QByteArray> refusals;
    std::vector<QHostAddress> peers;
    std::unique_ptr<HttpServer> server; // last: it must die first
};

inline const QByteArray simpleGet{"GET /a HTTP/1.1\r\nHost: desk.test\r\n\r\n"};

} // namespace Textdesk::Testing
