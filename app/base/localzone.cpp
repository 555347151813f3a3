// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/localzone.h"

namespace Textdesk {

QTimeZone localZone()
{
    const QTimeZone zone{QTimeZone::systemTimeZone()};
    return zone.isValid() ? zone : QTimeZone::utc();
}

} // namespace Textdesk
