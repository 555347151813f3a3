// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The date forms of the ZoomConnect API (zoomconnect.md 1.4), written independently of the
// client's.
#pragma once

#include "app/practice/practicevariant.h"

#include <QJsonValue>
#include <QString>

#include <optional>

namespace Textdesk {

class PracticeDates final {
public:
    explicit PracticeDates(int zoneMinutes)
        : m_zoneMs{qint64{zoneMinutes} * 60000}
        , m_zoneMinutes{zoneMinutes}
    { }

    // A message field; 0 gives null.
    [[nodiscard]] QJsonValue field(qint64 ms, PracticeVariant::Dates form) const;
    [[nodiscard]] QString minute(qint64 ms) const; // yyyyMMddHHmm
    [[nodiscard]] QString second(qint64 ms) const; // yyyyMMddHHmmss
    [[nodiscard]] std::optional<qint64> fromMinute(const QString& text) const;
    // The first millisecond of a day written yyyyMMdd.
    [[nodiscard]] std::optional<qint64> fromDay(const QString& text) const;

private:
    [[nodiscard]] QString format(qint64 ms, const QString& pattern) const;
    [[nodiscard]] std::optional<qint64> parse(const QString& text, const QString& pattern) const;

    qint64 m_zoneMs;
    int m_zoneMinutes;
};

} // namespace Textdesk
