// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activation.h"

#include <QDialog>
#include <QWidget>

namespace Textdesk {

QString activationToken()
{
    const QString token{qEnvironmentVariable("XDG_ACTIVATION_TOKEN")};
    return token.isEmpty() ? qEnvironmentVariable("DESKTOP_STARTUP_ID") : token;
}

void bringToFront(QWidget& window, const QString& token)
{
    if (!token.isEmpty()) {
        // Where Qt's Wayland platform looks for it when a window asks to be activated.
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
    }
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
    // An open question comes with its window: keys would go nowhere behind it.
    const auto dialogs = window.findChildren<QDialog*>();
    for (QDialog* dialog : dialogs) {
        if (dialog->isVisible() && dialog->isModal()) {
            dialog->raise();
            dialog->activateWindow();
        }
    }
}

} // namespace Textdesk
