// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/requesthead.h"

#include <QList>

#include <algorithm>
#include <vector>

namespace Textdesk {

namespace {

bool sameWord(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

// Only SP and HTAB are optional white space: QByteArray::trimmed() would also take CR, VT and FF.
QByteArrayView withoutBlanks(QByteArrayView text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.isEmpty() && isBlank(text.front())) {
        text = text.sliced(1);
    }
    while (!text.isEmpty() && isBlank(text.back())) {
        text.chop(1);
    }
    return text;
}

std::vector<QByteArray> valuesOf(const HeaderList& headers, QByteArrayView name)
{
    std::vector<QByteArray> values;
    for (const auto& [fieldName, value] : headers.all()) {
        if (sameWord(fieldName, name)) {
            values.push_back(value);
        }
    }
    return values;
}

bool allOf(QByteArrayView text, const char* further)
{
    const QByteArrayView extra{further};
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [extra](char c) {
        const char lower{char(c | 0x20)};
        return (c >= '0' && c <= '9') || (lower >= 'a' && lower <= 'z') || extra.contains(c);
    });
}

// Narrower than RFC 3986 3.2.2 on purpose: names, IPv4, bracketed IPv6, and a port that is a
// number.
bool isHost(QByteArrayView host)
{
    qsizetype end{0};
    if (host.startsWith('[')) {
        const qsizetype close{host.indexOf(']')};
        if (close < 0 || !allOf(host.sliced(1, close - 1), ":.")) {
            return false;
        }
        end = close + 1;
    } else {
        const qsizetype colon{host.indexOf(':')};
        end = colon < 0 ? host.size() : colon;
        if (!allOf(host.first(end), "-._")) {
            return false;
        }
    }
    const QByteArrayView port{host.sliced(end)};
    if (port.isEmpty()) {
        return true;
    }
    const bool digits{
        std::all_of(port.begin() + 1, port.end(), [](char c) { return c >= '0' && c <= '9'; })};
    return port[0] == ':' && digits && port.size() <= 6
        && port.sliced(1).toByteArray().toUInt() <= 65535;
}

std::optional<Refusal> settleHost(const RequestHead& head)
{
    const auto hosts = valuesOf(head.headers, "Host");
    if (hosts.size() > 1) {
        return Refusal{400, "host-repeated"};
    }
    if (hosts.empty()) {
        return head.minorVersion == 1 ? std::optional{Refusal{400, "host-missing"}} : std::nullopt;
    }
    return isHost(hosts[0]) ? std::nullopt : std::optional{Refusal{400, "host-invalid"}};
}

// RFC 9112 6.3: digits only; a leading zero is octal to some readers.
std::optional<Refusal> readLength(const QByteArray& text, RequestHead& head, qsizetype bodyLimit)
{
    const bool digits{!text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })};
    if (!digits || (text.size() > 1 && text[0] == '0')) {
        return Refusal{400, "content-length-invalid"};
    }
    bool fits{false};
    head.contentLength = text.toULongLong(&fits);
    if (!fits || head.contentLength > quint64(bodyLimit)) {
        return Refusal{413, "body-too-large"};
    }
    head.framing = head.contentLength > 0 ? BodyFraming::Length : BodyFraming::None;
    return std::nullopt;
}

// RFC 9112 6.1: "chunked" alone; a well-formed coding that we do not speak gets 501.
std::optional<Refusal> readCoding(const QByteArray& coding, RequestHead& head)
{
    if (head.minorVersion == 0) {
        return Refusal{400, "transfer-encoding-in-1.0"};
    }
    if (!sameWord(coding, "chunked")) {
        return isToken(coding) ? Refusal{501, "transfer-encoding-unknown"}
                               : Refusal{400, "transfer-encoding-invalid"};
    }
    head.framing = BodyFraming::Chunked;
    return std::nullopt;
}

std::optional<Refusal> settleFraming(RequestHead& head, qsizetype bodyLimit)
{
    const auto lengths = valuesOf(head.headers, "Content-Length");
    const auto codings = valuesOf(head.headers, "Transfer-Encoding");
    if (lengths.size() > 1) {
        return Refusal{400, "content-length-repeated"};
    }
    if (codings.size() > 1) {
        return Refusal{400, "transfer-encoding-repeated"};
    }
    if (!lengths.empty() && !codings.empty()) {
        return Refusal{400, "length-and-encoding"};
    }
    if (!lengths.empty()) {
        return readLength(lengths[0], head, bodyLimit);
    }
    return codings.empty() ? std::nullopt : readCoding(codings[0], head);
}

// RFC 9110 10.1.1; a 1.0 client cannot be told to continue, so its Expect means nothing.
std::optional<Refusal> settleExpect(RequestHead& head)
{
    const auto expectations = valuesOf(head.headers, "Expect");
    if (expectations.empty() || head.minorVersion == 0) {
        return std::nullopt;
    }
    if (expectations.size() > 1 || !sameWord(expectations[0], "100-continue")) {
        return Refusal{417, "expectation"};
    }
    head.expectsContinue = head.framing != BodyFraming::None;
    return std::nullopt;
}

void settleConnection(RequestHead& head)
{
    bool close{false};
    bool keep{false};
    for (const QByteArray& value : valuesOf(head.headers, "Connection")) {
        for (const QByteArray& option : value.split(',')) {
            close = close || sameWord(withoutBlanks(option), "close");
            keep = keep || sameWord(withoutBlanks(option), "keep-alive");
        }
    }
    head.keepAlive = !close && (head.minorVersion == 1 || keep);
}

} // namespace

std::optional<Refusal> readFieldLine(QByteArrayView line, HeaderList& headers)
{
    if (line.startsWith(' ') || line.startsWith('\t')) {
        return Refusal{400, "folded-line"};
    }
    const qsizetype colon{line.indexOf(':')};
    if (colon < 0 || !isToken(line.first(colon))) {
        return Refusal{400, "header-name"};
    }
    const QByteArrayView value{withoutBlanks(line.sliced(colon + 1))};
    const bool clean{std::none_of(value.begin(), value.end(),
        [](char c) { return (uchar(c) < 0x20 && c != '\t') || c == 0x7f; })};
    if (!clean) {
        return Refusal{400, "header-value"};
    }
    headers.add(line.first(colon).toByteArray(), value.toByteArray());
    return std::nullopt;
}

std::optional<Refusal> settleHead(RequestHead& head, qsizetype bodyLimit)
{
    if (const auto refusal = settleHost(head)) {
        return refusal;
    }
    if (const auto refusal = settleFraming(head, bodyLimit)) {
        return refusal;
    }
    settleConnection(head);
    return settleExpect(head);
}

} // namespace Textdesk
