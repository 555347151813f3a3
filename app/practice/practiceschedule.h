// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Things to do later, however many, behind a single timer: a load of 50,000 texts has three steps
// each.
#pragma once

#include "app/base/clock.h"

#include <QObject>

#include <map>
#include <memory>

namespace Textdesk {

class PracticeSchedule final {
public:
    explicit PracticeSchedule(Clock& clock);

    void after(std::chrono::milliseconds delay, std::function<void()> fn);
    // Forgets everything that is still to come.
    void clear();
    [[nodiscard]] size_t waiting() const { return m_due.size(); }

private:
    void arm();
    void run();

    Clock& m_clock;
    std::multimap<qint64, std::function<void()>> m_due; // by Clock::steadyMs
    qint64 m_armedFor{0}; // 0 = no timer runs
    std::unique_ptr<QObject> m_timer; // its death cancels the timer
};

} // namespace Textdesk
