// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/timewords.h"

#include <QCoreApplication>

namespace Textdesk {

namespace {

struct TimeWords final {
    Q_DECLARE_TR_FUNCTIONS(TimeWords)
};

} // namespace

QString clockTime(const QDateTime& at, const QLocale& locale)
{
    // The C locale's short form shows seconds, which nobody wants in a list.
    return locale.language() == QLocale::C ? at.time().toString(QStringLiteral("HH:mm"))
                                           : locale.toString(at.time(), QLocale::ShortFormat);
}

QString listTime(const QDateTime& at, const QDateTime& now, const QLocale& locale)
{
    const qint64 days{at.date().daysTo(now.date())};
    if (days == 0) {
        return clockTime(at, locale);
    }
    if (days == 1) {
        return TimeWords::tr("Yesterday");
    }
    if (days > 1 && days < 7) {
        return locale.toString(at.date(), QStringLiteral("ddd"));
    }
    return locale.toString(at.date(), QLocale::ShortFormat);
}

QString dayName(const QDate& day, const QDate& today, const QLocale& locale)
{
    const qint64 days{day.daysTo(today)};
    if (days == 0) {
        return TimeWords::tr("Today");
    }
    if (days == 1) {
        return TimeWords::tr("Yesterday");
    }
    if (days > 1 && days < 7) {
        return locale.toString(day, QStringLiteral("dddd"));
    }
    return locale.toString(day, QLocale::LongFormat);
}

QString dayAndTime(const QDateTime& at, const QDateTime& now, const QLocale& locale)
{
    if (at.date() == now.date()) {
        return clockTime(at, locale);
    }
    //: A day and a time of day, e.g. "Wed 14:32".
    return TimeWords::tr("%1 %2").arg(at.date() < now.date() || now.date().daysTo(at.date()) >= 7
            ? locale.toString(at.date(), QLocale::ShortFormat)
            : locale.toString(at.date(), QStringLiteral("ddd")),
        clockTime(at, locale));
}

} // namespace Textdesk
