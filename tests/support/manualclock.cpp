// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manualclock.h"

#include <algorithm>

namespace Textdesk::Testing {

ManualClock::ManualClock(const QDateTime& start)
    : m_nowMs{start.toMSecsSinceEpoch()}
{ }

void ManualClock::after(std::chrono::milliseconds delay, QObject* context, std::function<void()> fn)
{
    m_timers.push_back({m_steadyMs + delay.count(), QPointer<QObject>{context}, std::move(fn)});
}

void ManualClock::advance(std::chrono::milliseconds step)
{
    const qint64 end{m_steadyMs + step.count()};
    for (;;) {
        const auto next = std::min_element(m_timers.begin(), m_timers.end(),
            [](const Timer& a, const Timer& b) { return a.dueMs < b.dueMs; });
        if (next == m_timers.end() || next->dueMs > end) {
            break;
        }
        const Timer timer{*next};
        m_timers.erase(next);
        m_nowMs += std::max<qint64>(0, timer.dueMs - m_steadyMs);
        m_steadyMs = std::max(m_steadyMs, timer.dueMs);
        if (timer.context) {
            timer.fn();
        }
    }
    m_nowMs += end - m_steadyMs;
    m_steadyMs = end;
}

int ManualClock::pendingTimers() const
{
    return int(std::count_if(m_timers.cbegin(), m_timers.cend(),
        [](const Timer& timer) { return !timer.context.isNull(); }));
}

} // namespace Textdesk::Testing
