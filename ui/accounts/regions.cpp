// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/regions.h"

#include <QLocale>

#include <algorithm>

namespace Textdesk {

std::vector<Region> allRegions()
{
    std::vector<Region> all;
    for (int i{1}; i <= int(QLocale::LastTerritory); ++i) {
        const auto territory = QLocale::Territory(i);
        const QString code{QLocale::territoryToCode(territory)};
        if (code.size() == 2 && code.at(0).isLetter()) {
            all.push_back({QLocale::territoryToString(territory), code});
        }
    }
    std::sort(all.begin(), all.end(), [](const Region& a, const Region& b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    return all;
}

} // namespace Textdesk
