// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every setting on one page: grouped, searched as one types, effective at once.
#pragma once

#include "app/settings/settings.h"
#include "app/upkeep/cleaning.h"
#include "app/upkeep/diagnostics.h"
#include "app/upkeep/erasure.h"
#include "app/upkeep/profilecare.h"
#include "ui/prompt/prompt.h"
#include "ui/settings/proxypasswordrow.h"
#include "ui/settings/settingwords.h"
#include "ui/widgets/surface.h"

#include <vector>

class QVBoxLayout;

namespace Textdesk {

class Card;
class EmptyState;
class RetentionPanel;
class SearchField;
class SettingRowWidget;

struct SettingsServices final {
    Settings& settings;
    Prompt& prompt;
    Clock& clock;
    Cleaning& cleaning;
    Erasure& erasure;
    Diagnostics& diagnostics;
    ProfileCare& care;
    std::function<QString()> region; // where numbers without a country code are from
    ProxyPasswordRow::Keep keepProxyPassword;
};

class SettingsPage final : public Surface {
    Q_OBJECT
public:
    SettingsPage(const Theme& theme, SettingsServices services, QWidget* parent = nullptr);

    void focusFirst();

signals:
    void addAccountRequested();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Group final {
        Card* card;
        std::vector<Panel*> panels;
    };
    void build();
    void addSettings();
    void addPrivacy();
    void addHelp();
    void addAccounts();
    Group& addGroup(const QString& title);
    void addPanel(Group& group, Panel* panel);
    void narrow(const QString& searched);
    void refreshUsable();

    SettingsServices m_services;
    SearchField* m_search;
    EmptyState* m_nothing;
    QVBoxLayout* m_column;
    std::vector<Group> m_groups;
    std::vector<SettingRowWidget*> m_rows;
    ProxyPasswordRow* m_password{nullptr};
    RetentionPanel* m_retention{nullptr};
    Card* m_accounts{nullptr};
};

} // namespace Textdesk
