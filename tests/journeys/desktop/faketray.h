// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop's panel, on the test's own bus: takes icons in and looks at them as a panel does.
#pragma once

#include "tests/journeys/desktop/traywatcher.h"

#include <QDBusConnection>
#include <QThread>

namespace Textdesk::Testing {

class FakeTray final {
public:
    FakeTray();
    FakeTray(const FakeTray&) = delete;
    FakeTray& operator=(const FakeTray&) = delete;
    ~FakeTray();

    // What the panel shows when the pointer rests on the newest icon; empty without one.
    [[nodiscard]] QString toolTip();
    // A click on it.
    void activate();

private:
    QDBusConnection m_bus;
    QThread m_thread;
    TrayWatcher m_watcher;
};

} // namespace Textdesk::Testing
