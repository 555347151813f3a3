// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/oneshotbody.h"

#include <algorithm>
#include <cstring>

namespace Textdesk {

OneShotBody::OneShotBody(QByteArray bytes, QObject* parent)
    : QIODevice{parent}
    , m_bytes{std::move(bytes)}
{
    // Unbuffered, so that bytesTaken() counts what left this object and nothing else.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneShotBody::bytesAvailable() const
{
    return m_bytes.size() - m_taken + QIODevice::bytesAvailable();
}

qint64 OneShotBody::readData(char* data, qint64 maxSize)
{
    const qint64 size{std::min<qint64>(maxSize, m_bytes.size() - m_taken)};
    if (size <= 0) {
        return -1;
    }
    std::memcpy(data, m_bytes.constData() + m_taken, static_cast<size_t>(size));
    m_taken += size;
    return size;
}

} // namespace Textdesk
