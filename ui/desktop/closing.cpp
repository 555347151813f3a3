// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/closing.h"

#include <QApplication>
#include <QEvent>

namespace Textdesk {

Closing::Closing(const ClosingServices& services, QWidget& window, QObject* parent)
    : QObject{parent}
    , m_services{services}
    , m_window{window}
{
    m_window.installEventFilter(this);
}

bool Closing::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_window && event->type() == QEvent::Close && staysOpen()) {
        event->ignore();
        return true;
    }
    if (watched == &m_window && event->type() == QEvent::Show) {
        QApplication::setQuitOnLastWindowClosed(true);
    }
    return QObject::eventFilter(watched, event);
}

bool Closing::staysOpen()
{
    if (m_sure) {
        return false;
    }
    if (!m_quitting && m_services.settings.flag(Setting::KeepInTray) && m_services.isTrayShown()) {
        hideToTray();
        return true;
    }
    if (const int unsent{m_services.unsent()}; unsent > 0) {
        askAboutUnsent(unsent);
        return true;
    }
    return false;
}

void Closing::hideToTray()
{
    // The last dialog that closes meanwhile must not end the program.
    QApplication::setQuitOnLastWindowClosed(false);
    m_window.hide();
    emit hidden();
}

void Closing::showWindow()
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

void Closing::askAboutUnsent(int unsent)
{
    if (m_asking) {
        return;
    }
    m_asking = true;
    if (m_window.isHidden()) {
        showWindow();
    }
    const Question question{tr("Quit before everything is sent?"),
        tr("%n text(s) wait to be sent. They stay stored here and go out the next time Textdesk "
           "runs; until then nothing is sent.",
            nullptr, unsent),
        tr("Quit"), tr("Keep sending"), true};
    m_services.prompt.ask(&m_window, question, [this](bool yes) {
        m_asking = false;
        m_quitting = false;
        if (yes) {
            end();
        }
    });
}

void Closing::lookAgain()
{
    if (m_asking && m_services.unsent() == 0) {
        m_services.prompt.withdraw(&m_window);
        m_asking = false;
        m_quitting = false;
        end();
    }
}

void Closing::quit()
{
    m_quitting = true;
    if (!staysOpen()) {
        end();
    }
}

void Closing::end()
{
    m_sure = true;
    QApplication::setQuitOnLastWindowClosed(true);
    if (m_window.isVisible()) {
        m_window.close();
    } else {
        QApplication::quit();
    }
    emit finished();
}

} // namespace Textdesk
