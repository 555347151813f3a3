// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Light, dark, or as the computer says.
#pragma once

#include "ui/widgets/surface.h"

namespace Textdesk {

class AppearancePage final : public Surface {
    Q_OBJECT
public:
    explicit AppearancePage(Theme& theme, QWidget* parent = nullptr);

signals:
    // The person chose; the theme has already changed.
    void chosen(Textdesk::Theme::Choice choice);
    void addAccountRequested();
};

} // namespace Textdesk
