// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the lines before the body say, read by RFC 9112 without any of its leniences.
#pragma once

#include "app/http/headerlist.h"
#include "app/http/refusal.h"

#include <optional>

namespace Textdesk {

enum class BodyFraming { None, Length, Chunked };

struct RequestHead final {
    QByteArray method;
    QByteArray target;
    int minorVersion{1}; // 0 or 1
    HeaderList headers;
    BodyFraming framing{BodyFraming::None};
    quint64 contentLength{0};
    bool keepAlive{true};
    bool expectsContinue{false};
};

// Each reads one line without its CRLF into head, or says why not.
[[nodiscard]] std::optional<Refusal> readRequestLine(QByteArrayView line, RequestHead& head);
[[nodiscard]] std::optional<Refusal> readFieldLine(QByteArrayView line, HeaderList& headers);
// Host, Content-Length, Transfer-Encoding, Expect and Connection, once all lines are known.
[[nodiscard]] std::optional<Refusal> settleHead(RequestHead& head, qsizetype bodyLimit);

// RFC 9110 5.6.2 "token".
[[nodiscard]] bool isTokenCharacter(char c);
[[nodiscard]] bool isToken(QByteArrayView text);

} // namespace Textdesk
