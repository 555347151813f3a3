// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the chunked coding off a body, byte-exact as RFC 9112 7.1 writes it: no lone CR or LF, no
// blanks, signs or prefixes around a size.
#pragma once

#include "app/http/refusal.h"

#include <optional>

namespace Textdesk {

class ChunkScanner final {
public:
    enum class State { Reading, Complete, Refused };

    explicit ChunkScanner(qsizetype bodyLimit);

    // Takes bytes up to the end of the body and says how many.
    qsizetype feed(QByteArrayView bytes);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Refusal& refusal() const { return m_refusal; }
    [[nodiscard]] const QByteArray& body() const { return m_body; }

private:
    enum class Part { SizeLine, Data, DataEnd, Trailer };

    void refuse(Refusal refusal);
    void putInLine(char c);
    void endLine();
    void endSizeLine();
    void endTrailerLine();
    [[nodiscard]] std::optional<quint64> sizeInLine() const;

    qsizetype m_bodyLimit;
    State m_state{State::Reading};
    Part m_part{Part::SizeLine};
    Refusal m_refusal;
    QByteArray m_body;
    QByteArray m_line;
    qsizetype m_left{0}; // of the data of this chunk
    qsizetype m_framing{0}; // bytes that were not data
    qsizetype m_trailer{0};
    bool m_afterCr{false};
};

} // namespace Textdesk
