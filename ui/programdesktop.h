// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the object graph that meets the desktop: buses, sleep, notices, tray, and what the
// window looked like.
#pragma once

#include "app/engine/powercare.h"
#include "app/models/arrivals.h"
#include "app/models/conversationjump.h"
#include "app/platform/busnotifier.h"
#include "ui/desktop/presence.h"

namespace Textdesk {

class Engine;

struct ProgramDesktopServices final {
    Engine& engine;
    Clock& clock;
    Settings& settings;
    Prompt& prompt;
    Desk& desk;
    MainWindow& window;
    DesktopBuses buses;
};

class ProgramDesktop final : public QObject {
    Q_OBJECT
public:
    // All services outlive it.
    explicit ProgramDesktop(const ProgramDesktopServices& services);
    ~ProgramDesktop() override;

    [[nodiscard]] Presence& presence() { return m_presence; }

private:
    void restoreWindow();
    void fitWindow(bool isPlaced);
    void rememberWindow();
    [[nodiscard]] Unsent unsent() const;
    ProgramDesktopServices m_services;
    SleepInhibitor m_inhibitor;
    WakeNotice m_wake;
    NetworkWatch m_network;
    PowerCare m_power;
    BusNotifier m_notifier;
    Arrivals m_arrivals;
    ConversationJump m_jump;
    Presence m_presence;
};

} // namespace Textdesk
