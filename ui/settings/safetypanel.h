// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// When the store was last checked and backed up, and both at once on request.
#pragma once

#include "app/upkeep/profilecare.h"
#include "ui/settings/panel.h"
#include "ui/theme/theme.h"

namespace Textdesk {

class Button;
class MarkedLabel;
class TextLabel;

class SafetyPanel final : public Panel {
    Q_OBJECT
public:
    SafetyPanel(
        const Theme& theme, ProfileCare& care, const Clock& clock, QWidget* parent = nullptr);

    bool narrow(const QString& searched) override;
    void refresh();

private:
    void check();
    void backUp();
    void tell(const QString& words, bool isTrouble);

    ProfileCare& m_care;
    const Clock& m_clock;
    MarkedLabel* m_title;
    TextLabel* m_dates;
    TextLabel* m_told;
    Button* m_check;
    Button* m_backUp;
};

} // namespace Textdesk
