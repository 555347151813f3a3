// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/inboxpane.h"

#include "app/domain/searchquery.h"
#include "ui/inbox/searchfilters.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/chiprow.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/menuchip.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace Textdesk {

InboxPane::InboxPane(const Theme& theme, const Clock& clock, QWidget* parent)
    : Surface{theme, Ground::Panel, {}, parent}
    , m_search{new SearchField{theme, tr("Search messages and people"), tr("Ctrl K"), this}}
    , m_chips{new ChipRow{theme, this}}
    , m_filters{new SearchFilters{
          theme, [&clock] { return clock.now().toLocalTime().date(); }, this}}
    , m_misread{new TextLabel{theme, Tone::Muted, Fonts::small(), this}}
    , m_label{new MenuChip{theme, QStringLiteral("labelFilter"), tr("Label"),
          [this](QMenu& menu) {
              menu.addAction(tr("Every label"), this, [this] { choose({}, m_chosenLine); });
              for (const Label& label : m_labels) {
                  menu.addAction(QString{label.name}.replace(u'&', QStringLiteral("&&")), this,
                      [this, id = label.id] { choose(id, m_chosenLine); });
              }
          },
          m_chips}}
    , m_line{new MenuChip{theme, QStringLiteral("lineFilter"), tr("Line"),
          [this](QMenu& menu) {
              menu.addAction(tr("Every line"), this, [this] { choose(m_chosenLabel, {}); });
              for (const Line& line : m_lines) {
                  menu.addAction(QString{line.name}.replace(u'&', QStringLiteral("&&")), this,
                      [this, id = line.account] { choose(m_chosenLabel, id); });
              }
          },
          m_chips}}
    , m_list{new ConversationList{theme, clock, this}}
    , m_empty{new EmptyState{theme, QStringLiteral("inboxEmpty"), this}}
    , m_pages{new QStackedWidget{this}}
{
    setObjectName(QStringLiteral("inboxPane"));
    setMinimumWidth(Metrics::listMinimum);
    build();
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filters->present(text);
        m_filters->setVisible(!text.isEmpty());
        m_chips->setVisible(text.isEmpty());
        sayMisread(text);
        m_walkWaits = false;
        emit searchChanged(text.trimmed());
        showRightPage();
    });
    connect(m_filters, &SearchFilters::typedChanged, m_search, &QLineEdit::setText);
    connect(m_search, &SearchField::walkRequested, this, &InboxPane::walk);
    connect(m_chips, &ChipRow::chosen, this, [this](const QString& key) {
        emit filterChosen(key);
        showSnoozed();
        showRightPage();
    });
    connect(m_empty, &EmptyState::actionTriggered, this, &InboxPane::actOnEmpty);
    showRightPage();
}

bool InboxPane::isNarrowed() const
{
    return !m_search->text().isEmpty() || m_chips->chosenKey() != QLatin1String{"all"}
    || m_chosenLabel.isValid() || m_chosenLine.isValid();
}

void InboxPane::actOnEmpty()
{
    if (isNarrowed()) {
        showAll();
    } else if (m_snoozed > 0) {
        m_chips->choose(QStringLiteral("snoozed"));
    } else {
        emit newRequested();
    }
}

void InboxPane::showAll()
{
    m_search->clear();
    m_chips->choose(QStringLiteral("all"));
    choose({}, {});
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
    m_chips->add(QStringLiteral("waiting"), tr("Waiting for me"));
    m_chips->add(QStringLiteral("failed"), tr("Failed"));
    m_chips->add(QStringLiteral("snoozed"), tr("Snoozed"));
    m_chips->chip(QStringLiteral("snoozed"))->hide();
    m_chips->layout()->addWidget(m_label);
    m_chips->layout()->addWidget(m_line);
    m_label->hide();
    m_line->hide();
    m_chips->layout()->setContentsMargins(16, 0, 16, 0);
    column->addWidget(m_chips);
    m_filters->layout()->setContentsMargins(16, 0, 16, 0);
    m_filters->hide();
    column->addWidget(m_filters);
    m_misread->setObjectName(QStringLiteral("searchMisread"));
    m_misread->setWordWrap(true);
    m_misread->setContentsMargins(16, 8, 16, 0);
    m_misread->hide();
    column->addWidget(m_misread);
    column->addSpacing(12);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_empty);
    column->addWidget(m_pages, 1);
}

void InboxPane::walk()
{
    m_walkWaits = m_searching;
    if (m_searching) {
        return;
    }
    const QString words{m_search->text().trimmed()};
    m_list->enter(!words.isEmpty() && words != m_walked);
    m_walked = words;
}

void InboxPane::setSearching(bool searching)
{
    m_searching = searching;
    // Who went elsewhere meanwhile stays there.
    if (!searching && std::exchange(m_walkWaits, false) && m_search->hasFocus()) {
        walk();
    }
}

