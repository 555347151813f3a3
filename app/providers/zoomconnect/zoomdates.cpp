// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/providers/zoomconnect/zoomdates.h"

#include "app/providers/zoomconnect/zoomfields.h"
#include "app/providers/zoomconnect/zoomsettings.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

namespace Textdesk {

namespace {

constexpr qint64 second{1000};
constexpr qint64 minute{60 * second};
constexpr qint64 day{24 * 60 * minute};
constexpr qint64 year2000{946684800000};
constexpr qint64 year2200{7258118400000};

bool isBelievable(qint64 ms)
{
    return ms >= year2000 && ms < year2200;
}

std::optional<StatedTime> believable(const QDateTime& time, qint64 grainMs)
{
    if (!time.isValid() || !isBelievable(time.toMSecsSinceEpoch())) {
        return {};
    }
    return StatedTime{time.toMSecsSinceEpoch(), grainMs};
}

// 12 digits: to the minute; 14: to the second; the vendor's own example has 16 (sheet 1.4).
std::optional<StatedTime> fromDigits(const QString& digits, const QTimeZone& zone)
{
    if (digits.size() != 12 && digits.size() != 14 && digits.size() != 16) {
        return {};
    }
    const auto number = [&digits](int at, int count) { return digits.mid(at, count).toInt(); };
    const bool seconds{digits.size() >= 14};
    const QDate date{number(0, 4), number(4, 2), number(6, 2)};
    const QTime time{number(8, 2), number(10, 2), seconds ? number(12, 2) : 0};
    if (!date.isValid() || !time.isValid()) {
        return {};
    }
    return believable(QDateTime{date, time, zone}, seconds ? second : minute);
}

std::optional<StatedTime> fromNumber(qint64 number, const QTimeZone& zone)
{
    if (isBelievable(number)) {
        return StatedTime{number, 1};
    }
    if (const auto digits = fromDigits(QString::number(number), zone)) {
        return digits;
    }
    if (number < year2200 / second && isBelievable(number * second)) {
        return StatedTime{number * second, second};
    }
    return {};
}

qint64 grainOfFraction(const QString& fraction)
{
    return fraction.size() >= 3 ? 1 : fraction.size() == 2 ? 10 : 100;
}

QTimeZone zoneOfIso(const QString& text, const QTimeZone& otherwise)
{
    if (text.isEmpty()) {
        return otherwise;
    }
    if (text.compare(QLatin1String{"z"}, Qt::CaseInsensitive) == 0) {
        return QTimeZone{0};
    }
    return zoomZone(text.size() == 3 ? text + QStringLiteral("00") : text);
}

std::optional<StatedTime> fromIso(const QString& text, const QTimeZone& zone)
{
    static const QRegularExpression shape{
        QStringLiteral("^(\\d{4})-(\\d\\d)-(\\d\\d)"
                       "(?:[T ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,9}))?)?)?"
                       " ?([Zz]|[+-]\\d\\d(?::?\\d\\d)?)?$")};
    const auto match = shape.match(text);
    const QTimeZone stated{zoneOfIso(match.captured(8), zone)};
    if (!match.hasMatch() || !stated.isValid()) {
        return {};
    }
    const auto number = [&match](int group) { return match.captured(group).toInt(); };
    const QDate date{number(1), number(2), number(3)};
    if (match.captured(4).isEmpty()) {
        return date.isValid() ? believable(QDateTime{date, QTime{0, 0}, stated}, day)
                              : std::nullopt;
    }
    const QString fraction{match.captured(7)};
    const int ms{fraction.leftJustified(3, QLatin1Char{'0'}, true).toInt()};
    const QTime time{number(4), number(5), number(6), ms};
    if (!date.isValid() || !time.isValid()) {
        return {};
    }
    const qint64 grain{match.captured(6).isEmpty() ? minute
            : fraction.isEmpty()                   ? second
                                                   : grainOfFraction(fraction)};
    return believable(QDateTime{date, time, stated}, grain);
}

} // namespace

std::optional<StatedTime> statedTime(const QString& text, const QTimeZone& zone)
{
    const QString trimmed{text.trimmed()};
    const bool onlyDigits{!trimmed.isEmpty()
        && std::all_of(trimmed.cbegin(), trimmed.cend(),
            [](QChar c) { return c >= QLatin1Char{'0'} && c <= QLatin1Char{'9'}; })};
    if (!onlyDigits) {
        return fromIso(trimmed, zone);
    }
    if (const auto digits = fromDigits(trimmed, zone)) {
        return digits;
    }
    bool fits{false};
    const qint64 number{trimmed.toLongLong(&fits)};
    return fits ? fromNumber(number, zone) : std::nullopt;
}

std::optional<StatedTime> statedTime(const QJsonValue& value, const QTimeZone& zone)
{
    if (value.isString()) {
        return statedTime(value.toString(), zone);
    }
    const auto number = integerField(value);
    return number ? fromNumber(*number, zone) : std::nullopt;
}

std::optional<StatedTime> refinedByObjectId(
    std::optional<StatedTime> stated, const QString& providerId)
{
    static const QRegularExpression objectId{QStringLiteral("^[0-9a-f]{24}$")};
    if (!stated || stated->grainMs <= second || !objectId.match(providerId).hasMatch()) {
        return stated;
    }
    const qint64 created{providerId.left(8).toLongLong(nullptr, 16) * second};
    const bool within{created >= stated->ms && created < stated->ms + stated->grainMs};
    return within ? StatedTime{created, second} : stated;
}

QString zoomMinute(qint64 ms, const QTimeZone& zone)
{
    const qint64 whole{(ms + minute - 1) / minute * minute};
    return QDateTime::fromMSecsSinceEpoch(whole, zone).toString(QStringLiteral("yyyyMMddHHmm"));
}

QString zoomDay(QDate date)
{
    return date.toString(QStringLiteral("yyyyMMdd"));
}

} // namespace Textdesk
