// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A clock that stands still until a test moves it.
#pragma once

#include "app/base/clock.h"

#include <QPointer>

#include <vector>

namespace Textdesk::Testing {

class ManualClock final : public Clock {
public:
    explicit ManualClock(const QDateTime& start = QDateTime{{2026, 3, 2}, {9, 0}, Qt::UTC});

    [[nodiscard]] qint64 nowMs() const override { return m_nowMs; }
    [[nodiscard]] qint64 steadyMs() const override { return m_steadyMs; }
    void after(
        std::chrono::milliseconds delay, QObject* context, std::function<void()> fn) override;

    // Moves both clocks and runs what became due, in order of its time.
    void advance(std::chrono::milliseconds step);
    // Sets the wall clock alone, as a person or NTP does; timers do not notice.
    void setWallClock(const QDateTime& time) { m_nowMs = time.toMSecsSinceEpoch(); }
    [[nodiscard]] int pendingTimers() const;

private:
    struct Timer {
        qint64 dueMs;
        QPointer<QObject> context;
        std::function<void()> fn;
    };
    qint64 m_nowMs;
    qint64 m_steadyMs{1000};
    std::vector<Timer> m_timers;
};

} // namespace Textdesk::Testing
