// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person reads of each setting; the values it may have are in app/settings.
#pragma once

#include "app/settings/settings.h"

#include <QStringList>

namespace Textdesk {

enum class SettingGroup { Appearance, Writing, Notices, Network, Webhooks, Help };

struct SettingWords final {
    SettingGroup group{SettingGroup::Appearance};
    QString title;
    QString sentence;
    QString search; // further words that people look for
    QStringList choices{}; // in the order of the table's
    QString unit{}; // " seconds"
    int unitSize{1}; // of one unit, in the stored number
};

// Empty title: not on the page.
[[nodiscard]] SettingWords wordsOf(Setting setting);
[[nodiscard]] QString titleOf(SettingGroup group);

} // namespace Textdesk
