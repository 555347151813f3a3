// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The look of the whole program: colours, icons and style, light or dark, changed while it runs.
#pragma once

#include "ui/theme/colours.h"
#include "ui/theme/icons.h"
#include "ui/theme/systemscheme.h"

#include <QObject>

class QApplication;

namespace Textdesk {

class Theme final : public QObject {
    Q_OBJECT
public:
    enum class Choice { System, Light, Dark };

    // Takes over style, palette and font of the application; the theme must outlive its windows.
    explicit Theme(QApplication& application, QObject* parent = nullptr);

    [[nodiscard]] Choice choice() const { return m_choice; }
    void choose(Choice choice);

    [[nodiscard]] const Colours& colours() const { return m_colours; }
    [[nodiscard]] const Icons& icons() const { return m_icons; }

signals:
    void changed();

private:
    void apply();

    QApplication& m_application;
    SystemScheme m_system;
    Choice m_choice{Choice::System};
    Colours m_colours;
    Icons m_icons;
};

} // namespace Textdesk
