// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The countries whose numbers may be written without a country code.
#pragma once

#include <QString>

#include <vector>

namespace Textdesk {

struct Region final {
    QString name;
    QString code; // ISO 3166-1 alpha-2
};

// By name, as the locale sorts.
[[nodiscard]] std::vector<Region> allRegions();

} // namespace Textdesk
