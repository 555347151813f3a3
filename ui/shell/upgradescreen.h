// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window that is shown while a profile of an earlier version is brought up to date.
#pragma once

#include "ui/widgets/surface.h"

namespace Textdesk {

class UpgradeScreen final : public Surface {
    Q_OBJECT
public:
    explicit UpgradeScreen(const Theme& theme, QWidget* parent = nullptr);

signals:
    // The person closed it, and wants Textdesk another time.
    void givenUp();

protected:
    void closeEvent(QCloseEvent* event) override;
};

} // namespace Textdesk
