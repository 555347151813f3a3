// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Strong ids, so that a message id can never be passed where a conversation id is meant.
#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>

namespace Textdesk {

// A 64-bit row id; 0 means "none". Written as a decimal string in JSON (JavaScript loses bits above
// 2^53).
template <typename Tag> class Id final {
public:
    constexpr Id() = default;
    constexpr explicit Id(qint64 value)
        : m_value{value}
    { }

    [[nodiscard]] constexpr qint64 value() const { return m_value; }
    [[nodiscard]] constexpr bool isValid() const { return m_value != 0; }
    [[nodiscard]] QString toString() const { return QString::number(m_value); }
    // Anything but a positive decimal number gives the invalid id.
    [[nodiscard]] static Id fromString(const QString& text)
    {
        bool ok{false};
        const qint64 value{text.toLongLong(&ok)};
        return ok && value > 0 ? Id{value} : Id{};
    }

    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 misreads the spaceship.
    friend constexpr auto operator<=>(Id, Id) = default;
    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.m_value, seed); }

private:
    qint64 m_value{0};
};

using AccountId = Id<struct AccountTag>;
using LineId = Id<struct LineTag>;
using ConversationId = Id<struct ConversationTag>;
using MessageId = Id<struct MessageTag>;
using EventId = Id<struct EventTag>;
using ContactId = Id<struct ContactTag>;
using LabelId = Id<struct LabelTag>;

} // namespace Textdesk
