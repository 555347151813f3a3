// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Why the provider said no, in terms of what may be done next (zoomconnect.md 1.7).
#pragma once

#include "app/net/httpclient.h"

#include <QJsonObject>

#include <optional>

namespace Textdesk {

// Whether a request that failed in doubt may have changed something at the provider.
enum class Effect { Read, Change };

// For an answer that is not 2xx. nowMs is for a Retry-After that names a date.
[[nodiscard]] Error zoomHttpError(const ClientAnswer& answer, Effect effect, qint64 nowMs);
// The non-null `error` of a 2xx answer; nothing when there is none.
[[nodiscard]] std::optional<Error> zoomRefusal(const QJsonObject& answer, int httpStatus);
// A 2xx answer that cannot be read.
[[nodiscard]] Error zoomUnreadable(const QString& what, int httpStatus, Effect effect);

} // namespace Textdesk
