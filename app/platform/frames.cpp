// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/frames.h"

#include <QtEndian>

namespace Textdesk {

namespace {

constexpr qsizetype headLength{5};

} // namespace

QByteArray frameBytes(quint8 type, const QByteArray& payload)
{
    QByteArray bytes{headLength, '\0'};
    qToBigEndian(quint32(payload.size()), bytes.data());
    bytes[headLength - 1] = char(type);
    return bytes + payload;
}

void FrameReader::feed(const QByteArray& bytes)
{
    if (!m_broken) {
        m_bytes += bytes;
    }
}

std::optional<Frame> FrameReader::next()
{
    if (m_broken || m_bytes.size() < headLength) {
        return std::nullopt;
    }
    const qsizetype length{qFromBigEndian<quint32>(m_bytes.constData())};
    if (length > m_largest) {
        m_broken = true;
        m_bytes.clear();
        return std::nullopt;
    }
    if (m_bytes.size() < headLength + length) {
        return std::nullopt;
    }
    Frame frame{quint8(m_bytes.at(headLength - 1)), m_bytes.mid(headLength, length)};
    m_bytes.remove(0, headLength + length);
    return frame;
}

} // namespace Textdesk
