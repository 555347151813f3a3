// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The one window: rail, banners, and the place the person chose.
#pragma once

#include "app/base/clock.h"
#include "ui/shell/desk.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <functional>
#include <vector>

class QStackedWidget;

namespace Textdesk {

class ActionTable;
class AppearancePage;
class CommandPalette;
class FirstStartPage;
class HealthList;
class InboxPage;
class NavigationRail;
class PracticePage;
class Prompt;
class ShortcutsPage;

// A page of another room. Without an icon it has no place in the rail.
struct WindowPage final {
    QString key;
    QString icon;
    QString label;
    QWidget* widget;
    std::function<void()> focus;
    bool isReachable{false}; // also before there is an account
};

class MainWindow final : public QWidget {
    Q_OBJECT
public:
    // All must outlive the window.
    MainWindow(Theme& theme, Clock& clock, Desk& desk, Prompt& prompt, QWidget* parent = nullptr);

    // Owns the widget from now on.
    void addPage(const WindowPage& page);
    // "inbox", "practice", "settings", "shortcuts", "start" or the key of a further page.
    void goTo(const QString& place);
    [[nodiscard]] QString place() const { return m_place; }
    // In the place of the short page for the appearance.
    void setSettingsPage(QWidget* page);
    void openConversation(ConversationId id);
    void startConversation(const QString& number = {}, AccountId account = {});
    // A switch at the rail's foot; a press on it is told by markPressed().
    void addMark(const QString& key, const QString& icon, const QString& label);
    struct Mark final {
        QString label; // what stands in the rail
        QString spoken; // the whole sentence: tooltip and description
        bool isOn{false};
    };
    void setMark(const QString& key, const Mark& mark);
    // Where a menu of the mark may stand, on the screen.
    [[nodiscard]] QPoint besideMark(const QString& key) const;
    [[nodiscard]] BannerArea& banners() const { return *m_banners; }
    [[nodiscard]] InboxPage& inbox() const { return *m_inbox; }
    // Others add what they can do; keys, palette and the page of shortcuts follow.
    [[nodiscard]] ActionTable& actions() const { return *m_actions; }
    [[nodiscard]] CommandPalette& palette() const { return *m_palette; }
    [[nodiscard]] bool hasAccounts() const { return m_desk.hasAccounts(); }
    // The place that stands so far down the rail, from 1; nothing if there is none, or none now.
    void goToNumber(int number);
    // As a press in the rail does: the inbox comes with all its conversations.
    void choose(const QString& key);
    void cyclePanes(bool forward);
    void openPalette();
    void addAccount();

signals:
    // The person wants to connect an account of their own.
    void connectRequested();
    // ... or to put another token in the place of one that was refused.
    void credentialRequested(Textdesk::AccountId account);
    void markPressed(const QString& key);
    // To be remembered for the next start.
    void themeChosen(Textdesk::Theme::Choice choice);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void buildRail();
    void wire();
    void refreshAccounts();
    void refreshCounts();
    [[nodiscard]] const WindowPage* furtherPage(const QString& key) const;
    void showError(const Error& error);
    void openHealth(int row);
    void showInRail(const QString& key);

    Theme& m_theme;
    Desk& m_desk;
    QString m_place;
    std::vector<WindowPage> m_further;
    QStringList m_marks;
    bool m_hadAccounts{false};
    NavigationRail* m_rail;
    HealthList* m_health;
    BannerArea* m_banners;
    QStackedWidget* m_pages;
    InboxPage* m_inbox;
    PracticePage* m_practice;
    AppearancePage* m_settings;
    QWidget* m_settingsPage; // m_settings, until the program hands in the whole one
    FirstStartPage* m_start;
    ActionTable* m_actions;
    ShortcutsPage* m_shortcuts;
    CommandPalette* m_palette;
};

} // namespace Textdesk
