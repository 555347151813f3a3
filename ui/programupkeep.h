// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The profile's care and its settings, as the program's window shows them.
#pragma once

#include "app/upkeep/cleaning.h"
#include "app/upkeep/diagnostics.h"
#include "app/upkeep/erasure.h"
#include "app/upkeep/profilecare.h"
#include "ui/prompt/prompt.h"
#include "ui/settings/settingspage.h"
#include "ui/settingseffects.h"
#include "ui/shell/mainwindow.h"

namespace Textdesk {

struct UpkeepServices final {
    EffectServices effects;
    Clock& clock;
    Prompt& prompt;
    MainWindow& window;
    std::function<QString()> region; // where a number without a country code is from
};

class ProgramUpkeep final : public QObject {
    Q_OBJECT
public:
    explicit ProgramUpkeep(const UpkeepServices& services, QObject* parent = nullptr);

    void begin();
    [[nodiscard]] ProfileCare& care() { return m_care; }

private:
    void addPage();
    void tellDamage();
    void tellNoBackup(const Error& error);
    void act(const QString& notice);

    UpkeepServices m_services;
    Cleaning m_cleaning;
    Erasure m_erasure;
    Diagnostics m_diagnostics;
    ProfileCare m_care;
    SettingsEffects m_effects;
};

} // namespace Textdesk
