// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/headscanner.h"

namespace Textdesk {

namespace {

constexpr qsizetype longestMethod{32};
constexpr qsizetype longestVersion{16};
constexpr size_t mostFields{100};

} // namespace

HeadScanner::HeadScanner(const ParserLimits& limits)
    : m_limits{limits}
{ }

HeadScanner::State HeadScanner::refuse(Refusal refusal)
{
    m_refusal = std::move(refusal);
    return State::Refused;
}

HeadScanner::State HeadScanner::put(char c)
{
    if (c == '\n') {
        return m_afterCr ? endLine() : refuse({400, "bare-lf"});
    }
    if (m_afterCr) {
        return refuse({400, "bare-cr"});
    }
    if (c == '\0') {
        return refuse({400, "nul"});
    }
    if (c == '\r') {
        m_afterCr = true;
        return State::Reading;
    }
    return putInLine(c);
}

HeadScanner::State HeadScanner::putInLine(char c)
{
    m_bytes.append(c);
    if (m_fieldsStart == 0) {
        return checkFirstLine(c);
    }
    if (m_bytes.size() - m_fieldsStart > m_limits.headerBytes) {
        return refuse({431, "header-too-large"});
    }
    return State::Reading;
}

// A TLS hello or other noise ends at its first byte, an endless target at the limit: neither needs
// the end of the line.
HeadScanner::State HeadScanner::checkFirstLine(char c)
{
    if (m_targetStart == 0) {
        if (c == ' ') {
            m_targetStart = m_bytes.size();
        } else if (!isTokenCharacter(c)) {
            return refuse({400, "method-character"});
        } else if (m_bytes.size() > longestMethod) {
            return refuse({501, "method-too-long"});
        }
        return State::Reading;
    }
    if (m_targetEnd == 0) {
        if (c == ' ') {
            m_targetEnd = m_bytes.size();
        } else if (m_bytes.size() - m_targetStart > m_limits.targetBytes) {
            return refuse({414, "target-too-long"});
        }
        return State::Reading;
    }
    return m_bytes.size() - m_targetEnd > longestVersion ? refuse({400, "version-syntax"})
                                                         : State::Reading;
}

HeadScanner::State HeadScanner::endLine()
{
    m_afterCr = false;
    const QByteArrayView line{QByteArrayView{m_bytes}.sliced(m_lineStart)};
    if (line.isEmpty() && m_bytes.isEmpty() && !m_skippedEmptyLine) {
        // RFC 9112 2.2: one empty line before the request line is what some clients leave behind.
        m_skippedEmptyLine = true;
        return State::Reading;
    }
    const bool isFirst{m_fieldsStart == 0};
    std::optional<Refusal> refusal;
    if (isFirst) {
        refusal = readRequestLine(line, m_head);
    } else if (line.isEmpty()) {
        m_bytes.append("\r\n");
        refusal = settleHead(m_head, m_limits.bodyBytes);
        return refusal ? refuse(*refusal) : State::Complete;
    } else {
        refusal = readFieldLine(line, m_head.headers);
    }
    if (refusal) {
        return refuse(*refusal);
    }
    m_bytes.append("\r\n");
    m_lineStart = m_bytes.size();
    if (isFirst) {
        m_fieldsStart = m_lineStart;
    } else if (m_lineStart - m_fieldsStart > m_limits.headerBytes) {
        return refuse({431, "header-too-large"});
    } else if (m_head.headers.all().size() > mostFields) {
        return refuse({431, "too-many-headers"});
    }
    return State::Reading;
}

} // namespace Textdesk
