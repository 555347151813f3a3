// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The program on the desktop beside its window: notices, tray, silence and what closing means.
#pragma once

#include "ui/desktop/attention.h"
#include "ui/desktop/closing.h"
#include "ui/desktop/tray.h"
#include "ui/shell/mainwindow.h"

namespace Textdesk {

// All outlive the Presence.
struct PresenceServices final {
    Desk& desk;
    Arrivals& arrivals;
    Notifier& notifier;
    Settings& settings;
    Prompt& prompt;
    Clock& clock;
    MainWindow& window;
    std::function<Unsent()> unsent;
};

class Presence final : public QObject {
    Q_OBJECT
public:
    explicit Presence(const PresenceServices& services, QObject* parent = nullptr);
    // Texts changed their state: a question that waits about unsent ones may be over.
    void lookAtUnsent() { m_closing.lookAgain(); }
    [[nodiscard]] DoNotDisturb& quiet() { return m_quiet; }
    [[nodiscard]] Tray& tray() { return m_tray; }
    [[nodiscard]] Closing& closing() { return m_closing; }

private:
    void wire();
    void fillQuietMenu();
    void addActions();
    void addMarks();
    void showMarks();
    void pressMark(const QString& key);
    void endQuiet();
    void applyHiding();
    void explainTray();
    void openFor(ConversationId id, bool forReply);
    PresenceServices m_services;
    DoNotDisturb m_quiet;
    QMenu m_quietMenu;
    Tray m_tray;
    Closing m_closing;
    Attention m_attention;
};

} // namespace Textdesk
