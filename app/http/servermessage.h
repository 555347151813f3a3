// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A complete request as it stood on the wire, and the answer to it.
#pragma once

#include "app/http/headerlist.h"

#include <QHostAddress>

#include <functional>

namespace Textdesk {

struct RawRequest final {
    QByteArray method;
    QByteArray target; // origin form, undecoded: "/hook/x?a=b"
    HeaderList headers;
    QByteArray body; // chunked coding removed, otherwise the bytes that signatures are made over
    QHostAddress peer;
    bool tls{false};

    [[nodiscard]] QByteArray path() const; // before the first '?', undecoded
    [[nodiscard]] QByteArray query() const; // after the first '?', undecoded; empty if none
};

struct ServerAnswer final {
    int status{200};
    QByteArray contentType{"text/plain; charset=utf-8"};
    QByteArray body;
    HeaderList headers; // further ones; Content-Length, Connection and Date are the server's own
    bool abortConnection{
        false}; // close without any byte: how the practice service plays a cut line
};

// May be called later and from any thread; the first call counts. Dropped silently if the
// connection is gone.
using AnswerFunction = std::function<void(ServerAnswer)>;

class RequestHandler {
public:
    RequestHandler() = default;
    RequestHandler(const RequestHandler&) = delete;
    RequestHandler& operator=(const RequestHandler&) = delete;
    virtual ~RequestHandler() = default;
    // On the server's thread. Only complete, unambiguous requests get here.
    virtual void handle(const RawRequest& request, AnswerFunction answer) = 0;
};

} // namespace Textdesk
