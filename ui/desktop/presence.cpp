// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/presence.h"

#include "ui/shell/actiontable.h"
#include "ui/shell/inboxpage.h"

#include <QApplication>

namespace Textdesk {

namespace {

const QString quietMark{QStringLiteral("mark-quiet")};
const QString hiddenMark{QStringLiteral("mark-hidden")};
constexpr std::chrono::seconds noticeLasts{10};

} // namespace

Presence::Presence(const PresenceServices& services, QObject* parent)
    : QObject{parent}
    , m_services{services}
    , m_quiet{services.settings, services.clock}
    , m_tray{services.desk, m_quiet, m_quietMenu}
    , m_closing{{services.settings, services.clock, services.prompt,
                    [this] { return m_tray.isShown(); }, services.unsent},
          services.window}
    , m_attention{{services.desk, services.arrivals, services.notifier, services.settings, m_quiet,
          [] { return QApplication::activeWindow() != nullptr; }}}
{
    fillQuietMenu();
    addActions();
    addMarks();
    wire();
    applyHiding();
}

void Presence::wire()
{
    connect(&m_attention, &Attention::openWanted, this, &Presence::openFor);
    connect(&m_services.notifier, &Notifier::notShown, &m_tray, &Tray::say);
    connect(&m_services.notifier, &Notifier::activationToken, this, [](const QString& token) {
        // Read by Qt's Wayland platform when the window asks to be raised.
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
    });
    connect(&m_tray, &Tray::noticeClicked, this,
        [this](const QString& key) { emit m_services.notifier.openWanted(key); });
    connect(&m_tray, &Tray::openRequested, &m_closing, &Closing::showWindow);
    connect(&m_tray, &Tray::newRequested, this, [this] {
        m_closing.showWindow();
        m_services.window.startConversation();
    });
    connect(&m_tray, &Tray::quitRequested, &m_closing, &Closing::quit);
    connect(&m_closing, &Closing::hidden, this, &Presence::explainTray);
    connect(&m_services.settings, &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::HideContent) {
            applyHiding();
        }
    });
    connect(&m_quiet, &DoNotDisturb::changed, this, &Presence::showMarks);
    connect(&m_services.window, &MainWindow::markPressed, this, &Presence::pressMark);
    connect(&m_services.window.banners(), &BannerArea::actionTriggered, this,
        [this](const QString& key) {
            if (key == quietMark) {
                m_services.window.banners().clear(quietMark);
                m_quiet.takeBackTurningOff();
            }
        });
}

void Presence::pressMark(const QString& key)
{
    if (key == hiddenMark) {
        Settings& settings{m_services.settings};
        settings.set(Setting::HideContent, !settings.flag(Setting::HideContent));
    } else if (key == quietMark && m_quiet.isOn()) {
        endQuiet();
    } else if (key == quietMark) {
        m_quietMenu.popup(m_services.window.besideMark(key));
    }
}

// One press ends it, perhaps by a slip: it is said, and can be taken back.
void Presence::endQuiet()
{
    m_quiet.turnOff();
    BannerArea& banners{m_services.window.banners()};
    banners.add({quietMark, Banner::Level::Information, tr("Do not disturb has ended."),
        tr("Notifications are shown again."), tr("&Undo")});
    m_services.clock.after(noticeLasts, this, [&banners] { banners.clear(quietMark); });
}

void Presence::openFor(ConversationId id, bool forReply)
{
    m_closing.showWindow();
    if (!id.isValid()) {
        m_services.window.goTo(QStringLiteral("inbox"));
        return;
    }
    m_services.window.openConversation(id);
    if (forReply) {
        m_services.window.inbox().focusText();
    }
}

