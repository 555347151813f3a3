// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/donotdisturb.h"

#include "ui/desktop/quiethours.h"
#include "ui/words/timewords.h"

#include <QLocale>

#include <algorithm>

namespace Textdesk {

namespace {

constexpr qint64 withoutEnd{-1};
constexpr qint64 hourMs{3'600'000};
// Looked at again at least this often: the computer may sleep or its clock be set meanwhile.
constexpr qint64 lookMs{60'000};
constexpr int morning{8};

} // namespace

DoNotDisturb::DoNotDisturb(Settings& settings, Clock& clock, QObject* parent)
    : QObject{parent}
    , m_settings{settings}
    , m_clock{clock}
    , m_wasOn{isOn()}
{
    watch();
    connect(&m_settings, &Settings::changed, this, [this](Setting setting) {
        switch (setting) {
        case Setting::QuietUntil:
        case Setting::QuietHours:
        case Setting::QuietFrom:
        case Setting::QuietTo:
        case Setting::QuietDays:
        case Setting::QuietSkipped:
            m_wasOn = isOn();
            watch();
            emit changed();
            return;
        default:
            return;
        }
    });
}

// By the quiet hours, unless they were called off.
QDateTime DoNotDisturb::scheduledEnd() const
{
    const QDateTime end{QuietHours::of(m_settings).endAround(m_clock.now().toLocalTime())};
    const qint64 skipped{m_settings.value(Setting::QuietSkipped).toLongLong()};
    return end.isValid() && end.toMSecsSinceEpoch() > skipped ? end : QDateTime{};
}

bool DoNotDisturb::isOn() const
{
    const qint64 until{m_settings.value(Setting::QuietUntil).toLongLong()};
    return until == withoutEnd || until > m_clock.nowMs() || scheduledEnd().isValid();
}

QDateTime DoNotDisturb::end() const
{
    const qint64 until{m_settings.value(Setting::QuietUntil).toLongLong()};
    if (until == withoutEnd || !isOn()) {
        return {};
    }
    const QDateTime scheduled{scheduledEnd()};
    const QDateTime chosen{QDateTime::fromMSecsSinceEpoch(until)};
    return scheduled.isValid() && scheduled > chosen ? scheduled : chosen;
}

void DoNotDisturb::turnOn()
{
    setUntil(withoutEnd);
}

void DoNotDisturb::turnOnForAnHour()
{
    setUntil(m_clock.nowMs() + hourMs);
}

void DoNotDisturb::turnOnUntilTomorrow()
{
    const QDate tomorrow{m_clock.now().toLocalTime().date().addDays(1)};
    setUntil(QDateTime{tomorrow, QTime{morning, 0}}.toMSecsSinceEpoch());
}

void DoNotDisturb::turnOff()
{
    m_endedUntil = m_settings.value(Setting::QuietUntil).toLongLong();
    m_endedSkipped = m_settings.value(Setting::QuietSkipped).toLongLong();
    // Of the quiet hours only these: the next ones come as ever.
    if (const QDateTime scheduled{scheduledEnd()}; scheduled.isValid()) {
        m_settings.set(Setting::QuietSkipped, scheduled.toMSecsSinceEpoch());
    }
    setUntil(0);
}

void DoNotDisturb::takeBackTurningOff()
{
    m_settings.set(Setting::QuietSkipped, m_endedSkipped);
    setUntil(m_endedUntil);
}

void DoNotDisturb::setUntil(qint64 ms)
{
    m_settings.set(Setting::QuietUntil, ms);
}

void DoNotDisturb::watch()
{
    const int round{++m_round};
    qint64 wait{lookMs};
    if (const QDateTime ends{end()}; ends.isValid()) {
        wait = ends.toMSecsSinceEpoch() - m_clock.nowMs();
    } else if (!QuietHours::of(m_settings).isSet()) {
        return; // nothing changes by itself
    }
    m_clock.after(
        std::chrono::milliseconds{std::clamp(wait, qint64{1}, lookMs)}, this, [this, round] {
            if (round != m_round) {
                return;
            }
            if (const bool on{isOn()}; on != m_wasOn) {
                m_wasOn = on;
                emit changed();
            }
            watch();
        });
}

QString DoNotDisturb::words() const
{
    if (!isOn()) {
        return tr("Notifications are shown.");
    }
    const QDateTime until{end()};
    if (!until.isValid()) {
        return tr("Do not disturb is on until you turn it off.");
    }
    return tr("Do not disturb is on until %1.")
        .arg(dayAndTime(until, m_clock.now().toLocalTime(), QLocale{}));
}

QString DoNotDisturb::shortWords() const
{
    const QDateTime until{end()};
    return until.isValid() ? tr("Quiet until %1").arg(clockTime(until, QLocale{}))
                           : tr("Do not disturb");
}

} // namespace Textdesk
