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
    if (const Unsent unsent{m_services.unsent()}; unsent.count > 0) {
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

// Of the few seconds in which one may change one's mind every one is said; a text that waits for
// longer waits for the network or a time that a person chose.
QString Closing::wordsFor(const Unsent& unsent) const
{
    constexpr qint64 longestCount{60'000};
    const qint64 left{unsent.dueMs - m_services.clock.nowMs()};
    const QString waiting{tr("%n text(s) wait to be sent.", nullptr, unsent.count)};
    const QString later{
        tr("If you quit now, it stays stored here and goes out the next time Textdesk runs.")};
    if (left > longestCount) {
        return waiting + u' ' + later;
    }
    const QString soon{left > 0
            ? tr("What waits goes out in %n second(s), and Textdesk then quits by itself.", nullptr,
                int((left + 999) / 1000))
            : tr("What waits is going out now, and Textdesk then quits by itself.")};
    return waiting + u' ' + soon + u' ' + later;
}

void Closing::countDown()
{
    static constexpr std::chrono::seconds step{1};
    m_services.clock.after(step, m_tick.get(), [this] {
        lookAgain();
        if (m_asking) {
            countDown();
        }
    });
}

void Closing::askAboutUnsent(const Unsent& unsent)
{
    if (m_asking) {
        return;
    }
    m_asking = true;
    if (m_window.isHidden()) {
        showWindow();
    }
    const Question question{tr("Quit before everything is sent?"), wordsFor(unsent), tr("Quit"),
        tr("Keep sending"), true};
    m_said = question.text;
    m_tick = std::make_unique<QObject>();
    countDown();
    m_services.prompt.ask(&m_window, question, [this](bool yes) {
        m_asking = false;
        m_quitting = false;
        m_tick.reset();
        if (yes) {
            end();
        }
    });
}

void Closing::lookAgain()
{
    if (!m_asking) {
        return;
    }
    const Unsent unsent{m_services.unsent()};
    if (unsent.count == 0) {
        m_services.prompt.withdraw(&m_window);
        m_asking = false;
        m_quitting = false;
        end();
    } else if (const QString words{wordsFor(unsent)}; words != m_said) {
        m_said = words;
        m_services.prompt.reword(&m_window, words);
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
