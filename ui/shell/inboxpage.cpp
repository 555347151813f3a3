// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/inboxpage.h"

#include "ui/inbox/inboxpane.h"
#include "ui/theme/metrics.h"
#include "ui/thread/composebar.h"
#include "ui/thread/composeedit.h"
#include "ui/thread/threadview.h"
#include "ui/widgets/chiprow.h"
#include "ui/widgets/searchfield.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QSplitter>

#include <algorithm>

namespace Textdesk {

InboxPage::InboxPage(const Theme& theme, Clock& clock, Desk& desk, Prompt& prompt, QWidget* parent)
    : QWidget{parent}
    , m_desk{desk}
    , m_split{new QSplitter{Qt::Horizontal, this}}
    , m_list{new InboxPane{theme, clock, this}}
    , m_detail{new ConversationPage{theme, clock, desk, prompt, this}}
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
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_split);
    m_list->setModel(desk.conversations());
    wireList();
    wire();
}

void InboxPage::wireList()
{
    const auto narrow = [this] {
        m_desk.narrow(m_list->chips().chosenKey(), m_list->search().text().trimmed());
    };
    connect(m_list, &InboxPane::filterChosen, this, narrow);
    connect(m_list, &InboxPane::searchChanged, this, narrow);
    connect(m_list, &InboxPane::newRequested, this, [this] { startNew(); });
    connect(&m_list->list(), &ConversationList::opened, this, &InboxPage::openConversation);
    // A click on the row that is open already: the person has seen what waits there.
    connect(&m_list->list(), &QAbstractItemView::clicked, this, &InboxPage::markAttended);
    connect(&m_list->list(), &ConversationList::activated, m_detail, &ConversationPage::focusText);
    connect(&m_list->list(), &ConversationList::menuRequested, this, &InboxPage::showListMenu);
}

void InboxPage::wire()
{
    connect(m_detail, &ConversationPage::started, this, [this](ConversationId id) {
        openConversation(id);
        m_detail->focusText();
    });
    connect(m_detail, &ConversationPage::newCancelled, this,
        [this] { m_list->list().setFocus(Qt::OtherFocusReason); });
    connect(m_detail, &ConversationPage::failed, this, &InboxPage::failed);
    connect(m_detail, &ConversationPage::attended, this, &InboxPage::markAttended);
    connect(m_detail, &ConversationPage::markUnreadRequested, this, &InboxPage::markOpenUnread);
    const auto count = [this] {
        const InboxCounts counts{m_desk.counts()};
        m_list->setCounts(counts.unreadConversations, counts.failed);
    };
    connect(&m_desk, &Desk::countsChanged, this, count);
    count();
}

void InboxPage::openConversation(ConversationId id, MessageId found)
{
    m_list->list().select(id, found);
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

void InboxPage::showListMenu(ConversationId id, bool hasUnread, const QPoint& position)
{
    auto* menu = new QMenu{this};
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(hasUnread ? tr("Mark as &read") : tr("Mark as &unread"), this,
        [this, id, hasUnread] { markUnread(id, !hasUnread); });
    menu->popup(position);
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
