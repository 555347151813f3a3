// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/programdesktop.h"

#include "app/engine/engine.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/inboxpage.h"
#include "ui/shell/windowfit.h"

#include <QGuiApplication>
#include <QScreen>
#include <QSplitter>

#include <algorithm>

namespace Textdesk {

namespace {

const QString productName{QStringLiteral("Textdesk")};
constexpr int mostCounted{1000};

} // namespace

ProgramDesktop::ProgramDesktop(const ProgramDesktopServices& services)
    : m_services{services}
    , m_inhibitor{services.buses, productName}
    , m_wake{services.buses}
    , m_network{services.buses}
    , m_power{{services.engine.database(), services.engine.accounts(), services.engine.outbox(),
                  services.engine.sync(), services.clock, m_inhibitor, m_wake, m_network},
          tr("Texts are being sent")}
    , m_notifier{services.buses, productName, QGuiApplication::desktopFileName()}
    , m_arrivals{services.engine.database(), services.clock}
    , m_jump{services.engine.database(), services.engine.accounts()}
    , m_presence{{services.desk, m_arrivals, m_notifier, services.settings, services.prompt,
          services.clock, services.window, [this] { return unsent(); }}}
{
    m_services.window.palette().setSearch([this](const QString& words, int limit) {
        std::vector<ConversationHit> hits;
        for (const JumpTarget& target : m_jump.find(words, limit)) {
            hits.push_back({target.id, target.title, target.note});
        }
        return hits;
    });
    connect(&services.engine.database(), &Database::changed, this,
        [this] { m_presence.lookAtUnsent(); });
    restoreWindow();
}

ProgramDesktop::~ProgramDesktop()
{
    rememberWindow();
}

void ProgramDesktop::restoreWindow()
{
    const Settings& settings{m_services.settings};
    MainWindow& window{m_services.window};
    if (const QByteArray kept{settings.value(Setting::WindowGeometry).toByteArray()};
        !kept.isEmpty()) {
        window.restoreGeometry(kept);
    }
    fitWindow(!settings.value(Setting::WindowGeometry).toByteArray().isEmpty());
    if (const QByteArray kept{settings.value(Setting::InboxSplitter).toByteArray()};
        !kept.isEmpty()) {
        window.inbox().splitter().restoreState(kept);
    }
    // After the window stands: reading a long thread must not keep it waiting.
    const ConversationId last{settings.value(Setting::LastConversation).toLongLong()};
    m_services.clock.after(std::chrono::milliseconds{0}, this,
        [&window, last] { window.inbox().restoreConversation(last); });
}

// Also after a restart at a smaller screen than the one it was left on.
void ProgramDesktop::fitWindow(bool isPlaced)
{
    MainWindow& window{m_services.window};
    if (window.windowState() & (Qt::WindowMaximized | Qt::WindowFullScreen)) {
        return;
    }
    const QRect fitted{fittedInto(window.screen()->availableGeometry(), window.geometry())};
    // Where a first window stands is the desktop's to choose.
    isPlaced ? window.setGeometry(fitted) : window.resize(fitted.size());
}

void ProgramDesktop::rememberWindow()
{
    Settings& settings{m_services.settings};
    const MainWindow& window{m_services.window};
    settings.set(Setting::WindowGeometry, window.saveGeometry());
    settings.set(Setting::InboxSplitter, window.inbox().splitter().saveState());
    settings.set(Setting::LastConversation, window.inbox().conversation().value());
}

// What would go out if the program went on: a paused account waits for a person anyway, and so
// does an overdue text.
Unsent ProgramDesktop::unsent() const
{
    Unsent found;
    Connection& db{m_services.engine.database().reader()};
    for (const Account* account : m_services.engine.accounts().all()) {
        if (!account->maySend()) {
            continue;
        }
        for (const Message& message : OutboxTable::open(db, account->id(), mostCounted)) {
            if (message.state == DeliveryState::Submitting
                || (message.state == DeliveryState::Queued
                    && message.reason != QStringLiteral("overdue"))) {
                ++found.count;
                found.dueMs = std::max(found.dueMs, message.dueMs);
            }
        }
    }
    return found;
}

} // namespace Textdesk
