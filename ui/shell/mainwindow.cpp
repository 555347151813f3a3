// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/shell/actiontable.h"
#include "ui/shell/appearancepage.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/firststartpage.h"
#include "ui/shell/inboxpage.h"
#include "ui/shell/practicepage.h"
#include "ui/shell/shortcutspage.h"
#include "ui/shell/windowactions.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/healthlist.h"
#include "ui/widgets/navigationrail.h"

#include <QHBoxLayout>
#include <QResizeEvent>
#include <QStackedWidget>

#include <algorithm>

namespace Textdesk {

namespace {

const QLatin1String inboxKey{"inbox"};
const QLatin1String practiceKey{"practice"};
const QLatin1String settingsKey{"settings"};
const QLatin1String shortcutsKey{"shortcuts"};
const QLatin1String startKey{"start"};
const QLatin1String composeKey{"compose"};

} // namespace

MainWindow::MainWindow(Theme& theme, Clock& clock, Desk& desk, Prompt& prompt, QWidget* parent)
    : QWidget{parent}
    , m_theme{theme}
    , m_desk{desk}
    , m_rail{new NavigationRail{theme, this}}
    , m_health{new HealthList{theme, this}}
    , m_banners{new BannerArea{theme, this}}
    , m_pages{new QStackedWidget{this}}
    , m_inbox{new InboxPage{theme, clock, desk, prompt, this}}
    , m_practice{new PracticePage{theme, this}}
    , m_settings{new AppearancePage{theme, this}}
    , m_settingsPage{m_settings}
    , m_start{new FirstStartPage{theme, desk, this}}
    , m_actions{new ActionTable{*this}}
    , m_shortcuts{new ShortcutsPage{theme, *m_actions, this}}
    , m_palette{new CommandPalette{theme, *m_actions, *this}}
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Textdesk"));
    setMinimumSize(720, 480);
    resize(1280, 800);
    build();
    buildRail();
    wire();
    addWindowActions(*this);
    refreshAccounts();
    refreshCounts();
    goTo(m_hadAccounts ? inboxKey : startKey);
}

void MainWindow::build()
{
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_banners);
    column->addWidget(m_pages, 1);
    row->addWidget(m_rail);
    row->addLayout(column, 1);
    for (QWidget* page :
        std::initializer_list<QWidget*>{m_inbox, m_practice, m_settings, m_start, m_shortcuts}) {
        m_pages->addWidget(page);
    }
}

void MainWindow::buildRail()
{
    m_rail->addPlace(inboxKey, QStringLiteral("inbox"), tr("Inbox"));
    m_rail->addVerb(composeKey, QStringLiteral("compose"), tr("Compose"))
        ->setToolTip(tr("New conversation (Ctrl+N)"));
    m_rail->addPlace(practiceKey, QStringLiteral("practice"), tr("Practice"));
    m_rail->addPlace(settingsKey, QStringLiteral("settings"), tr("Settings"), true);
    m_rail->setFoot(m_health);
}

void MainWindow::wire()
{
    connect(m_rail, &NavigationRail::chosen, this, [this](const QString& key) { choose(key); });
    connect(m_inbox, &InboxPage::failed, this, &MainWindow::showError);
    connect(m_inbox, &InboxPage::newChanged, this, [this] {
        if (m_place == inboxKey) {
            showInRail(inboxKey);
        }
    });
    connect(m_banners, &BannerArea::focusLeft, this,
        [this] { m_place == inboxKey ? m_inbox->focusWork() : goTo(m_place); });
    connect(m_practice, &PracticePage::textRequested, this, [this](const QString& number) {
        for (const DeskAccount& account : m_desk.accounts()) {
            if (account.isPractice) {
                startConversation(number, account.id);
                return;
            }
        }
    });
    connect(m_practice, &PracticePage::topUpRequested, &m_desk, &Desk::topUpPractice);
    connect(m_settings, &AppearancePage::chosen, this, &MainWindow::themeChosen);
    connect(m_settings, &AppearancePage::addAccountRequested, this, &MainWindow::addAccount);
    connect(m_palette, &CommandPalette::conversationChosen, this, &MainWindow::openConversation);
    connect(m_start, &FirstStartPage::connectRequested, this, &MainWindow::connectRequested);
    // On that account, and not on another one that costs money.
    connect(m_start, &FirstStartPage::accountReady, this,
        [this](AccountId id) { startConversation({}, id); });
    connect(&m_desk, &Desk::accountsChanged, this, &MainWindow::refreshAccounts);
    connect(&m_desk, &Desk::countsChanged, this, &MainWindow::refreshCounts);
    connect(&m_desk, &Desk::credentialWanted, this, &MainWindow::credentialRequested);
    connect(m_health, &HealthList::activated, this, &MainWindow::openHealth);
    connect(&m_desk, &Desk::noticeRaised, m_banners, &BannerArea::add);
    connect(&m_desk, &Desk::noticeCleared, m_banners, &BannerArea::clear);
    connect(m_banners, &BannerArea::actionTriggered, &m_desk, &Desk::actOnNotice);
}

