// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of settings: key, type, default, scope and what values are possible. Their words
// are the window's (ui/settings/settingwords.cpp).
#pragma once

#include "app/settings/settings.h"

#include <QStringList>

#include <vector>

namespace Textdesk {

// Who changes a setting: a person on the settings page, or the window by itself.
enum class SettingScope { Person, Window };

struct SettingRow final {
    Setting setting;
    const char* key; // in settings.ini
    QMetaType::Type type;
    QVariant fallback;
    SettingScope scope{SettingScope::Person};
    QStringList choices{}; // of a text; empty: any
    int smallest{0}; // of a number
    int largest{0}; // of a number; equal to smallest: any
    bool (*accepts)(const QString&){nullptr}; // of a text without choices; null: any
    bool isPersonal{false}; // its value stays out of the diagnostics
};

// In the order of the enumeration.
[[nodiscard]] const std::vector<SettingRow>& settingTable();
[[nodiscard]] const SettingRow& rowOf(Setting setting);
// Whether the value reads as the setting's type and lies within what is possible.
[[nodiscard]] bool fits(const SettingRow& row, const QVariant& value);

} // namespace Textdesk