void Presence::fillQuietMenu()
{
    m_quietMenu.setObjectName(QStringLiteral("quietMenu"));
    m_quietMenu.setTitle(tr("&Do not disturb"));
    m_quietMenu.addAction(tr("For one &hour"), &m_quiet, &DoNotDisturb::turnOnForAnHour);
    m_quietMenu.addAction(tr("Until &tomorrow"), &m_quiet, &DoNotDisturb::turnOnUntilTomorrow);
    m_quietMenu.addAction(tr("Until I turn it &off"), &m_quiet, &DoNotDisturb::turnOn);
    m_quietMenu.addSeparator();
    QAction* off{m_quietMenu.addAction(tr("&Show notifications again"))};
    connect(off, &QAction::triggered, &m_quiet, &DoNotDisturb::turnOff);
    const auto show = [this, off] { off->setEnabled(m_quiet.isOn()); };
    connect(&m_quiet, &DoNotDisturb::changed, off, show);
    show();
}

void Presence::addActions()
{
    ActionTable& table{m_services.window.actions()};
    const auto group = ActionGroup::Notifications;
    const auto isOn = [this] { return m_quiet.isOn(); };
    table.add({QStringLiteral("quiet.hour"), group, tr("Do not disturb for one hour"), {},
        [this] { m_quiet.turnOnForAnHour(); }, {}});
    table.add({QStringLiteral("quiet.tomorrow"), group, tr("Do not disturb until tomorrow"), {},
        [this] { m_quiet.turnOnUntilTomorrow(); }, {}});
    table.add({QStringLiteral("quiet.on"), group, tr("Do not disturb until I turn it off"), {},
        [this] { m_quiet.turnOn(); }, {}});
    table.add({QStringLiteral("quiet.off"), group, tr("Show notifications again"), {},
        [this] { m_quiet.turnOff(); }, isOn});
    table.add({QStringLiteral("content.hide"), group, tr("Hide or show names and texts"),
        {QStringLiteral("Ctrl+Shift+H")},
        [&settings = m_services.settings] {
            settings.set(Setting::HideContent, !settings.flag(Setting::HideContent));
        },
        {}});
    table.add({QStringLiteral("program.quit"), ActionGroup::Program, tr("Quit"),
        {QStringLiteral("Ctrl+Q")}, [this] { m_closing.quit(); }, {}});
}

void Presence::addMarks()
{
    m_services.window.addMark(quietMark, QStringLiteral("quiet"), tr("Do not disturb"));
    m_services.window.addMark(hiddenMark, QStringLiteral("hidden"), tr("Hide content"));
    showMarks();
}

void Presence::showMarks()
{
    const bool isQuiet{m_quiet.isOn()};
    m_services.window.setMark(quietMark,
        {m_quiet.shortWords(),
            isQuiet ? tr("%1 Press to show notifications again.").arg(m_quiet.words())
                    : tr("No notifications for a while; texts still come in."),
            isQuiet});
    const bool isHidden{m_services.settings.flag(Setting::HideContent)};
    m_services.window.setMark(hiddenMark,
        {isHidden ? tr("Content hidden") : tr("Hide content"),
            isHidden ? tr("Names and texts are covered, here and in notifications; the pointer "
                          "uncovers what it rests on. Press to show them (Ctrl+Shift+H).")
                     : tr("Covers names and texts from people who look over your shoulder "
                          "(Ctrl+Shift+H)."),
            isHidden});
}

void Presence::applyHiding()
{
    showMarks();
    m_services.window.inbox().setContentHidden(m_services.settings.flag(Setting::HideContent));
}

void Presence::explainTray()
{
    if (m_services.settings.flag(Setting::TrayExplained)) {
        return;
    }
    m_services.settings.set(Setting::TrayExplained, true);
    DesktopNotice notice;
    notice.key = QStringLiteral("tray");
    notice.title = tr("Textdesk keeps running");
    notice.body = tr("New texts still come in. Its icon in the tray brings the window back and "
                     "quits the program.");
    notice.open = tr("Open");
    m_services.notifier.show(notice);
}

} // namespace Textdesk