void MainWindow::addPage(const WindowPage& page)
{
    m_further.push_back(page);
    m_pages->addWidget(page.widget);
    if (!page.icon.isEmpty()) {
        m_rail->addPlace(page.key, page.icon, page.label);
        m_rail->item(page.key)->setVisible(page.isReachable || m_desk.hasAccounts());
    }
}

const WindowPage* MainWindow::furtherPage(const QString& key) const
{
    const auto at = std::find_if(m_further.cbegin(), m_further.cend(),
        [&key](const WindowPage& page) { return page.key == key; });
    return at == m_further.cend() ? nullptr : &*at;
}

void MainWindow::choose(const QString& key)
{
    if (key == composeKey) {
        startConversation();
    } else if (m_marks.contains(key)) {
        emit markPressed(key);
    } else {
        goTo(key);
        if (m_place == inboxKey) {
            m_inbox->goHome();
        }
    }
}

void MainWindow::goToNumber(int number)
{
    const QString key{m_rail->places().value(number - 1)};
    if (!key.isEmpty() && !m_rail->item(key)->isHidden()) {
        choose(key);
    }
}

void MainWindow::openPalette()
{
    m_palette->open();
}

void MainWindow::addAccount()
{
    m_start->showChoices();
    goTo(startKey);
}

void MainWindow::setSettingsPage(QWidget* page)
{
    m_pages->addWidget(page);
    m_settingsPage = page;
    if (m_place == settingsKey) {
        goTo(settingsKey);
    }
}

void MainWindow::goTo(const QString& place)
{
    // Without an account there is nothing to see but the start and the settings.
    const bool isEmpty{!m_desk.hasAccounts()};
    const WindowPage* further{furtherPage(place)};
    const bool isOpen{
        place == settingsKey || place == shortcutsKey || (further && further->isReachable)};
    m_place = isEmpty && !isOpen ? QString{startKey} : place;
    if (further && m_place == place) {
        m_pages->setCurrentWidget(further->widget);
        further->focus();
        showInRail(further->icon.isEmpty() ? QString{} : place);
        return;
    }
    QWidget* page{m_place == practiceKey ? static_cast<QWidget*>(m_practice)
            : m_place == settingsKey     ? m_settingsPage
            : m_place == shortcutsKey    ? static_cast<QWidget*>(m_shortcuts)
            : m_place == startKey        ? static_cast<QWidget*>(m_start)
                                         : static_cast<QWidget*>(m_inbox)};
    m_pages->setCurrentWidget(page);
    if (page == m_inbox) {
        m_inbox->focusFirstPane();
    } else if (page == m_start) {
        m_start->focusFirst();
    } else if (page == m_settingsPage) {
        page->setFocus(Qt::OtherFocusReason); // its search
    } else if (page == m_shortcuts) {
        m_shortcuts->focusFirst();
    }
    showInRail(isEmpty && m_place == startKey ? QString{inboxKey} : m_place);
}

// Who writes a new text is at Compose.
void MainWindow::showInRail(const QString& key)
{
    const bool writes{m_place == inboxKey && m_inbox->isWritingNew()};
    m_rail->select(writes ? QString{} : key);
    m_rail->item(composeKey)->setLit(writes);
}

void MainWindow::openConversation(ConversationId id)
{
    goTo(inboxKey);
    m_inbox->openConversation(id);
}

void MainWindow::startConversation(const QString& number, AccountId account)
{
    goTo(inboxKey);
    if (m_place == inboxKey) {
        m_inbox->startNew(number, account);
    }
}

void MainWindow::cyclePanes(bool forward)
{
    if (m_place != inboxKey) {
        focusNextPrevChild(forward);
        return;
    }
    if (!m_inbox->focusNextPane(forward)) {
        m_rail->item(inboxKey)->setFocus(Qt::TabFocusReason);
    }
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_rail->setCollapsed(width() < Metrics::collapseBelow);
}

void MainWindow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        update();
    }
}

} // namespace Textdesk
