// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A time limit that is moved often and reached seldom: moving it costs no new timer.
#pragma once

#include "app/base/clock.h"

#include <optional>

namespace Textdesk {

class Deadline final {
public:
    // context owns this deadline, so that no timer outlives it.
    Deadline(Clock& clock, QObject* context, std::function<void()> expired);

    void set(std::chrono::milliseconds fromNow);
    void clear() { m_dueMs.reset(); }

private:
    void arm(qint64 dueMs);
    void fired();

    Clock& m_clock;
    QObject* m_context;
    std::function<void()> m_expired;
    std::optional<qint64> m_dueMs;
    std::optional<qint64> m_armedMs; // when the timer that counts will fire
    quint64 m_timer{0};
};

} // namespace Textdesk
