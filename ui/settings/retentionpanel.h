// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long each account's messages are kept; what a shorter time would delete is said before it is
// asked for.
#pragma once

#include "app/upkeep/cleaning.h"
#include "ui/prompt/prompt.h"
#include "ui/settings/panel.h"
#include "ui/theme/theme.h"

class QComboBox;
class QVBoxLayout;

namespace Textdesk {

class MarkedLabel;
class TextLabel;

class RetentionPanel final : public Panel {
    Q_OBJECT
public:
    RetentionPanel(
        const Theme& theme, Cleaning& cleaning, Prompt& prompt, QWidget* parent = nullptr);

    bool narrow(const QString& searched) override;
    // Reads the accounts anew.
    void refresh();

private:
    void show(const std::vector<RetentionRule>& rules);
    void addAccount(const RetentionRule& rule);
    void chosen(const RetentionRule& rule, QComboBox* box);
    void askFirst(const RetentionRule& rule, int days, const RetentionPreview& preview);
    void apply(const RetentionRule& rule, int days);

    const Theme& m_theme;
    Cleaning& m_cleaning;
    Prompt& m_prompt;
    MarkedLabel* m_title;
    TextLabel* m_told;
    QVBoxLayout* m_rows;
    QString m_names;
};

} // namespace Textdesk
