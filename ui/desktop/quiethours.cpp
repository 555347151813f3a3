// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/quiethours.h"

#include <QTimeZone>

namespace Textdesk {

QuietHours QuietHours::of(const Settings& settings)
{
    const auto time = [&settings](Setting setting) {
        return QTime::fromString(settings.text(setting), QStringLiteral("HH:mm"));
    };
    QuietHours hours;
    hours.m_isSet = settings.flag(Setting::QuietHours);
    hours.m_from = time(Setting::QuietFrom);
    hours.m_to = time(Setting::QuietTo);
    hours.m_days = settings.text(Setting::QuietDays);
    return hours;
}

// A quiet time belongs to the day on which it begins, so that Friday's lasts into Saturday.
QDateTime QuietHours::endAround(const QDateTime& now) const
{
    if (!m_isSet) {
        return {};
    }
    for (const int back : {0, 1}) {
        const QDate day{now.date().addDays(-back)};
        if (!m_days.contains(QString::number(day.dayOfWeek()))) {
            continue;
        }
        const QDateTime begin{day, m_from, now.timeZone()};
        const QDateTime end{m_from < m_to ? day : day.addDays(1), m_to, now.timeZone()};
        if (begin <= now && now < end) {
            return end;
        }
    }
    return {};
}

} // namespace Textdesk
