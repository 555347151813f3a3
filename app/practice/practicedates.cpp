// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/practice/practicedates.h"

#include <QDateTime>
#include <QTime>

#include <algorithm>
#include <cstdlib>

namespace Textdesk {

using namespace Qt::StringLiterals;

QString PracticeDates::format(qint64 ms, const QString& pattern) const
{
    return QDateTime::fromMSecsSinceEpoch(ms + m_zoneMs, Qt::UTC).toString(pattern);
}

std::optional<qint64> PracticeDates::parse(const QString& text, const QString& pattern) const
{
    const bool digits{
        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; })};
    QDateTime time{QDateTime::fromString(text, pattern)};
    if (!digits || text.size() != pattern.size() || !time.isValid()) {
        return std::nullopt;
    }
    time = QDateTime{time.date(), time.time(), Qt::UTC};
    return time.toMSecsSinceEpoch() - m_zoneMs;
}

QString PracticeDates::minute(qint64 ms) const
{
    return format(ms, u"yyyyMMddHHmm"_s);
}

QString PracticeDates::second(qint64 ms) const
{
    return format(ms, u"yyyyMMddHHmmss"_s);
}

std::optional<qint64> PracticeDates::fromMinute(const QString& text) const
{
    return parse(text, u"yyyyMMddHHmm"_s);
}

std::optional<qint64> PracticeDates::fromDay(const QString& text) const
{
    return parse(text, u"yyyyMMdd"_s);
}

QJsonValue PracticeDates::field(qint64 ms, PracticeVariant::Dates form) const
{
    if (ms == 0) {
        return QJsonValue::Null;
    }
    const QString local{u"yyyy-MM-ddTHH:mm:ss.zzz"_s};
    switch (form) {
    case PracticeVariant::Dates::Epoch:
        return ms;
    case PracticeVariant::Dates::Iso:
        return format(ms, local) + (m_zoneMinutes < 0 ? u'-' : u'+')
            + QTime::fromMSecsSinceStartOfDay(std::abs(m_zoneMinutes) * 60000).toString(u"HH:mm"_s);
    case PracticeVariant::Dates::IsoNoZone:
        return format(ms, local);
    case PracticeVariant::Dates::Digits:
        return minute(ms);
    }
    return {};
}

} // namespace Textdesk
