// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes in, one complete request or a refusal out; knows no socket and no time.
#pragma once

#include "app/http/chunkscanner.h"
#include "app/http/headscanner.h"
#include "app/http/servermessage.h"

namespace Textdesk {

class RequestParser final {
public:
    enum class State { Empty, Head, Body, Complete, Refused };

    explicit RequestParser(const ParserLimits& limits = {});

    // Takes bytes up to the end of one request and says how many; the rest was not looked at.
    qsizetype feed(QByteArrayView bytes);
    [[nodiscard]] State state() const { return m_state; }
    // Once Refused.
    [[nodiscard]] const Refusal& refusal() const { return m_refusal; }
    // Once Complete; peer and tls are the caller's to fill in.
    [[nodiscard]] RawRequest request() const;
    // From Body on.
    [[nodiscard]] const RequestHead& head() const { return m_head.head(); }
    // The client holds its body back until told to go on.
    [[nodiscard]] bool awaitsContinue() const;

private:
    void putHead(char c);
    void beginBody();
    void finish();
    void refuse(const Refusal& refusal);

    ParserLimits m_limits;
    State m_state{State::Empty};
    Refusal m_refusal;
    HeadScanner m_head;
    ChunkScanner m_chunks;
    QByteArray m_wire; // head and body as they stood, for the second reading
    qsizetype m_bodyStart{0};
    QByteArray m_body;
};

} // namespace Textdesk
