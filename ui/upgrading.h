// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Before the window: a profile of an earlier version is brought up to date, and who has many texts
// sees that something happens.
#pragma once

#include "app/base/clock.h"
#include "app/upkeep/profileupgrade.h"
#include "ui/shell/upgradescreen.h"

namespace Textdesk {

class Upgrading final : public QObject {
    Q_OBJECT
public:
    Upgrading(const Theme& theme, Clock& clock, const QString& profile, QObject* parent = nullptr);

    void start();
    // The person closed the screen.
    [[nodiscard]] bool isGivenUp() const { return m_givenUp; }
    [[nodiscard]] UpgradeScreen& screen() { return m_screen; }

signals:
    // Once. What went wrong shows when the profile is opened.
    void ended();

private:
    void end(bool givenUp);

    Clock& m_clock;
    UpgradeScreen m_screen;
    bool m_ended{false};
    bool m_givenUp{false};
    ProfileUpgrade m_upgrade; // goes first, and waits for its thread
};

} // namespace Textdesk
