// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/donotdisturb.h"

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
    watchEnd();
    connect(&m_settings, &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::QuietUntil) {
            m_wasOn = isOn();
            watchEnd();
            emit changed();
        }
    });
}

bool DoNotDisturb::isOn() const
{
    const qint64 until{m_settings.value(Setting::QuietUntil).toLongLong()};
    return until == withoutEnd || until > m_clock.nowMs();
}

QDateTime DoNotDisturb::end() const
{
    const qint64 until{m_settings.value(Setting::QuietUntil).toLongLong()};
    return isOn() && until != withoutEnd ? QDateTime::fromMSecsSinceEpoch(until) : QDateTime{};
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
    setUntil(0);
}

void DoNotDisturb::setUntil(qint64 ms)
{
    m_settings.set(Setting::QuietUntil, ms);
}

void DoNotDisturb::watchEnd()
{
    const int round{++m_round};
    if (!end().isValid()) {
        return;
    }
    const qint64 left{end().toMSecsSinceEpoch() - m_clock.nowMs()};
    m_clock.after(
        std::chrono::milliseconds{std::clamp(left, qint64{1}, lookMs)}, this, [this, round] {
            if (round != m_round) {
                return;
            }
            if (isOn()) {
                watchEnd();
            } else if (m_wasOn) {
                m_wasOn = false;
                emit changed();
            }
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
    const QLocale locale;
    const bool today{until.date() == m_clock.now().toLocalTime().date()};
    return tr("Do not disturb is on until %1.")
        .arg(today ? locale.toString(until.time(), QLocale::ShortFormat)
                   : locale.toString(until, QLocale::ShortFormat));
}

} // namespace Textdesk
