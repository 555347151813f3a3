// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/requesthead.h"

#include <algorithm>

namespace Textdesk {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// RFC 9112 2.3: exactly "HTTP/" DIGIT "." DIGIT, in capitals.
std::optional<Refusal> readVersion(QByteArrayView version, RequestHead& head)
{
    if (version.size() != 8 || !version.startsWith("HTTP/") || !isDigit(version[5])
        || version[6] != '.' || !isDigit(version[7])) {
        return Refusal{400, "version-syntax"};
    }
    if (version[5] != '1' || version[7] > '1') {
        return Refusal{505, "version-unsupported"};
    }
    head.minorVersion = version[7] - '0';
    head.keepAlive = head.minorVersion == 1;
    return std::nullopt;
}

// Origin form only. A fragment or a backslash means different paths to different readers.
std::optional<Refusal> readTarget(QByteArrayView target, RequestHead& head)
{
    if (!target.startsWith('/')) {
        return Refusal{400, "target-form"};
    }
    const bool plain{std::all_of(target.begin(), target.end(),
        [](char c) { return c > 0x20 && c < 0x7f && c != '#' && c != '\\'; })};
    if (!plain) {
        return Refusal{400, "target-character"};
    }
    head.target = target.toByteArray();
    return std::nullopt;
}

} // namespace

bool isTokenCharacter(char c)
{
    const char lower{char(c | 0x20)};
    return isDigit(c) || (lower >= 'a' && lower <= 'z')
        || (c != '\0' && QByteArrayView{"!#$%&'*+-.^_`|~"}.contains(c));
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

std::optional<Refusal> readRequestLine(QByteArrayView line, RequestHead& head)
{
    const qsizetype first{line.indexOf(' ')};
    const qsizetype last{line.lastIndexOf(' ')};
    if (first <= 0 || last == first) {
        return Refusal{400, "request-line"};
    }
    const QByteArrayView target{line.sliced(first + 1, last - first - 1)};
    if (target.isEmpty() || target.contains(' ')) {
        return Refusal{400, "request-line"};
    }
    const QByteArrayView method{line.first(first)};
    if (!isToken(method)) {
        return Refusal{400, "method-character"};
    }
    head.method = method.toByteArray();
    if (const auto refusal = readVersion(line.sliced(last + 1), head)) {
        return refusal;
    }
    if (const auto refusal = readTarget(target, head)) {
        return refusal;
    }
    // What follows a CONNECT is no request body, so nothing behind it can be framed.
    return head.method == "CONNECT" ? std::optional{Refusal{501, "connect"}} : std::nullopt;
}

} // namespace Textdesk
