// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The parameters of a webhook, from wherever it carries them (zoomconnect.md 9.1: not settled by
// the vendor).
#pragma once

#include "app/base/result.h"
#include "app/http/servermessage.h"

#include <QMap>

namespace Textdesk {

// Sorted by key, which is the order the checksum is made in.
using ZoomParameters = QMap<QString, QString>;

// How a bare '+' of a query or form body is read.
enum class PlusSign { Space, Literal };

// Query and body merged. Error Protocol with detail "unreadable: <what>", also when one key has two
// values.
[[nodiscard]] Result<ZoomParameters> zoomParameters(const RawRequest& request, PlusSign plus);

} // namespace Textdesk
