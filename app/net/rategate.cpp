// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/rategate.h"

namespace Textdesk {

RateGate::RateGate(Clock& clock)
    : m_clock{clock}
{ }

void RateGate::close(const QByteArray& key, std::chrono::milliseconds wait)
{
    if (key.isEmpty() || wait.count() <= 0) {
        return;
    }
    const qint64 opensAt{m_clock.steadyMs() + wait.count()};
    qint64& known{m_opensAtMs[key]};
    known = std::max(known, opensAt);
}

std::optional<std::chrono::milliseconds> RateGate::closedFor(const QByteArray& key)
{
    const auto found = m_opensAtMs.find(key);
    if (found == m_opensAtMs.end()) {
        return std::nullopt;
    }
    const qint64 rest{*found - m_clock.steadyMs()};
    if (rest <= 0) {
        m_opensAtMs.erase(found);
        return std::nullopt;
    }
    return std::chrono::milliseconds{rest};
}

} // namespace Textdesk
