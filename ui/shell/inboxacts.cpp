// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/inboxacts.h"

#include "ui/inbox/conversationmenu.h"
#include "ui/inbox/inboxdesk.h"
#include "ui/words/inboxwords.h"
#include "ui/words/snoozewords.h"

#include <QClipboard>
#include <QGuiApplication>

namespace Textdesk {

namespace {

const QString& deletedKey()
{
    static const QString key{QStringLiteral("deleted")};
    return key;
}

const QString& snoozedKey()
{
    static const QString key{QStringLiteral("snoozed")};
    return key;
}

const QString& problemKey()
{
    static const QString key{QStringLiteral("inbox-problem")};
    return key;
}

} // namespace

InboxActs::InboxActs(Desk& desk, Clock& clock, BannerArea& notices, QWidget* window)
    : QObject{window}
    , m_desk{desk}
    , m_clock{clock}
    , m_notices{notices}
    , m_window{window}
{
    connect(&notices, &BannerArea::actionTriggered, this, [this](const QString& key) {
        if (key == deletedKey()) {
            undo();
        } else if (key == snoozedKey()) {
            snooze(m_snoozed, 0);
        }
    });
    connect(&desk.inbox(), &InboxDesk::undoEnded, this, [this] { m_notices.clear(deletedKey()); });
}

void InboxActs::say(const Error& error)
{
    if (const auto sentence = describeInboxProblem(error)) {
        m_notices.add({problemKey(), Banner::Level::Warning, *sentence, {}, {}});
    } else {
        emit failed(error);
    }
}

void InboxActs::report(Call<Done>* call)
{
    call->then(this, [this](const Result<Done>& result) {
        if (result) {
            m_notices.clear(problemKey()); // what it said is over
        } else {
            say(result.error());
        }
    });
}

void InboxActs::setDone(ConversationId id, bool done)
{
    report(m_desk.inbox().setDone(id, done));
    if (done && m_desk.card(id).unread > 0) {
        emit readWanted(id, true); // nobody has to look at it any more
    }
}

void InboxActs::snooze(ConversationId id, qint64 untilMs)
{
    m_desk.inbox().snooze(id, untilMs)->then(this, [this, id, untilMs](const Result<Done>& result) {
        if (!result) {
            say(result.error());
        } else if (untilMs > 0) {
            saySnoozed(id, untilMs);
        } else {
            m_notices.clear(snoozedKey());
        }
    });
}

void InboxActs::saySnoozed(ConversationId id, qint64 untilMs)
{
    m_snoozed = id;
    sayForAWhile({snoozedKey(), Banner::Level::Information,
        snoozedWords(QDateTime::fromMSecsSinceEpoch(untilMs), m_clock.now().toLocalTime(),
            m_window->locale()),
        tr("The conversation comes back then, or with a new text."), tr("&Undo")});
}

void InboxActs::sayForAWhile(const Notice& notice)
{
    constexpr std::chrono::seconds longEnough{15};
    m_notices.add(notice);
    m_while = std::make_unique<QObject>();
    m_clock.after(longEnough, m_while.get(), [this, key = notice.key] { m_notices.clear(key); });
}

void InboxActs::offerUndo(const QString& what, bool atProvider)
{
    m_notices.clear(problemKey());
    m_notices.clear(snoozedKey());
    m_notices.add({deletedKey(), Banner::Level::Information, what,
        atProvider ? tr("The provider is asked to delete it, too, when this notice goes.")
                   : QString{},
        tr("&Undo")});
}

void InboxActs::deleteConversation(ConversationId id, bool atProvider)
{
    const std::vector<MessageId> waiting{m_desk.waitingIn(id)};
    if (waiting.empty()) {
        hideConversation(id, atProvider);
        return;
    }
    m_desk.undo(waiting.front())
        ->then(this, [this, id, atProvider, left = waiting.size()](const Result<Done>& back) {
            if (!back) {
                say(back.error());
            } else if (m_desk.waitingIn(id).size() < left) {
                deleteConversation(id, atProvider);
            } else {
                hideConversation(id, atProvider); // says what stands in the way
            }
        });
}

void InboxActs::hideConversation(ConversationId id, bool atProvider)
{
    m_desk.inbox()
        .deleteConversation(id, atProvider)
        ->then(this, [this, id, atProvider](const Result<Done>& result) {
            if (!result) {
                say(result.error());
                return;
            }
            offerUndo(tr("The conversation was deleted."), atProvider);
            emit gone(id);
        });
}

void InboxActs::deleteMessages(
    ConversationId id, const std::vector<MessageId>& ids, bool atProvider)
{
    const int count{int(ids.size())};
    m_desk.inbox()
        .deleteMessages(id, ids, atProvider)
        ->then(this, [this, count, atProvider](const Result<Done>& result) {
            if (!result) {
                say(result.error());
                return;
            }
            offerUndo(count == 1 ? tr("The message was deleted.")
                                 : tr("%1 messages were deleted.").arg(count),
                atProvider);
        });
}

bool InboxActs::canUndo() const
{
    return m_notices.banner(deletedKey()) != nullptr;
}

void InboxActs::undo()
{
    m_notices.clear(deletedKey());
    report(m_desk.inbox().undoDelete());
}

void InboxActs::showMenu(ConversationId id, const QPoint& globalPosition)
{
    const ConversationCard card{m_desk.card(id)};
    MenuState state;
    state.hasUnread = card.unread > 0;
    state.waiting = card.waiting;
    state.isNamed = card.isNamed;
    state.waitingTexts = int(m_desk.waitingIn(id).size());
    state.snoozedMs = card.snoozedMs;
    state.labels = m_desk.inbox().labels();
    state.hanging = card.labels;
    state.canDeleteAtProvider = m_desk.inbox().canDeleteAtProvider(id);
    state.now = m_clock.now().toLocalTime();
    auto* menu = new ConversationMenu{state, m_window};
    using Tool = ConversationTools::Tool;
    const auto wants = [this, id](
                           Tool tool) { return [this, id, tool] { emit toolWanted(id, tool); }; };
    connect(menu, &ConversationMenu::readWanted, this,
        [this, id](bool read) { emit readWanted(id, read); });
    connect(
        menu, &ConversationMenu::doneWanted, this, [this, id](bool done) { setDone(id, done); });
    connect(menu, &ConversationMenu::snoozeWanted, this,
        [this, id](qint64 untilMs) { snooze(id, untilMs); });
    connect(menu, &ConversationMenu::ownTimeWanted, this, wants(Tool::OwnTime));
    connect(menu, &ConversationMenu::labelsWanted, this, wants(Tool::Labels));
    connect(menu, &ConversationMenu::peopleWanted, this, wants(Tool::People));
    connect(menu, &ConversationMenu::labelWanted, this,
        [this, id](LabelId label, bool on) { report(m_desk.inbox().hang(id, label, on)); });
    connect(menu, &ConversationMenu::copyWanted, this,
        [number = card.number] { QGuiApplication::clipboard()->setText(number); });
    connect(menu, &ConversationMenu::exportWanted, this, [this, id] { emit exportWanted(id); });
    connect(menu, &ConversationMenu::deleteWanted, this,
        [this, id](bool atProvider) { deleteConversation(id, atProvider); });
    menu->popup(globalPosition);
}

} // namespace Textdesk
