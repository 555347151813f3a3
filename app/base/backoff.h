// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long to wait before reading again after failures: doubling, capped, with jitter.
#pragma once

#include <QRandomGenerator>

#include <chrono>
#include <optional>

namespace Textdesk {

class Backoff final {
public:
    Backoff(std::chrono::milliseconds first, std::chrono::milliseconds longest,
        quint32 seed = QRandomGenerator::global()->generate());

    // The wait after one more failure: first * 2^(failures-1), at most longest, less up to a fifth
    // of jitter. A wait asked for by the service is honoured when it is longer, even beyond
    // longest.
    [[nodiscard]] std::chrono::milliseconds next(
        std::optional<std::chrono::seconds> askedFor = std::nullopt);
    void reset() { m_failures = 0; }
    [[nodiscard]] int failures() const { return m_failures; }

private:
    std::chrono::milliseconds m_first;
    std::chrono::milliseconds m_longest;
    QRandomGenerator m_random;
    int m_failures{0};
};

} // namespace Textdesk
