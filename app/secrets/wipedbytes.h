// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes that are overwritten before their memory goes back: keys, passphrases, opened vaults.
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <vector>

namespace Textdesk {

class WipedBytes final {
public:
    WipedBytes() = default;
    explicit WipedBytes(size_t size)
        : m_bytes(size)
    { }
    WipedBytes(const WipedBytes&) = delete;
    WipedBytes& operator=(const WipedBytes&) = delete;
    WipedBytes(WipedBytes&& other) noexcept
        : m_bytes{std::move(other.m_bytes)}
    { }
    WipedBytes& operator=(WipedBytes&& other) noexcept
    {
        wipe();
        m_bytes = std::move(other.m_bytes);
        return *this;
    }
    ~WipedBytes() { wipe(); }

    [[nodiscard]] unsigned char* data() { return m_bytes.data(); }
    [[nodiscard]] const unsigned char* data() const { return m_bytes.data(); }
    [[nodiscard]] size_t size() const { return m_bytes.size(); }
    [[nodiscard]] bool isEmpty() const { return m_bytes.empty(); }
    // A view without a copy; lives as long as these bytes.
    [[nodiscard]] QByteArray view() const
    {
        return QByteArray::fromRawData(
            reinterpret_cast<const char*>(m_bytes.data()), qsizetype(m_bytes.size()));
    }

private:
    void wipe()
    {
        // Through volatile, so that the compiler may not drop stores to memory about to be freed.
        volatile unsigned char* at{m_bytes.data()};
        for (size_t i{0}; i < m_bytes.size(); ++i) {
            at[i] = 0;
        }
    }
    std::vector<unsigned char> m_bytes;
};

// For the copies that Qt's own functions make; nothing may share the array's buffer.
inline void wipe(QByteArray& bytes)
{
    volatile char* at{bytes.data()};
    for (qsizetype i{0}; i < bytes.size(); ++i) {
        at[i] = 0;
    }
    bytes.clear();
}

} // namespace Textdesk
