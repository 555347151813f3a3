// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/retryafter.h"

#include <QRegularExpression>

#include <algorithm>

namespace Textdesk {

namespace {

int monthOf(const QString& name)
{
    static const QString names{QStringLiteral("JanFebMarAprMayJunJulAugSepOctNovDec")};
    const auto at = names.indexOf(name);
    return at >= 0 && at % 3 == 0 ? static_cast<int>(at / 3) + 1 : 0;
}

// RFC 9110, 5.6.7: a two-digit year that looks more than 50 years ahead is the past one with these
// digits.
int fullYear(int twoDigits, const QDateTime& now)
{
    const int thisYear{now.date().year()};
    const int year{thisYear - thisYear % 100 + twoDigits};
    return year > thisYear + 50 ? year - 100 : year;
}

QDateTime httpDate(const QString& text, const QDateTime& now)
{
    // Sun, 06 Nov 1994 08:49:37 GMT; Sunday, 06-Nov-94 08:49:37 GMT; Sun Nov  6 08:49:37 1994
    static const QRegularExpression modern{
        QStringLiteral("^[A-Z][a-z]{2}, ([0-9]{2}) ([A-Z][a-z]{2}) ([0-9]{4}) "
                       "([0-9]{2}):([0-9]{2}):([0-9]{2}) GMT$")};
    static const QRegularExpression rfc850{
        QStringLiteral("^[A-Z][a-z]{5,8}, ([0-9]{2})-([A-Z][a-z]{2})-([0-9]{2}) "
                       "([0-9]{2}):([0-9]{2}):([0-9]{2}) GMT$")};
    static const QRegularExpression asctime{
        QStringLiteral("^[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ 0-9][0-9]) "
                       "([0-9]{2}):([0-9]{2}):([0-9]{2}) ([0-9]{4})$")};
    int day{0};
    int month{0};
    int year{0};
    int firstOfTime{4};
    auto match = modern.match(text);
    if (match.hasMatch()) {
        day = match.captured(1).toInt();
        month = monthOf(match.captured(2));
        year = match.captured(3).toInt();
    } else if (match = rfc850.match(text); match.hasMatch()) {
        day = match.captured(1).toInt();
        month = monthOf(match.captured(2));
        year = fullYear(match.captured(3).toInt(), now);
    } else if (match = asctime.match(text); match.hasMatch()) {
        month = monthOf(match.captured(1));
        day = match.captured(2).trimmed().toInt();
        firstOfTime = 3;
        year = match.captured(6).toInt();
    } else {
        return {};
    }
    const QTime time{match.captured(firstOfTime).toInt(), match.captured(firstOfTime + 1).toInt(),
        std::min(match.captured(firstOfTime + 2).toInt(), 59)}; // 60 is a leap second
    const QDate date{year, month, day};
    return date.isValid() && time.isValid() ? QDateTime{date, time, Qt::UTC} : QDateTime{};
}

} // namespace

std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray& value, const QDateTime& now)
{
    const QByteArray text{value.trimmed()};
    if (text.isEmpty() || text.size() > 64) {
        return std::nullopt;
    }
    if (std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        bool fits{false};
        const qint64 seconds{text.toLongLong(&fits)};
        return fits ? std::min(std::chrono::seconds{seconds}, longestRetryAfter)
                    : longestRetryAfter;
    }
    const QDateTime when{httpDate(QString::fromLatin1(text), now)};
    if (!when.isValid()) {
        return std::nullopt;
    }
    const qint64 wait{std::max<qint64>(now.secsTo(when), 0)};
    return std::min(std::chrono::seconds{wait}, longestRetryAfter);
}

} // namespace Textdesk
