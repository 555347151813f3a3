// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/secrettext.h"

#include <vector>

namespace Textdesk {

struct SecretText::Buffer final {
    explicit Buffer(const QByteArray& text)
        : bytes(text.cbegin(), text.cend())
    { }
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;
    ~Buffer()
    {
        // Through volatile, so that the compiler may not drop stores to memory about to be freed.
        volatile char* at{bytes.data()};
        for (size_t i{0}; i < bytes.size(); ++i) {
            at[i] = 0;
        }
    }
    std::vector<char> bytes;
};

SecretText::SecretText(const QByteArray& utf8)
    : m_buffer{utf8.isEmpty() ? nullptr : std::make_shared<const Buffer>(utf8)}
{ }

SecretText SecretText::fromString(const QString& text)
{
    return SecretText{text.toUtf8()};
}

bool SecretText::isEmpty() const
{
    return !m_buffer;
}

QByteArray SecretText::revealUtf8() const
{
    return m_buffer ? QByteArray{m_buffer->bytes.data(), qsizetype(m_buffer->bytes.size())}
                    : QByteArray{};
}

QString SecretText::masked() const
{
    constexpr qsizetype shortestWithTail{8};
    const QString text{revealString()};
    const QString dots(6, QChar{0x2022});
    return text.size() < shortestWithTail ? dots : dots + text.right(2);
}

bool operator==(const SecretText& a, const SecretText& b)
{
    return equalInConstantTime(a.revealUtf8(), b.revealUtf8());
}

bool equalInConstantTime(const QByteArray& a, const QByteArray& b)
{
    if (a.size() != b.size()) {
        return false;
    }
    volatile unsigned char difference{0};
    for (qsizetype i{0}; i < a.size(); ++i) {
        difference = static_cast<unsigned char>(
            difference | (static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i])));
    }
    return difference == 0;
}

} // namespace Textdesk
