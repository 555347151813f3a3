// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A secret that cannot be printed, compares in constant time and wipes its memory.
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

namespace Textdesk {

class SecretText final {
public:
    SecretText() = default;
    // Copies the UTF-8 bytes; the caller wipes its own copy if it has one.
    explicit SecretText(const QByteArray& utf8);
    [[nodiscard]] static SecretText fromString(const QString& text);

    [[nodiscard]] bool isEmpty() const;
    // The bytes, for the one place that puts them on the wire. The name is easy to find in a
    // review.
    [[nodiscard]] QByteArray revealUtf8() const;
    [[nodiscard]] QString revealString() const { return QString::fromUtf8(revealUtf8()); }
    // Last two characters behind dots, for a credential card; only dots when shorter than eight.
    [[nodiscard]] QString masked() const;

    // Constant time in the contents (the lengths may be learned).
    friend bool operator==(const SecretText& a, const SecretText& b);

private:
    struct Buffer;
    std::shared_ptr<const Buffer> m_buffer;
};

// Constant time in the contents: for checksums and tokens that arrive from outside.
[[nodiscard]] bool equalInConstantTime(const QByteArray& a, const QByteArray& b);

} // namespace Textdesk
