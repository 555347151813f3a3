// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/answerbytes.h"

#include "app/http/requesthead.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <utility>

namespace Textdesk {

namespace {

QByteArray reasonPhrase(int status)
{
    static constexpr std::array<std::pair<int, const char*>, 31> phrases{{{200, "OK"},
        {201, "Created"}, {202, "Accepted"}, {204, "No Content"}, {301, "Moved Permanently"},
        {302, "Found"}, {303, "See Other"}, {304, "Not Modified"}, {307, "Temporary Redirect"},
        {308, "Permanent Redirect"}, {400, "Bad Request"}, {401, "Unauthorized"},
        {402, "Payment Required"}, {403, "Forbidden"}, {404, "Not Found"},
        {405, "Method Not Allowed"}, {408, "Request Timeout"}, {409, "Conflict"}, {410, "Gone"},
        {413, "Content Too Large"}, {414, "URI Too Long"}, {415, "Unsupported Media Type"},
        {417, "Expectation Failed"}, {422, "Unprocessable Content"}, {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"}, {500, "Internal Server Error"},
        {501, "Not Implemented"}, {502, "Bad Gateway"}, {503, "Service Unavailable"},
        {505, "HTTP Version Not Supported"}}};
    const auto found = std::find_if(phrases.begin(), phrases.end(),
        [status](const auto& each) { return each.first == status; });
    return found == phrases.end() ? QByteArray{} : QByteArray{found->second};
}

bool isOurs(QByteArrayView name)
{
    constexpr const char* names[]{
        "connection", "content-length", "content-type", "date", "keep-alive", "transfer-encoding"};
    return std::any_of(std::begin(names), std::end(names),
        [name](const char* other) { return name.compare(other, Qt::CaseInsensitive) == 0; });
}

bool isCleanValue(QByteArrayView value)
{
    return std::none_of(value.begin(), value.end(),
        [](char c) { return (uchar(c) < 0x20 && c != '\t') || c == 0x7f; });
}

void addLine(QByteArray& bytes, QByteArrayView name, QByteArrayView value)
{
    bytes.append(name).append(": ").append(value).append("\r\n");
}

} // namespace

QByteArray answerBytes(const ServerAnswer& answer, const AnswerForm& form, const QDateTime& now)
{
    const int status{answer.status >= 200 && answer.status <= 599 ? answer.status : 500};
    const bool mayHaveBody{status != 204 && status != 304};
    QByteArray bytes{"HTTP/1.1 "};
    bytes.append(QByteArray::number(status)).append(' ').append(reasonPhrase(status));
    bytes.append("\r\n");
    // RFC 9110 5.6.7, whatever the language of the desktop.
    const QString date{
        QLocale::c().toString(now.toUTC(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))};
    addLine(bytes, "Date", date.toLatin1());
    if (mayHaveBody) {
        addLine(bytes, "Content-Length", QByteArray::number(answer.body.size()));
        if (!answer.contentType.isEmpty() && isCleanValue(answer.contentType)) {
            addLine(bytes, "Content-Type", answer.contentType);
        }
    }
    if (!form.keepAlive) {
        addLine(bytes, "Connection", "close");
    } else if (form.minorVersion == 0) {
        addLine(bytes, "Connection", "keep-alive");
    }
    for (const auto& [name, value] : answer.headers.all()) {
        if (isToken(name) && isCleanValue(value) && !isOurs(name)) {
            addLine(bytes, name, value);
        }
    }
    bytes.append("\r\n");
    if (mayHaveBody && !form.withoutBody) {
        bytes.append(answer.body);
    }
    return bytes;
}

} // namespace Textdesk
