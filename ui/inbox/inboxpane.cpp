// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/inboxpane.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/chiprow.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/searchfield.h"

#include <QHBoxLayout>
#include <QStackedWidget>

namespace Textdesk {

InboxPane::InboxPane(const Theme& theme, const Clock& clock, QWidget* parent)
    : Surface{theme, Ground::Panel, {}, parent}
    , m_search{new SearchField{theme, tr("Search messages and people"), tr("Ctrl K"), this}}
    , m_chips{new ChipRow{theme, this}}
    , m_list{new ConversationList{theme, clock, this}}
    , m_empty{new EmptyState{theme, QStringLiteral("inboxEmpty"), this}}
    , m_pages{new QStackedWidget{this}}
{
    setObjectName(QStringLiteral("inboxPane"));
    setMinimumWidth(Metrics::listMinimum);
    build();
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        emit searchChanged(text.trimmed());
        showRightPage();
    });
    connect(m_search, &SearchField::walkRequested, m_list, [this] {
        m_list->setFocus(Qt::TabFocusReason);
        if (!m_list->currentIndex().isValid()) {
            m_list->step(0);
        }
    });
    connect(m_chips, &ChipRow::chosen, this, [this](const QString& key) {
        emit filterChosen(key);
        showRightPage();
    });
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_search->text().isEmpty() && m_chips->chosenKey() == QLatin1String{"all"}) {
            emit newRequested();
        } else {
            m_search->clear();
            m_chips->choose(QStringLiteral("all"));
        }
    });
    showRightPage();
}

void InboxPane::build()
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 16, 0, 0);
    column->setSpacing(0);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(16, 0, 16, 0);
    top->addWidget(m_search, 1);
    column->addLayout(top);
    column->addSpacing(14);
    m_chips->add(QStringLiteral("all"), tr("All"));
    m_chips->add(QStringLiteral("unread"), tr("Unread"));
    m_chips->add(QStringLiteral("failed"), tr("Failed"));
    m_chips->layout()->setContentsMargins(16, 0, 16, 0);
    column->addWidget(m_chips);
    column->addSpacing(12);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_empty);
    column->addWidget(m_pages, 1);
}

void InboxPane::setModel(QAbstractItemModel* model)
{
    m_list->setModel(model);
    for (const auto signal :
        {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(model, signal, this, &InboxPane::showRightPage);
    }
    connect(model, &QAbstractItemModel::modelReset, this, &InboxPane::showRightPage);
    showRightPage();
}

void InboxPane::setCounts(int unread, int failed)
{
    m_chips->setCount(QStringLiteral("unread"), unread);
    m_chips->setCount(QStringLiteral("failed"), failed);
}

void InboxPane::showRightPage()
{
    if (m_list->model() != nullptr && m_list->model()->rowCount() > 0) {
        m_pages->setCurrentWidget(m_list);
        return;
    }
    const QString filter{m_chips->chosenKey()};
    if (!m_search->text().isEmpty()) {
        m_empty->present(QStringLiteral("search"), tr("Nothing found"),
            tr("No message or person matches these words."), tr("Clear the search"));
    } else if (filter == QLatin1String{"unread"}) {
        m_empty->present(QStringLiteral("check"), tr("Everything is read"),
            tr("New replies show up here until you open them."), tr("Show all"));
    } else if (filter == QLatin1String{"failed"}) {
        m_empty->present(QStringLiteral("double-check"), tr("Nothing failed"),
            tr("Texts that could not be delivered show up here, with the reason."), tr("Show all"));
    } else {
        m_empty->present(QStringLiteral("inbox"), tr("No conversations yet"),
            tr("Texts you send and replies you get show up here."), tr("New conversation"));
    }
    m_pages->setCurrentWidget(m_empty);
}

} // namespace Textdesk
