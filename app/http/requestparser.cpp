// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/requestparser.h"

#include "app/http/secondreading.h"

#include <algorithm>

namespace Textdesk {

RequestParser::RequestParser(const ParserLimits& limits)
    : m_limits{limits}
    , m_head{limits}
    , m_chunks{limits.bodyBytes}
{ }

qsizetype RequestParser::feed(QByteArrayView bytes)
{
    qsizetype taken{0};
    while (taken < bytes.size() && (m_state == State::Empty || m_state == State::Head)) {
        m_state = State::Head;
        putHead(bytes[taken++]);
    }
    if (m_state != State::Body || taken == bytes.size()) {
        return taken;
    }
    const QByteArrayView rest{bytes.sliced(taken)};
    qsizetype step{0};
    if (head().framing == BodyFraming::Chunked) {
        step = m_chunks.feed(rest);
    } else {
        const auto missing = m_bodyStart + qsizetype(head().contentLength) - m_wire.size();
        step = std::min(missing, rest.size());
    }
    m_wire.append(rest.first(step));
    if (m_chunks.state() == ChunkScanner::State::Refused) {
        refuse(m_chunks.refusal());
    } else if (m_chunks.state() == ChunkScanner::State::Complete
        || (head().framing == BodyFraming::Length
            && m_wire.size() == m_bodyStart + qsizetype(head().contentLength))) {
        finish();
    }
    return taken + step;
}

void RequestParser::putHead(char c)
{
    switch (m_head.put(c)) {
    case HeadScanner::State::Reading:
        break;
    case HeadScanner::State::Refused:
        refuse(m_head.refusal());
        break;
    case HeadScanner::State::Complete:
        beginBody();
        break;
    }
}

void RequestParser::beginBody()
{
    m_wire = m_head.bytes();
    m_bodyStart = m_wire.size();
    m_state = State::Body;
    if (head().framing == BodyFraming::None) {
        finish();
    }
}

void RequestParser::finish()
{
    m_body = head().framing == BodyFraming::Chunked ? m_chunks.body() : m_wire.sliced(m_bodyStart);
    if (isSameToBeast(m_wire, head(), m_body)) {
        m_state = State::Complete;
    } else {
        refuse({400, "readers-disagree"});
    }
    m_wire.clear();
}

void RequestParser::refuse(const Refusal& refusal)
{
    m_refusal = refusal;
    m_state = State::Refused;
    m_wire.clear();
}

RawRequest RequestParser::request() const
{
    RawRequest request;
    request.method = head().method;
    request.target = head().target;
    request.headers = head().headers;
    request.body = m_body;
    return request;
}

bool RequestParser::awaitsContinue() const
{
    return m_state == State::Body && head().expectsContinue && m_wire.size() == m_bodyStart;
}

} // namespace Textdesk
