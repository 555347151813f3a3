// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/snoozewords.h"

#include "ui/words/timewords.h"

#include <QCoreApplication>

namespace Textdesk {

namespace {

struct SnoozeWords final {
    Q_DECLARE_TR_FUNCTIONS(SnoozeWords)
};

const QTime morning{8, 0};
const QTime evening{18, 0};
constexpr int leastMinutes{60}; // sooner is not worth going away

} // namespace

std::vector<SnoozeChoice> snoozeChoices(const QDateTime& now, const QLocale& locale)
{
    std::vector<SnoozeChoice> choices;
    const QDateTime tonight{now.date(), evening};
    if (now.secsTo(tonight) >= leastMinutes * 60) {
        choices.push_back(
            {SnoozeWords::tr("This evening, %1").arg(clockTime(tonight, locale)), tonight});
    }
    const QDateTime tomorrow{now.date().addDays(1), morning};
    choices.push_back({SnoozeWords::tr("Tomorrow, %1").arg(clockTime(tomorrow, locale)), tomorrow});
    int days{(int(locale.firstDayOfWeek()) - now.date().dayOfWeek() + 7) % 7};
    days = days == 0 ? 7 : days;
    const QDateTime week{now.date().addDays(days), morning};
    if (week != tomorrow) {
        choices.push_back(
            {SnoozeWords::tr("Next week, %1").arg(dayAndTime(week, now, locale)), week});
    }
    return choices;
}

QString snoozedWords(const QDateTime& until, const QDateTime& now, const QLocale& locale)
{
    return SnoozeWords::tr("Out of sight until %1").arg(dayAndTime(until, now, locale));
}

} // namespace Textdesk
