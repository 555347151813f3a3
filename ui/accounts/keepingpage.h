// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The keychain's page: shown at a start that needs a passphrase, and from the banner.
#pragma once

#include "ui/accounts/keepingcare.h"
#include "ui/accounts/keepingpanel.h"
#include "ui/widgets/scrollpage.h"

namespace Textdesk {

class KeepingPage final : public ScrollPage {
    Q_OBJECT
public:
    KeepingPage(const Theme& theme, KeepingDesk& desk, QWidget* parent = nullptr);
    void focusFirst();

signals:
    // The person wants to go on, with or without the secrets.
    void left();

protected:
    void showEvent(QShowEvent* event) override;

private:
    KeepingDesk& m_desk;
    void refresh();
    [[nodiscard]] bool isGood() const;
    KeepingPanel* m_panel;
    KeepingCare* m_care;
};

} // namespace Textdesk
