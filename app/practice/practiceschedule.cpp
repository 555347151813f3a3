// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/practice/practiceschedule.h"

#include <algorithm>

namespace Textdesk {

namespace {

// A timer counts milliseconds in an int; a text may be scheduled for next year.
constexpr qint64 longestTimerMs{3600000};

} // namespace

PracticeSchedule::PracticeSchedule(Clock& clock)
    : m_clock{clock}
{ }

void PracticeSchedule::after(std::chrono::milliseconds delay, std::function<void()> fn)
{
    m_due.emplace(m_clock.steadyMs() + std::max<qint64>(0, delay.count()), std::move(fn));
    arm();
}

void PracticeSchedule::clear()
{
    m_due.clear();
    m_timer.reset();
    m_armedFor = 0;
}

void PracticeSchedule::arm()
{
    if (m_due.empty()) {
        return;
    }
    const qint64 now{m_clock.steadyMs()};
    const qint64 next{std::min(m_due.begin()->first, now + longestTimerMs)};
    if (m_armedFor != 0 && m_armedFor <= next) {
        return;
    }
    m_timer = std::make_unique<QObject>();
    m_armedFor = next;
    m_clock.after(std::chrono::milliseconds{std::max<qint64>(0, next - now)}, m_timer.get(),
        [this] { run(); });
}

void PracticeSchedule::run()
{
    // Deleting the timer's object here would delete it under the clock that calls us.
    m_timer.release()->deleteLater();
    m_armedFor = 0;
    const qint64 now{m_clock.steadyMs()};
    while (!m_due.empty() && m_due.begin()->first <= now) {
        const auto first = m_due.extract(m_due.begin());
        first.mapped()();
    }
    arm();
}

} // namespace Textdesk
