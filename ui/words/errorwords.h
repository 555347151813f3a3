// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// An Error as people read it: what happened, what is safe, what to do next.
#pragma once

#include "app/base/error.h"

#include <QString>

namespace Textdesk {

struct Explanation final {
    QString what;
    QString safe;
    QString next; // empty when there is nothing to do but wait
    // The three sentences in a row.
    [[nodiscard]] QString sentence() const;
};

// Never shows detail(), which is for logs; shows the provider's own words, shortened.
[[nodiscard]] Explanation describe(const Error& error);

} // namespace Textdesk
