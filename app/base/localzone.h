// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The zone in which a person reads times.
#pragma once

#include <QTimeZone>

namespace Textdesk {

// The system's; UTC where TZ names a zone that nobody knows, as the C library takes it: of Qt's
// invalid zone no day has a beginning, so that searches find nothing and threads show no days.
[[nodiscard]] QTimeZone localZone();

} // namespace Textdesk
