// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One setting: its words, the control that its kind asks for, and the way back to the default.
#pragma once

#include "app/settings/settingtable.h"
#include "ui/settings/panel.h"
#include "ui/settings/settingwords.h"
#include "ui/theme/theme.h"

class QComboBox;
class QHBoxLayout;
class QLineEdit;

namespace Textdesk {

class Button;
class MarkedLabel;
class TextLabel;

class SettingRowWidget final : public Panel {
    Q_OBJECT
public:
    SettingRowWidget(
        const Theme& theme, Settings& settings, Setting setting, QWidget* parent = nullptr);

    bool narrow(const QString& searched) override;
    [[nodiscard]] Setting setting() const { return m_row.setting; }
    // A row that means nothing now, e.g. a proxy's name without a proxy.
    void setUsable(bool usable);

private:
    void build();
    [[nodiscard]] QWidget* makeControl();
    [[nodiscard]] QWidget* makeChoice();
    [[nodiscard]] QWidget* makeSwitch();
    [[nodiscard]] QWidget* makeNumber();
    [[nodiscard]] QWidget* makeRegion();
    [[nodiscard]] QWidget* makeTime();
    [[nodiscard]] QWidget* makeDays();
    [[nodiscard]] QWidget* makeText();
    void takeText(const QString& text);
    void set(const QVariant& value);
    void refresh();

    const Theme& m_theme;
    Settings& m_settings;
    const SettingRow& m_row;
    SettingWords m_words;
    MarkedLabel* m_title;
    TextLabel* m_problem;
    Button* m_reset;
    QWidget* m_control{nullptr};
    std::function<void(const QVariant&)> m_show; // puts a value into the control
};

} // namespace Textdesk
