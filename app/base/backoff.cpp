// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/backoff.h"

#include <algorithm>

namespace Textdesk {

Backoff::Backoff(std::chrono::milliseconds first, std::chrono::milliseconds longest, quint32 seed)
    : m_first{first}
    , m_longest{longest}
    , m_random{seed}
{ }

std::chrono::milliseconds Backoff::next(std::optional<std::chrono::seconds> askedFor)
{
    constexpr int doublingLimit{20};
    const int doublings{std::min(m_failures, doublingLimit)};
    ++m_failures;
    const std::chrono::milliseconds full{
        std::min(m_longest, std::chrono::milliseconds{m_first.count() << doublings})};
    const auto jitter = std::chrono::milliseconds{
        static_cast<qint64>(m_random.generateDouble() * 0.2 * static_cast<double>(full.count()))};
    const auto wait = full - jitter;
    if (askedFor && std::chrono::milliseconds{*askedFor} > wait) {
        return *askedFor;
    }
    return wait;
}

} // namespace Textdesk
