// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Walks the bytes before the body one by one, so that a refusal never depends on how they were cut.
#pragma once

#include "app/http/requesthead.h"

namespace Textdesk {

struct ParserLimits final {
    qsizetype targetBytes{4096};
    qsizetype headerBytes{16384};
    qsizetype bodyBytes{1048576};
};

class HeadScanner final {
public:
    enum class State { Reading, Complete, Refused };

    explicit HeadScanner(const ParserLimits& limits);

    State put(char c);
    [[nodiscard]] const RequestHead& head() const { return m_head; }
    [[nodiscard]] const Refusal& refusal() const { return m_refusal; }
    // All bytes of the head with its empty line, but without an empty line before it.
    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }

private:
    State refuse(Refusal refusal);
    State putInLine(char c);
    State checkFirstLine(char c);
    State endLine();

    ParserLimits m_limits;
    RequestHead m_head;
    Refusal m_refusal;
    QByteArray m_bytes;
    qsizetype m_lineStart{0};
    qsizetype m_fieldsStart{0}; // 0 while in the first line
    qsizetype m_targetStart{0};
    qsizetype m_targetEnd{0};
    bool m_afterCr{false};
    bool m_skippedEmptyLine{false};
};

} // namespace Textdesk
