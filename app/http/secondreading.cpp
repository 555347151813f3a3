// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Beast 1.74 aborts on an assertion of its own when a chunked body ends at the end of a buffer
// (architecture.md 7a); what it asserts is checked here by other means. Only this file includes
// Beast.
#define BOOST_DISABLE_ASSERTS

#include "app/http/secondreading.h"

#include <boost/beast/core/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace Textdesk {

namespace {

namespace beast = boost::beast;
using BeastParser = beast::http::request_parser<beast::http::string_body>;

QByteArrayView view(beast::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

// Takes everything in one go; false if anything is refused, missing or left over.
bool takesAll(BeastParser& parser, QByteArrayView message)
{
    const char* at{message.data()};
    size_t left{size_t(message.size())};
    while (left > 0 && !parser.is_done()) {
        beast::error_code error;
        const size_t taken{parser.put(boost::asio::const_buffer{at, left}, error)};
        if (error || taken == 0) {
            return false;
        }
        at += taken;
        left -= taken;
    }
    return left == 0 && parser.is_done();
}

using Field = std::pair<QByteArray, QByteArray>;

std::vector<Field> sorted(std::vector<Field> fields)
{
    for (Field& field : fields) {
        field.first = field.first.toLower();
    }
    std::sort(fields.begin(), fields.end());
    return fields;
}

} // namespace

bool isSameToBeast(QByteArrayView message, const RequestHead& head, QByteArrayView body)
{
    BeastParser parser;
    parser.eager(true);
    parser.header_limit(std::numeric_limits<std::uint32_t>::max());
    parser.body_limit(quint64(message.size()));
    if (!takesAll(parser, message)) {
        return false;
    }
    const auto& request = parser.get();
    std::vector<Field> theirs;
    for (const auto& field : request) {
        theirs.emplace_back(
            view(field.name_string()).toByteArray(), view(field.value()).toByteArray());
    }
    theirs = sorted(std::move(theirs));
    const std::vector<Field> ours{sorted(head.headers.all())};
    const bool sameHeaders{head.framing == BodyFraming::Chunked
            ? std::includes(theirs.begin(), theirs.end(), ours.begin(), ours.end())
            : theirs == ours};
    return sameHeaders && view(request.method_string()) == head.method
        && view(request.target()) == head.target
        && request.version() == unsigned(10 + head.minorVersion)
        && QByteArrayView{request.body().data(), qsizetype(request.body().size())} == body;
}

} // namespace Textdesk
