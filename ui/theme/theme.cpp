// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/deskstyle.h"
#include "ui/theme/fonts.h"

#include <QApplication>

namespace Textdesk {

Theme::Theme(QApplication& application, QObject* parent)
    : QObject{parent}
    , m_application{application}
    , m_system{application.palette().color(QPalette::Window).lightness() < 128}
{
    connect(&m_system, &SystemScheme::changed, this, [this] {
        if (m_choice == Choice::System) {
            apply();
        }
    });
    m_application.setFont(Fonts::base());
    apply();
    m_system.follow();
}

void Theme::choose(Choice choice)
{
    if (choice != m_choice) {
        m_choice = choice;
        apply();
    }
}

void Theme::apply()
{
    const bool dark{m_choice == Choice::Dark || (m_choice == Choice::System && m_system.isDark())};
    m_colours = dark ? darkColours() : lightColours();
    m_application.setStyle(new DeskStyle{m_colours});
    m_application.setPalette(paletteFrom(m_colours));
    emit changed();
}

} // namespace Textdesk
