// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Erases one person: what would go is shown before it is asked for.
#pragma once

#include "app/upkeep/erasure.h"
#include "ui/prompt/prompt.h"
#include "ui/settings/panel.h"
#include "ui/theme/theme.h"

#include <functional>

class QCheckBox;
class QLineEdit;

namespace Textdesk {

class Button;
class MarkedLabel;
class TextLabel;

class ErasePanel final : public Panel {
    Q_OBJECT
public:
    // region: where numbers without a country code are from.
    ErasePanel(const Theme& theme, Erasure& erasure, Prompt& prompt,
        std::function<QString()> region, QWidget* parent = nullptr);

    bool narrow(const QString& searched) override;

private:
    void build();
    void look();
    void show(const Result<ErasePreview>& preview);
    void askFirst();
    void erase();
    void tell(const QString& words, bool isTrouble);
    [[nodiscard]] QString summary() const;

    const Theme& m_theme;
    Erasure& m_erasure;
    Prompt& m_prompt;
    std::function<QString()> m_region;
    ErasePreview m_found;
    MarkedLabel* m_title;
    QLineEdit* m_number;
    Button* m_look;
    TextLabel* m_told;
    QCheckBox* m_optOutToo;
    Button* m_erase;
};

} // namespace Textdesk
