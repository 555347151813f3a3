// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The object graph of the window: built once, in order, and started after the first frame.
#pragma once

#include "app/engine/engine.h"
#include "app/settings/settings.h"
#include "ui/accountpages.h"
#include "ui/desk/programdesk.h"
#include "ui/practiceruntime.h"
#include "ui/programdesktop.h"
#include "ui/programupkeep.h"
#include "ui/prompt/prompt.h"
#include "ui/shell/mainwindow.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Textdesk {

struct ProgramServices final {
    Clock& clock;
    HttpClient& http;
    Theme& theme;
    Settings& settings;
    Prompt& prompt;
    DesktopBuses buses{}; // none: no notices, and nothing keeps the computer awake
    Secrets* secrets{nullptr}; // for the proxy's password
};

class Program final : public QObject {
    Q_OBJECT
public:
    Program(std::unique_ptr<Engine> engine, const ProgramServices& services);
    ~Program() override;

    // Shows the window, then loads accounts and begins to listen, send and poll.
    void start();
    [[nodiscard]] MainWindow& window() { return *m_window; }
    [[nodiscard]] Engine& engine() { return *m_engine; }
    [[nodiscard]] PracticeService& practice() { return m_practice.service(); }
    [[nodiscard]] Presence& presence() { return m_desktop->presence(); }

signals:
    // Read; or why they could not be, else null.
    void accountsLoaded(const Textdesk::Error* problem);

private:
    // What the setting says now, else as this computer is set.
    [[nodiscard]] std::function<QString()> region() const;
    void buildDesk();
    void loadAccounts();
    void buildWindow();
    void listen(quint16 port);
    void go();

    ProgramServices m_services;
    std::unique_ptr<Engine> m_engine;
    PracticeRuntime m_practice;
    ConversationModel m_conversations;
    FoundConversations m_found;
    std::unique_ptr<ProgramDesk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<AccountPages> m_accountPages;
    std::unique_ptr<ProgramDesktop> m_desktop;
    std::unique_ptr<ProgramUpkeep> m_upkeep;
};

} // namespace Textdesk
