// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/deadline.h"

#include <algorithm>

namespace Textdesk {

Deadline::Deadline(Clock& clock, QObject* context, std::function<void()> expired)
    : m_clock{clock}
    , m_context{context}
    , m_expired{std::move(expired)}
{ }

void Deadline::set(std::chrono::milliseconds fromNow)
{
    m_dueMs = m_clock.steadyMs() + fromNow.count();
    if (!m_armedMs || *m_armedMs > *m_dueMs) {
        arm(*m_dueMs);
    }
}

void Deadline::arm(qint64 dueMs)
{
    m_armedMs = dueMs;
    const quint64 timer{++m_timer};
    const std::chrono::milliseconds delay{std::max<qint64>(0, dueMs - m_clock.steadyMs())};
    m_clock.after(delay, m_context, [this, timer] {
        if (timer == m_timer) {
            fired();
        }
    });
}

void Deadline::fired()
{
    m_armedMs.reset();
    if (!m_dueMs) {
        return;
    }
    if (m_clock.steadyMs() < *m_dueMs) {
        arm(*m_dueMs);
        return;
    }
    m_dueMs.reset();
    m_expired();
}

} // namespace Textdesk
