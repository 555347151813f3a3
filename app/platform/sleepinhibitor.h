// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the computer from falling asleep while texts are going out; the screen may go dark.
#pragma once

#include "app/platform/desktopbuses.h"

#include <QDBusUnixFileDescriptor>
#include <QObject>

namespace Textdesk {

// Asks logind, else the session's power management, else its screen saver. Where none of them
// answers nothing happens: a computer without them does not fall asleep by itself either.
class SleepInhibitor final : public QObject {
    Q_OBJECT
public:
    // who is the program's name as the desktop shows it.
    SleepInhibitor(DesktopBuses buses, QString who, QObject* parent = nullptr);
    ~SleepInhibitor() override;

    // why is a short phrase for people. Holding what is held changes nothing.
    void hold(const QString& why);
    void release();
    [[nodiscard]] bool isWanted() const { return m_wanted; }
    // A service has said yes.
    [[nodiscard]] bool isHeld() const { return m_lock.isValid() || m_cookieWay >= 0; }

signals:
    // isHeld() changed.
    void changed();

private:
    void askLogind();
    void askSession(int way);
    void giveBack(int way, uint cookie);
    DesktopBuses m_buses;
    QString m_who;
    QString m_why;
    bool m_wanted{false};
    int m_round{0}; // an answer to an earlier question is given back
    QDBusUnixFileDescriptor m_lock;
    int m_cookieWay{-1};
    uint m_cookie{0};
};

} // namespace Textdesk
