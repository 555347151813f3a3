// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What every conversation row must say, counted anew from its messages.
#pragma once

#include "app/storage/connection.h"

#include <QStringList>

namespace Textdesk::Testing {

// One line for each field of each conversation that differs from its recomputation; empty when the
// books are right.
[[nodiscard]] QStringList wrongBooks(Connection& db);

} // namespace Textdesk::Testing
