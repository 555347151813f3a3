// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a socket cut into frames, under a limit, so that a stranger's bytes can do no harm.
#pragma once

#include <QByteArray>

#include <optional>

namespace Textdesk {

struct Frame final {
    quint8 type{0};
    QByteArray payload;
};

// The payload's length (4 bytes, big-endian), its type (1 byte), the payload.
[[nodiscard]] QByteArray frameBytes(quint8 type, const QByteArray& payload);

class FrameReader final {
public:
    // No payload may be larger than this.
    explicit FrameReader(qsizetype largest)
        : m_largest{largest}
    { }

    void feed(const QByteArray& bytes);
    // The next whole frame, in the order of the bytes.
    [[nodiscard]] std::optional<Frame> next();
    // A frame was announced that is too large: what comes is no frame any more.
    [[nodiscard]] bool isBroken() const { return m_broken; }

private:
    qsizetype m_largest;
    QByteArray m_bytes;
    bool m_broken{false};
};

} // namespace Textdesk