void InboxPane::sayMisread(const QString& typed)
{
    // The day does not matter: only whether one was named.
    const SearchQuery query{parseSearch(typed, QDate{2000, 1, 1}, QTimeZone::utc())};
    const auto first = std::find_if(query.misread.cbegin(), query.misread.cend(),
        [](const MisreadOperator& misread) { return !misread.mayBeUnfinished; });
    m_misread->setVisible(first != query.misread.cend());
    if (first == query.misread.cend()) {
        return;
    }
    m_misread->setText(first->wants == MisreadOperator::Wants::Day
            ? tr("“%1” names no day. Write 2026-03-05, today or yesterday.").arg(first->typed)
            : tr("“%1” names no state. There is: %2.")
                  .arg(first->typed, searchStates().join(tr(", "))));
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

void InboxPane::setCounts(const Counts& counts)
{
    m_chips->setCount(QStringLiteral("unread"), counts.unread);
    m_chips->setCount(QStringLiteral("waiting"), counts.waiting);
    m_chips->setCount(QStringLiteral("failed"), counts.failed);
    m_chips->setCount(QStringLiteral("snoozed"), counts.snoozed);
    m_snoozed = counts.snoozed;
    showSnoozed();
    showRightPage();
}

// The other four fill the row. What is empty most of the time is no reason for a second one, but
// nobody loses the filter that they stand in.
void InboxPane::showSnoozed()
{
    const QString snoozed{QStringLiteral("snoozed")};
    m_chips->chip(snoozed)->setVisible(m_snoozed > 0 || m_chips->chosenKey() == snoozed);
}

void InboxPane::setLabels(const QList<Label>& labels)
{
    m_labels = labels;
    m_label->setVisible(!labels.isEmpty());
    choose(m_chosenLabel, m_chosenLine);
}

void InboxPane::setLines(const std::vector<Line>& lines)
{
    m_lines = lines;
    m_line->setVisible(lines.size() > 1);
    QStringList names;
    for (const Line& line : lines) {
        names.append(line.name);
    }
    m_filters->setLines(names);
    choose(m_chosenLabel, m_chosenLine);
}

void InboxPane::choose(LabelId label, AccountId line)
{
    const auto labelled = std::find_if(
        m_labels.cbegin(), m_labels.cend(), [label](const Label& one) { return one.id == label; });
    const auto lined = std::find_if(
        m_lines.cbegin(), m_lines.cend(), [line](const Line& one) { return one.account == line; });
    const LabelId wantedLabel{labelled == m_labels.cend() ? LabelId{} : label};
    const AccountId wantedLine{lined == m_lines.cend() ? AccountId{} : line};
    m_label->setChoice(wantedLabel.isValid() ? labelled->name : QString{});
    m_line->setChoice(wantedLine.isValid() ? lined->name : QString{});
    if (wantedLabel != m_chosenLabel || wantedLine != m_chosenLine) {
        m_chosenLabel = wantedLabel;
        m_chosenLine = wantedLine;
        emit narrowed(m_chosenLabel, m_chosenLine);
        showRightPage();
    }
}

void InboxPane::showRightPage()
{
    if (m_list->model() != nullptr && m_list->model()->rowCount() > 0) {
        m_pages->setCurrentWidget(m_list);
        return;
    }
    sayEmpty();
    m_pages->setCurrentWidget(m_empty);
}

void InboxPane::sayEmpty()
{
    const QString filter{m_chips->chosenKey()};
    if (!m_search->text().isEmpty()) {
        m_empty->present(QStringLiteral("search"), tr("Nothing found"),
            tr("No message or person matches these words."), tr("Clear the search"));
    } else if (filter == QLatin1String{"unread"}) {
        m_empty->present(QStringLiteral("check"), tr("Everything is read"),
            tr("New replies show up here until you open them."), tr("Show all"));
    } else if (filter == QLatin1String{"waiting"}) {
        m_empty->present(QStringLiteral("check"), tr("Nobody waits for an answer"),
            tr("Conversations in which they wrote last show up here until you answer or mark them "
               "as done."),
            tr("Show all"));
    } else if (filter == QLatin1String{"failed"}) {
        m_empty->present(QStringLiteral("double-check"), tr("Nothing failed"),
            tr("Texts that could not be delivered show up here, with the reason."), tr("Show all"));
    } else if (filter == QLatin1String{"snoozed"}) {
        m_empty->present(QStringLiteral("clock"), tr("Nothing is snoozed"),
            tr("Snooze a conversation to have it come back when you can deal with it."),
            tr("Show all"));
    } else if (m_chosenLabel.isValid() || m_chosenLine.isValid()) {
        m_empty->present(QStringLiteral("tag"), tr("Nothing with this label or line"),
            tr("Hang the label on a conversation, or look at another line."), tr("Show all"));
    } else if (m_snoozed > 0) {
        m_empty->present(QStringLiteral("clock"), tr("Nothing to do now"),
            tr("%n conversation(s) are snoozed and come back by themselves.", nullptr, m_snoozed),
            tr("Show what is snoozed"));
    } else {
        m_empty->present(QStringLiteral("inbox"), tr("No conversations yet"),
            tr("Texts you send and replies you get show up here."), tr("New conversation"));
    }
}

} // namespace Textdesk
