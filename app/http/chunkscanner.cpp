// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/chunkscanner.h"

#include "app/http/requesthead.h"

#include <algorithm>

namespace Textdesk {

namespace {

constexpr qsizetype longestSizeLine{256};
constexpr qsizetype longestSize{16};
constexpr qsizetype mostTrailer{4096};
// Bodies cut into tiny chunks cost six bytes for one: enough for 1 MiB in chunks of 64 bytes.
constexpr qsizetype mostFraming{131072};

bool isHexDigit(char c)
{
    const char lower{char(c | 0x20)};
    return (c >= '0' && c <= '9') || (lower >= 'a' && lower <= 'f');
}

// The length of a quoted-string at the start of text (RFC 9110 5.6.4), or 0. Stricter than the
// grammar: only printable ASCII, nothing a line-oriented reader could take for an end.
qsizetype quotedLength(QByteArrayView text)
{
    if (!text.startsWith('"')) {
        return 0;
    }
    for (qsizetype i{1}; i < text.size(); ++i) {
        if (text[i] == '"') {
            return i + 1;
        }
        if (text[i] == '\\' && ++i == text.size()) {
            return 0;
        }
        if (text[i] < 0x20 || text[i] == 0x7f) { // plain char is signed: also refuses above 0x7f
            return 0;
        }
    }
    return 0;
}

qsizetype tokenLength(QByteArrayView text)
{
    return std::find_if_not(text.begin(), text.end(), isTokenCharacter) - text.begin();
}

// *( ";" token [ "=" ( token / quoted-string ) ] ), without the blanks that RFC 9112 7.1.1 calls
// bad.
bool areExtensions(QByteArrayView text)
{
    while (!text.isEmpty()) {
        if (text[0] != ';') {
            return false;
        }
        text = text.sliced(1);
        const qsizetype name{tokenLength(text)};
        if (name == 0) {
            return false;
        }
        text = text.sliced(name);
        if (text.startsWith('=')) {
            text = text.sliced(1);
            const qsizetype value{std::max(quotedLength(text), tokenLength(text))};
            if (value == 0) {
                return false;
            }
            text = text.sliced(value);
        }
    }
    return true;
}

// RFC 9110 6.5.1: a trailer must not change framing, routing or who is asking.
bool mayNotTrail(QByteArrayView name)
{
    constexpr const char* names[]{"authorization", "connection", "content-encoding",
        "content-length", "content-range", "content-type", "cookie", "expect", "host", "te",
        "trailer", "transfer-encoding", "upgrade"};
    return std::any_of(std::begin(names), std::end(names),
        [name](const char* other) { return name.compare(other, Qt::CaseInsensitive) == 0; });
}

} // namespace

ChunkScanner::ChunkScanner(qsizetype bodyLimit)
    : m_bodyLimit{bodyLimit}
{ }

void ChunkScanner::refuse(Refusal refusal)
{
    m_refusal = std::move(refusal);
    m_state = State::Refused;
}

qsizetype ChunkScanner::feed(QByteArrayView bytes)
{
    qsizetype taken{0};
    while (taken < bytes.size() && m_state == State::Reading) {
        if (m_part == Part::Data) {
            const qsizetype step{std::min(m_left, bytes.size() - taken)};
            m_body.append(bytes.sliced(taken, step));
            taken += step;
            m_left -= step;
            if (m_left == 0) {
                m_part = Part::DataEnd;
            }
            continue;
        }
        putInLine(bytes[taken++]);
    }
    return taken;
}

void ChunkScanner::putInLine(char c)
{
    if (++m_framing > mostFraming) {
        return refuse({413, "chunk-overhead"});
    }
    if (m_part == Part::Trailer && ++m_trailer > mostTrailer) {
        return refuse({431, "trailer-too-large"});
    }
    if (c == '\n') {
        return m_afterCr ? endLine() : refuse({400, "chunk-bare-lf"});
    }
    if (m_afterCr) {
        return refuse({400, "chunk-bare-cr"});
    }
    if (c == '\r') {
        m_afterCr = true;
        return;
    }
    if (m_part == Part::DataEnd) {
        return refuse({400, "chunk-end"});
    }
    m_line.append(c);
    if (m_part == Part::SizeLine && m_line.size() > longestSizeLine) {
        return refuse({400, "chunk-size"});
    }
}

void ChunkScanner::endLine()
{
    m_afterCr = false;
    switch (m_part) {
    case Part::SizeLine:
        endSizeLine();
        break;
    case Part::DataEnd:
        m_part = Part::SizeLine;
        break;
    case Part::Trailer:
        endTrailerLine();
        break;
    case Part::Data:
        break;
    }
    m_line.clear();
}

std::optional<quint64> ChunkScanner::sizeInLine() const
{
    const auto end = std::find_if_not(m_line.cbegin(), m_line.cend(), isHexDigit);
    const qsizetype digits{end - m_line.cbegin()};
    if (digits == 0 || digits > longestSize
        || !areExtensions(QByteArrayView{m_line}.sliced(digits))) {
        return std::nullopt;
    }
    return m_line.first(digits).toULongLong(nullptr, 16);
}

void ChunkScanner::endSizeLine()
{
    const auto size = sizeInLine();
    if (!size) {
        return refuse({400, "chunk-size"});
    }
    if (*size > quint64(m_bodyLimit - m_body.size())) {
        return refuse({413, "body-too-large"});
    }
    m_left = qsizetype(*size);
    m_part = *size == 0 ? Part::Trailer : Part::Data;
}

// Trailers are checked like headers and then dropped: nothing after the body may change its
// meaning.
void ChunkScanner::endTrailerLine()
{
    if (m_line.isEmpty()) {
        m_state = State::Complete;
        return;
    }
    HeaderList trailer;
    if (const auto refusal = readFieldLine(m_line, trailer)) {
        return refuse({400, "trailer-syntax"});
    }
    if (mayNotTrail(trailer.all().front().first)) {
        return refuse({400, "trailer-forbidden"});
    }
}

} // namespace Textdesk
