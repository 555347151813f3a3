// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The icon in the desktop's tray: how many conversations wait, and the few verbs that are needed
// without the window.
#pragma once

#include "app/platform/notifier.h"
#include "ui/desktop/donotdisturb.h"
#include "ui/shell/desk.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace Textdesk {

class Tray final : public QObject {
    Q_OBJECT
public:
    // quietMenu belongs to the caller and outlives the tray.
    Tray(Desk& desk, DoNotDisturb& quiet, QMenu& quietMenu, QObject* parent = nullptr);

    // A person can find the window again through it.
    [[nodiscard]] bool isShown() const;
    [[nodiscard]] QMenu& menu() { return m_menu; }
    [[nodiscard]] const QSystemTrayIcon& icon() const { return m_icon; }
    // Where the desktop shows no notifications of its own.
    void say(const DesktopNotice& notice);

signals:
    void openRequested();
    void newRequested();
    void quitRequested();
    void noticeClicked(const QString& key);

private:
    void build(QMenu& quietMenu);
    void refresh();
    Desk& m_desk;
    DoNotDisturb& m_quiet;
    QMenu m_menu;
    QSystemTrayIcon m_icon;
    QString m_said; // key of what was said last
    int m_drawn{-1};
    bool m_drawnSilent{false};
};

} // namespace Textdesk
