// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/tray.h"

#include "ui/desktop/trayicon.h"

namespace Textdesk {

Tray::Tray(Desk& desk, DoNotDisturb& quiet, QMenu& quietMenu, QObject* parent)
    : QObject{parent}
    , m_desk{desk}
    , m_quiet{quiet}
{
    build(quietMenu);
    connect(&m_desk, &Desk::countsChanged, this, &Tray::refresh);
    connect(&m_quiet, &DoNotDisturb::changed, this, &Tray::refresh);
    connect(&m_icon, &QSystemTrayIcon::activated, this,
        [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason != QSystemTrayIcon::Context) {
                emit openRequested();
            }
        });
    connect(
        &m_icon, &QSystemTrayIcon::messageClicked, this, [this] { emit noticeClicked(m_said); });
    refresh();
}

void Tray::build(QMenu& quietMenu)
{
    m_menu.setObjectName(QStringLiteral("trayMenu"));
    m_menu.addAction(tr("&Open Textdesk"), this, &Tray::openRequested);
    m_menu.addAction(tr("&New conversation"), this, &Tray::newRequested);
    m_menu.addSeparator();
    m_menu.addMenu(&quietMenu);
    m_menu.addSeparator();
    m_menu.addAction(tr("&Quit"), this, &Tray::quitRequested);
    m_icon.setContextMenu(&m_menu);
}

bool Tray::isShown() const
{
    return m_icon.isVisible() && QSystemTrayIcon::isSystemTrayAvailable();
}

void Tray::refresh()
{
    const int unread{m_desk.counts().unreadConversations};
    const bool silent{m_quiet.isOn()};
    if (unread != m_drawn || silent != m_drawnSilent) {
        m_drawn = unread;
        m_drawnSilent = silent;
        m_icon.setIcon(trayIcon(unread, silent));
    }
    const QString count{unread == 0 ? tr("Textdesk: everything is read")
                                    : tr("Textdesk: %n unread conversation(s)", nullptr, unread)};
    m_icon.setToolTip(silent ? count + u'\n' + m_quiet.words() : count);
    if (!m_icon.isVisible() && QSystemTrayIcon::isSystemTrayAvailable()) {
        m_icon.show();
    }
}

void Tray::say(const DesktopNotice& notice)
{
    if (isShown()) {
        m_said = notice.key;
        m_icon.showMessage(notice.title, notice.body, m_icon.icon());
    }
}

} // namespace Textdesk
