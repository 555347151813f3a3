// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The proxy's password: never shown, never in the settings file.
#pragma once

#include "app/base/secrettext.h"
#include "ui/settings/panel.h"
#include "ui/theme/theme.h"

#include <functional>

class QLineEdit;

namespace Textdesk {

class MarkedLabel;
class TextLabel;

class ProxyPasswordRow final : public Panel {
    Q_OBJECT
public:
    // keep is asked to store it, an empty one to forget it, and calls back with what went wrong, in
    // words, or nothing.
    using Keep = std::function<void(const SecretText&, std::function<void(const QString&)>)>;
    ProxyPasswordRow(const Theme& theme, Keep keep, QWidget* parent = nullptr);

    bool narrow(const QString& searched) override;
    void setUsable(bool usable);

private:
    void store();

    Keep m_keep;
    MarkedLabel* m_title;
    TextLabel* m_told;
    QLineEdit* m_edit;
};

} // namespace Textdesk
