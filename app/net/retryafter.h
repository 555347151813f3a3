// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads Retry-After, the header in which a service says when it wants to be asked again.
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace Textdesk {

// No service may silence us for longer than this with one header.
constexpr std::chrono::seconds longestRetryAfter{86400};

// RFC 9110, 10.2.3: seconds, or one of the three HTTP dates of 5.6.7 measured against now (UTC). A
// date in the past is a wait of zero; more than longestRetryAfter is cut to it; anything unreadable
// is no wait at all.
[[nodiscard]] std::optional<std::chrono::seconds> parseRetryAfter(
    const QByteArray& value, const QDateTime& now);

} // namespace Textdesk
