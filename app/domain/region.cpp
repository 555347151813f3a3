// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/region.h"

#include <phonenumbers/phonenumberutil.h>

#include <set>
#include <string>

namespace Textdesk {

bool isKnownRegion(const QString& region)
{
    static const std::set<std::string> known{[] {
        std::set<std::string> regions;
        i18n::phonenumbers::PhoneNumberUtil::GetInstance()->GetSupportedRegions(&regions);
        return regions;
    }()};
    return known.contains(region.toStdString());
}

} // namespace Textdesk
