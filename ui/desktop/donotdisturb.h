// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Silence on request or by the quiet hours: nothing pops up until it is over; texts are counted as
// ever.
#pragma once

#include "app/base/clock.h"
#include "app/settings/settings.h"

#include <QObject>

namespace Textdesk {

// Kept in the settings, so that a restart does not break the silence.
class DoNotDisturb final : public QObject {
    Q_OBJECT
public:
    DoNotDisturb(Settings& settings, Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] bool isOn() const;
    // Local time of its end; invalid while it is off or without an end.
    [[nodiscard]] QDateTime end() const;
    void turnOn(); // until it is turned off
    void turnOnForAnHour();
    void turnOnUntilTomorrow(); // eight in the morning of the next local day
    // Also the quiet hours that last just now.
    void turnOff();
    // As it was before it was last turned off.
    void takeBackTurningOff();
    // "Do not disturb until 14:30", or that it is off.
    [[nodiscard]] QString words() const;
    // For a narrow place: "Quiet until 14:30", beside a moon.
    [[nodiscard]] QString shortWords() const;

signals:
    void changed();

private:
    void setUntil(qint64 ms);
    void watch();
    [[nodiscard]] QDateTime scheduledEnd() const;
    Settings& m_settings;
    Clock& m_clock;
    bool m_wasOn{false};
    qint64 m_endedUntil{0};
    qint64 m_endedSkipped{0};
    int m_round{0}; // of the timer; an older one does nothing
};

} // namespace Textdesk
