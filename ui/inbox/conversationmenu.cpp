// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/conversationmenu.h"

#include "ui/words/snoozewords.h"

#include <algorithm>

namespace Textdesk {

namespace {

// A label's own ampersand is no mnemonic.
QString literal(QString words)
{
    return words.replace(u'&', QStringLiteral("&&"));
}

} // namespace

ConversationMenu::ConversationMenu(const MenuState& state, QWidget* parent)
    : QMenu{parent}
{
    setObjectName(QStringLiteral("conversationMenu"));
    setAttribute(Qt::WA_DeleteOnClose);
    addAction(state.hasUnread ? tr("Mark as &read") : tr("Mark as &unread"), this,
        [this, read = state.hasUnread] { emit readWanted(read); });
    addAction(state.waiting ? tr("Mark as &done") : tr("&Waiting for me"), this,
        [this, done = state.waiting] { emit doneWanted(done); });
    addSnooze(state);
    addLabels(state);
    addSeparator();
    addAction(state.isNamed ? tr("&People on this number…") : tr("Save as &contact…"), this,
        &ConversationMenu::peopleWanted);
    addAction(tr("Copy the &number"), this, &ConversationMenu::copyWanted);
    addAction(tr("E&xport to PDF or CSV…"), this, &ConversationMenu::exportWanted);
    addSeparator();
    addDelete(state);
}

void ConversationMenu::addSnooze(const MenuState& state)
{
    if (state.snoozedMs > 0) {
        addAction(tr("Bring &back now"), this, [this] { emit snoozeWanted(0); });
    }
    QMenu* menu{addMenu(tr("&Snooze until"))};
    for (const SnoozeChoice& choice : snoozeChoices(state.now, locale())) {
        menu->addAction(choice.words, this,
            [this, ms = choice.until.toMSecsSinceEpoch()] { emit snoozeWanted(ms); });
    }
    menu->addAction(tr("&Another time…"), this, &ConversationMenu::ownTimeWanted);
}

void ConversationMenu::addLabels(const MenuState& state)
{
    QMenu* menu{addMenu(tr("&Labels"))};
    for (const Label& label : state.labels) {
        QAction* act{menu->addAction(literal(label.name))};
        act->setCheckable(true);
        act->setChecked(std::any_of(state.hanging.cbegin(), state.hanging.cend(),
            [&label](const Label& one) { return one.id == label.id; }));
        connect(act, &QAction::triggered, this,
            [this, id = label.id](bool on) { emit labelWanted(id, on); });
    }
    if (!state.labels.isEmpty()) {
        menu->addSeparator();
    }
    menu->addAction(tr("&Edit labels…"), this, &ConversationMenu::labelsWanted);
}

void ConversationMenu::addDelete(const MenuState& state)
{
    const QString words{state.waitingTexts == 0
            ? tr("De&lete conversation")
            : tr("Take back %n waiting text(s) and de&lete", nullptr, state.waitingTexts)};
    if (!state.canDeleteAtProvider) {
        addAction(words, this, [this] { emit deleteWanted(false); });
        return;
    }
    QMenu* menu{addMenu(words)};
    menu->addAction(tr("&Here only"), this, [this] { emit deleteWanted(false); });
    menu->addAction(tr("Here and at the &provider"), this, [this] { emit deleteWanted(true); });
}

} // namespace Textdesk
