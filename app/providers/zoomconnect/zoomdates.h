// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Dates in every form the API sheet knows or fears (zoomconnect.md 1.4), as pure functions.
#pragma once

#include "app/domain/inboundevent.h"

#include <QDate>
#include <QJsonValue>
#include <QTimeZone>

#include <optional>

namespace Textdesk {

// Epoch milliseconds (or seconds) as text, ISO 8601 with or without zone, or 12, 14 or more digits
// of which the first 12 or 14 are yyyyMMddHHmm[ss]. Times without zone are in zone. Nothing outside
// 2000 to 2199 is believed.
[[nodiscard]] std::optional<StatedTime> statedTime(const QString& text, const QTimeZone& zone);
// The same for a JSON number or string; null and every other type give nothing.
[[nodiscard]] std::optional<StatedTime> statedTime(const QJsonValue& value, const QTimeZone& zone);
// The message ids are ObjectIds with the second of their creation: if it lies within the stated
// minute, it is the better time.
[[nodiscard]] std::optional<StatedTime> refinedByObjectId(
    std::optional<StatedTime> stated, const QString& providerId);

// yyyyMMddHHmm for dateToSend; never before ms, so a part of a minute counts as a whole one.
[[nodiscard]] QString zoomMinute(qint64 ms, const QTimeZone& zone);
// yyyyMMdd for the filters of messages/all.
[[nodiscard]] QString zoomDay(QDate day);

} // namespace Textdesk
