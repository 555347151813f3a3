// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/inboxpage.h"

#include "app/domain/searchquery.h"
#include "ui/inbox/inboxdesk.h"
#include "ui/inbox/inboxpane.h"
#include "ui/shell/exportacts.h"
#include "ui/shell/inboxacts.h"
#include "ui/theme/metrics.h"
#include "ui/thread/composebar.h"
#include "ui/thread/composeedit.h"
#include "ui/thread/threadheader.h"
#include "ui/thread/threadview.h"
#include "ui/widgets/chiprow.h"
#include "ui/widgets/searchfield.h"

#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace Textdesk {

InboxPage::InboxPage(const Theme& theme, Clock& clock, Desk& desk, Prompt& prompt, QWidget* parent)
    : QWidget{parent}
    , m_desk{desk}
    , m_notices{new BannerArea{theme, this}}
    , m_split{new QSplitter{Qt::Horizontal, this}}
    , m_list{new InboxPane{theme, clock, this}}
    , m_detail{new ConversationPage{theme, clock, desk, prompt, this}}
    , m_acts{new InboxActs{desk, clock, *m_notices, this}}
    , m_export{new ExportActs{desk, prompt, *m_notices, this}}
{
    setObjectName(QStringLiteral("inboxPage"));
    m_split->setObjectName(QStringLiteral("inboxSplitter"));
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(1);
    m_split->addWidget(m_list);
    m_split->addWidget(m_detail);
    m_split->setStretchFactor(0, 0);
    m_split->setStretchFactor(1, 1);
    m_split->setSizes({Metrics::listWidth - 1, 768});
    m_notices->setObjectName(QStringLiteral("inboxNotices"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_split, 1);
    m_notices->floatOver(m_list);
    m_list->setModel(desk.conversations());
    orderTabs();
    wireList();
    wire();
    wireActs();
}

// From the search to what narrows the list, then to the list: Qt's own order is that of making.
void InboxPage::orderTabs()
{
    QWidget* before{&m_list->search()};
    for (const char* name : {"chip_all", "chip_unread", "chip_waiting", "chip_failed",
             "chip_snoozed", "labelFilter", "lineFilter"}) {
        auto* chip = m_list->findChild<QWidget*>(QLatin1String{name});
        setTabOrder(before, chip);
        before = chip;
    }
    setTabOrder(before, &m_list->list());
}

void InboxPage::wireList()
{
    const auto narrow = [this] {
        m_desk.narrow(m_list->chips().chosenKey(), m_list->search().text().trimmed());
    };
    connect(m_list, &InboxPane::filterChosen, this, narrow);
    connect(m_list, &InboxPane::searchChanged, this, narrow);
    connect(m_list, &InboxPane::searchChanged, this, [this](const QString& words) {
        if (words.isEmpty()) {
            m_detail->thread().setMarkedWords({}); // what was looked for is over
        }
    });
    connect(m_list, &InboxPane::narrowed, this,
        [this](LabelId label, AccountId line) { m_desk.inbox().narrowTo(label, line); });
    connect(m_list, &InboxPane::newRequested, this, [this] { startNew(); });
    connect(&m_desk, &Desk::searchingChanged, this,
        [this] { m_list->setSearching(m_desk.isSearching()); });
    connect(&m_list->list(), &ConversationList::opened, this, &InboxPage::openListed);
    connect(&m_list->list(), &ConversationList::typed, this, &InboxPage::typeOn);
    // A click on the row that is open already: the person has seen what waits there.
    connect(&m_list->list(), &QAbstractItemView::clicked, this, &InboxPage::markAttended);
    connect(&m_list->list(), &ConversationList::activated, m_detail, &ConversationPage::focusText);
    connect(&m_list->list(), &ConversationList::menuRequested, m_acts, &InboxActs::showMenu);
}

void InboxPage::wire()
{
    connect(m_detail, &ConversationPage::started, this, [this](ConversationId id) {
        m_list->showAll(); // a filter would hide what was just begun
        openConversation(id);
        m_detail->focusText();
    });
    connect(m_detail, &ConversationPage::newCancelled, this, [this] {
        m_list->list().select(m_detail->conversation());
        m_list->list().setFocus(Qt::ShortcutFocusReason);
    });
    // Nobody in the list is who a new text is written to.
    connect(m_detail, &ConversationPage::newChanged, this, [this](bool isNew) {
        if (isNew) {
            m_list->list().select({});
        }
        emit newChanged();
    });
    connect(m_notices, &BannerArea::focusLeft, this, &InboxPage::focusWork);
    connect(m_detail, &ConversationPage::failed, this, &InboxPage::failed);
    connect(m_detail, &ConversationPage::attended, this, &InboxPage::markAttended);
    const auto count = [this] {
        const InboxCounts counts{m_desk.counts()};
        m_list->setCounts(
            {counts.unreadConversations, counts.waiting, counts.failed, counts.snoozed});
    };
    connect(&m_desk, &Desk::countsChanged, this, count);
    count();
}

// What is open already stays as the person left it, unless they ask for a message in it.
void InboxPage::openListed(ConversationId id, MessageId found)
{
    if (id == m_detail->conversation() && !found.isValid() && !m_detail->isNew()
        && !m_detail->isAtFound()) {
        markAttended();
        return;
    }
    openConversation(id, found);
}

// Who types over the list writes to the open person, as in messengers.
void InboxPage::typeOn(const QString& letters)
{
    ComposeEdit& edit{m_detail->compose().edit()};
    if (edit.isVisible() && !edit.isReadOnly()) {
        m_detail->focusText();
        edit.insertPlainText(letters);
    }
}

void InboxPage::openConversation(ConversationId id, MessageId found)
{
    m_list->list().select(id, found);
    const SearchQuery searched{
        parseSearch(m_list->search().text(), QDate{2000, 1, 1}, QTimeZone::utc())};
    m_detail->thread().setMarkedWords(found.isValid() ? searched.words : QString{});
    m_detail->open(id, found);
    markUnread(id, false);
}

void InboxPage::restoreConversation(ConversationId id)
{
    const bool isFree{!m_detail->conversation().isValid() && !m_detail->isNew()};
    if (isFree && id.isValid() && !m_desk.card(id).title.isEmpty()) {
        m_list->list().select(id);
        m_detail->open(id);
    }
}

void InboxPage::setContentHidden(bool hidden)
{
    m_list->list().setContentHidden(hidden);
    m_detail->header().setContentHidden(hidden);
    m_detail->thread().setContentHidden(hidden);
    m_detail->compose().edit().setContentHidden(hidden);
}

// A reply that comes while its conversation is open stays unread until the person does something
// there: nobody knows whether anybody sat before the screen.
void InboxPage::markAttended()
{
    const ConversationId id{m_detail->conversation()};
    if (id.isValid() && m_desk.card(id).unread > 0) {
        markUnread(id, false);
    }
}

void InboxPage::startNew(const QString& number, AccountId account)
{
    m_detail->startNew(number, account);
}

void InboxPage::goHome()
{
    m_list->search().clear();
    m_detail->leaveNew();
}

void InboxPage::focusWork()
{
    const ComposeEdit& edit{m_detail->compose().edit()};
    if (edit.isVisible() && !edit.isReadOnly()) {
        m_detail->focusText();
    } else {
        focusFirstPane();
    }
}

void InboxPage::focusSearch()
{
    m_list->search().setFocus(Qt::ShortcutFocusReason);
    m_list->search().selectAll();
}

void InboxPage::step(int rows)
{
    m_list->list().step(rows);
}

void InboxPage::markUnread(ConversationId id, bool unread)
{
    if (!id.isValid()) {
        return;
    }
    m_desk.setRead(id, !unread)->then(this, [this](const Result<Done>& result) {
        if (!result) {
            emit failed(result.error());
        }
    });
}

void InboxPage::wireActs()
{
    connect(m_detail, &ConversationPage::menuRequested, m_acts, &InboxActs::showMenu);
    connect(m_detail, &ConversationPage::doneRequested, m_acts,
        [this](ConversationId id) { m_acts->setDone(id, true); });
    connect(m_detail, &ConversationPage::deleteRequested, m_acts, &InboxActs::deleteMessages);
    connect(m_detail, &ConversationPage::snoozed, m_acts, &InboxActs::saySnoozed);
    connect(m_acts, &InboxActs::failed, this, &InboxPage::failed);
    connect(m_acts, &InboxActs::readWanted, this,
        [this](ConversationId id, bool read) { markUnread(id, !read); });
    connect(m_acts, &InboxActs::exportWanted, m_export, &ExportActs::begin);
    connect(m_acts, &InboxActs::toolWanted, this,
        [this](ConversationId id, ConversationTools::Tool tool) {
            if (id != m_detail->conversation() || m_detail->isNew()) {
                openConversation(id);
            }
            m_detail->showTool(tool);
        });
    connect(m_acts, &InboxActs::gone, this, [this](ConversationId id) {
        if (id == m_detail->conversation()) {
            m_detail->open({});
            m_list->list().select({});
        }
    });
    const auto label = [this] { m_list->setLabels(m_desk.inbox().labels()); };
    connect(&m_desk.inbox(), &InboxDesk::labelsChanged, this, label);
    label();
    const auto line = [this] {
        std::vector<InboxPane::Line> lines;
        for (const DeskAccount& account : m_desk.accounts()) {
            lines.push_back({account.id, account.name});
        }
        m_list->setLines(lines);
    };
    connect(&m_desk, &Desk::accountsChanged, this, line);
    line();
}

void InboxPage::showTool(ConversationTools::Tool tool)
{
    m_detail->showTool(tool);
}

void InboxPage::setOpenDone()
{
    const ConversationId id{m_detail->conversation()};
    if (id.isValid()) {
        m_acts->setDone(id, m_desk.card(id).waiting);
    }
}

void InboxPage::exportOpen()
{
    m_export->begin(m_detail->conversation());
}

void InboxPage::focusFirstPane()
{
    m_list->list().setFocus(Qt::TabFocusReason);
}

bool InboxPage::focusNextPane(bool forward)
{
    std::vector<QWidget*> panes{&m_list->list()};
    for (QWidget* pane : {static_cast<QWidget*>(&m_detail->thread()),
             static_cast<QWidget*>(&m_detail->compose().edit())}) {
        if (pane->isVisible()) {
            panes.push_back(pane);
        }
    }
    const auto here =
        std::find_if(panes.begin(), panes.end(), [](QWidget* pane) { return pane->hasFocus(); });
    const std::ptrdiff_t row{here == panes.end() ? -1 : here - panes.begin()};
    const std::ptrdiff_t next{
        row < 0 ? (forward ? 0 : std::ptrdiff_t(panes.size()) - 1) : row + (forward ? 1 : -1)};
    if (next < 0 || next >= std::ptrdiff_t(panes.size())) {
        return false;
    }
    panes[size_t(next)]->setFocus(Qt::TabFocusReason);
    return true;
}

} // namespace Textdesk
