// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "app/settings/settingtable.h"
#include "ui/settings/diagnosticspanel.h"
#include "ui/settings/erasepanel.h"
#include "ui/settings/retentionpanel.h"
#include "ui/settings/safetypanel.h"
#include "ui/settings/settingrowwidget.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QHideEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Textdesk {

namespace {

constexpr int widest{760};

} // namespace

SettingsPage::SettingsPage(const Theme& theme, SettingsServices services, QWidget* parent)
    : Surface{theme, Ground::Background, {}, parent}
    , m_services{std::move(services)}
    , m_search{new SearchField{theme, tr("Search the settings"), QStringLiteral("Ctrl+,"), this}}
    , m_nothing{new EmptyState{theme, QStringLiteral("settingsNothing"), this}}
    , m_column{new QVBoxLayout}
{
    setObjectName(QStringLiteral("settingsPage"));
    m_search->setObjectName(QStringLiteral("settingsSearch"));
    build();
    addSettings();
    addPrivacy();
    addHelp();
    addAccounts();
    m_column->addWidget(m_nothing);
    m_column->addStretch(1);
    m_nothing->present(QStringLiteral("search"), tr("No setting is called like that"),
        tr("Try another word, for example “proxy”, “theme” or “delete”."), tr("Show all settings"));
    m_nothing->hide();
    connect(m_nothing, &EmptyState::actionTriggered, m_search, &QLineEdit::clear);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsPage::narrow);
    connect(&m_services.settings, &Settings::changed, this, &SettingsPage::refreshUsable);
    refreshUsable();
}

void SettingsPage::build()
{
    auto* title = new TextLabel{theme(), Textdesk::Tone::Normal, Fonts::title(), this};
    title->setText(tr("Settings"));
    m_search->setMaximumWidth(widest);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(32, 24, 32, 12);
    head->setSpacing(12);
    head->addWidget(title);
    head->addWidget(m_search);
    auto* area = new QScrollArea{this};
    area->setObjectName(QStringLiteral("settingsArea"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // A column of its own: a layout asks what is in it for its height at the whole width.
    auto* page = new QWidget{area};
    auto* narrow = new QWidget{page};
    narrow->setMaximumWidth(widest);
    narrow->setLayout(m_column);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(16);
    auto* row = new QHBoxLayout{page};
    row->setContentsMargins(32, 4, 32, 32);
    row->addWidget(narrow, 1);
    row->addStretch();
    area->setWidget(page);
    setFocusProxy(m_search);
    auto* outer = new QVBoxLayout{this};
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addLayout(head);
    outer->addWidget(area, 1);
}

SettingsPage::Group& SettingsPage::addGroup(const QString& title)
{
    auto* card = new Card{theme(), {}, title, {}, this};
    m_column->addWidget(card);
    m_groups.push_back({card, {}});
    return m_groups.back();
}

void SettingsPage::addPanel(Group& group, Panel* panel)
{
    group.card->body()->addWidget(panel);
    group.panels.push_back(panel);
}

void SettingsPage::addSettings()
{
    for (const auto kind : {SettingGroup::Appearance, SettingGroup::Writing, SettingGroup::Notices,
             SettingGroup::Network, SettingGroup::Webhooks}) {
        Group& group{addGroup(titleOf(kind))};
        for (const SettingRow& row : settingTable()) {
            const SettingWords words{wordsOf(row.setting)};
            if (words.title.isEmpty() || words.group != kind) {
                continue;
            }
            auto* widget =
                new SettingRowWidget{theme(), m_services.settings, row.setting, group.card};
            addPanel(group, widget);
            m_rows.push_back(widget);
            if (row.setting == Setting::ProxyUser) {
                m_password =
                    new ProxyPasswordRow{theme(), m_services.keepProxyPassword, group.card};
                addPanel(group, m_password);
            }
        }
    }
}

void SettingsPage::addPrivacy()
{
    Group& group{addGroup(tr("Privacy"))};
    m_retention = new RetentionPanel{theme(), m_services.cleaning, m_services.prompt, group.card};
    addPanel(group, m_retention);
    addPanel(group,
        new ErasePanel{
            theme(), m_services.erasure, m_services.prompt, m_services.region, group.card});
}

void SettingsPage::addHelp()
{
    Group& group{addGroup(titleOf(SettingGroup::Help))};
    addPanel(group, new SafetyPanel{theme(), m_services.care, m_services.clock, group.card});
    auto* log = new SettingRowWidget{theme(), m_services.settings, Setting::LogDetail, group.card};
    addPanel(group, log);
    m_rows.push_back(log);
    addPanel(group,
        new DiagnosticsPanel{theme(), m_services.diagnostics, m_services.prompt, group.card});
}

void SettingsPage::addAccounts()
{
    m_accounts = new Card{theme(), {}, tr("Accounts"),
        tr("Add an account of your provider or the practice account."), this};
    auto* more = new Button{theme(), Button::Kind::Secondary, QStringLiteral("addAccount"),
        tr("&Add an account"), m_accounts};
    m_accounts->body()->addWidget(more, 0, Qt::AlignLeft);
    m_column->addWidget(m_accounts);
    connect(more, &QAbstractButton::clicked, this, &SettingsPage::addAccountRequested);
}

void SettingsPage::narrow(const QString& searched)
{
    bool any{false};
    for (const Group& group : m_groups) {
        bool shown{false};
        for (Panel* panel : group.panels) {
            shown = panel->narrow(searched) || shown;
        }
        group.card->setVisible(shown);
        any = any || shown;
    }
    m_accounts->setVisible(searched.simplified().isEmpty());
    m_nothing->setVisible(!any);
}

void SettingsPage::refreshUsable()
{
    const bool manual{m_services.settings.text(Setting::ProxyMode) == QStringLiteral("manual")};
    const bool quiet{m_services.settings.flag(Setting::QuietHours)};
    for (SettingRowWidget* row : m_rows) {
        const Setting setting{row->setting()};
        const bool isOfProxy{setting == Setting::ProxyHost || setting == Setting::ProxyPort
            || setting == Setting::ProxyUser};
        const bool isOfQuiet{setting == Setting::QuietFrom || setting == Setting::QuietTo
            || setting == Setting::QuietDays};
        row->setUsable((manual || !isOfProxy) && (quiet || !isOfQuiet));
    }
    m_password->setUsable(manual);
}

void SettingsPage::focusFirst()
{
    m_search->setFocus(Qt::OtherFocusReason);
    m_search->selectAll();
}

// What was searched for is over when the page is left; a window that only went away comes back as
// it was.
void SettingsPage::hideEvent(QHideEvent* event)
{
    Surface::hideEvent(event);
    if (!event->spontaneous() && !isVisibleTo(window())) {
        m_search->clear();
    }
}

void SettingsPage::showEvent(QShowEvent* event)
{
    Surface::showEvent(event);
    m_retention->refresh();
}

} // namespace Textdesk
