// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/conversationpage.h"

#include "ui/inbox/inboxdesk.h"
#include "ui/shell/messageacts.h"
#include "ui/thread/composebar.h"
#include "ui/thread/composeedit.h"
#include "ui/thread/gapstrip.h"
#include "ui/thread/newconversation.h"
#include "ui/thread/threadheader.h"
#include "ui/thread/threadview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/words/draftwords.h"
#include "ui/words/snoozewords.h"

#include <QAbstractItemModel>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Textdesk {

ConversationPage::ConversationPage(
    const Theme& theme, Clock& clock, Desk& desk, Prompt& prompt, QWidget* parent)
    : Surface{theme, Ground::Background, {}, parent}
    , m_desk{desk}
    , m_clock{clock}
    , m_header{new ThreadHeader{theme, this}}
    , m_new{new NewConversation{theme, this}}
    , m_tools{new ConversationTools{theme, clock, desk, this}}
    , m_middle{new QStackedWidget{this}}
    , m_thread{new ThreadView{theme, clock, this}}
    , m_empty{new EmptyState{theme, QStringLiteral("detailEmpty"), this}}
    , m_gap{new GapStrip{theme, this}}
    , m_compose{new ComposeBar{theme, this}}
    , m_acts{new MessageActs{desk, prompt, this}}
{
    setObjectName(QStringLiteral("conversationPage"));
    build();
    wire();
    wireCompose();
    wireThread();
    showNothing();
}

void ConversationPage::build()
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_tools);
    column->addWidget(m_new);
    m_middle->addWidget(m_thread);
    m_middle->addWidget(m_empty);
    m_middle->setMinimumHeight(48); // in a small window an open panel needs the room
    column->addWidget(m_middle, 1);
    column->addWidget(m_gap);
    column->addWidget(m_compose);
    // From the number to the text, then to Send; leaving comes last.
    setTabOrder(&m_compose->sendButton(), &m_new->closeButton());
}

void ConversationPage::wire()
{
    using Tool = ConversationTools::Tool;
    connect(
        m_header, &ThreadHeader::peopleRequested, this, [this] { m_tools->show(Tool::People); });
    connect(
        m_header, &ThreadHeader::labelsRequested, this, [this] { m_tools->show(Tool::Labels); });
    connect(
        m_header, &ThreadHeader::snoozeRequested, this, [this] { m_tools->show(Tool::Snooze); });
    connect(m_header, &ThreadHeader::doneRequested, this,
        [this] { emit doneRequested(m_conversation); });
    connect(m_header, &ThreadHeader::menuRequested, this,
        [this](const QPoint& place) { emit menuRequested(m_conversation, place); });
    connect(m_tools, &ConversationTools::snoozed, this, &ConversationPage::snoozed);
    connect(m_tools, &ConversationTools::failed, this, &ConversationPage::failed);
    connect(m_tools, &ConversationTools::closed, this, &ConversationPage::focusText);
    connect(&m_desk, &Desk::accountsChanged, this, [this] {
        if (m_isNew) {
            showSenders();
        } else if (m_conversation.isValid()) {
            showCard();
        }
    });
    connect(&m_desk, &Desk::cardChanged, this, [this](ConversationId id) {
        if (!m_isNew && id == m_conversation) {
            showCard();
        }
    });
}

void ConversationPage::wireCompose()
{
    connect(m_compose, &ComposeBar::draftChanged, this, [this](const QString& text) {
        if (m_isNew) {
            m_newDraft = text;
            keepNewText();
        } else if (m_conversation.isValid()) {
            m_desk.saveDraft(m_conversation, text);
            emit attended();
        }
    });
    // The box is empty: what stood there is the text that was just sent.
    connect(&m_compose->edit(), &ComposeEdit::undoPastBeginning, m_thread, &ThreadView::undoLast);
    connect(&m_compose->edit(), &ComposeEdit::entered, this, &ConversationPage::attended);
    connect(m_compose, &ComposeBar::sendRequested, this,
        [this](const QString& text) { m_isNew ? sendFirst(text) : sendText(text); });
    connect(m_compose, &ComposeBar::questionAccepted, this, [this] {
        const QString text{m_compose->text()};
        m_asked = text;
        m_isNew ? sendFirst(text) : sendText(text);
    });
    connect(m_new, &NewConversation::edited, this, &ConversationPage::keepNewText);
    connect(m_new, &NewConversation::cancelled, this, &ConversationPage::cancelNew);
    connect(m_new, &NewConversation::textWanted, this, &ConversationPage::focusText);
    connect(m_empty, &EmptyState::actionTriggered, this, &ConversationPage::startEmpty);
}

void ConversationPage::wireThread()
{
    connect(m_thread, &ThreadView::olderWanted, this, [this] { m_desk.loadOlder(m_conversation); });
    connect(m_thread, &ThreadView::newerWanted, this, [this] { m_desk.loadNewer(m_conversation); });
    connect(m_thread, &ThreadView::attended, this, &ConversationPage::attended);
    connect(m_thread, &ThreadView::actRequested, this,
        [this](MessageId id, MessageAct act) { m_acts->act(m_conversation, id, act); });
    connect(m_thread, &ThreadView::forwardRequested, this, &ConversationPage::forward);
    connect(m_thread, &ThreadView::deleteRequested, this, [this](bool atProvider) {
        emit deleteRequested(m_conversation, m_thread->selectedMessages(), atProvider);
    });
    connect(m_gap, &GapStrip::fetchWanted, this, &ConversationPage::fetchMissing);
    connect(m_acts, &MessageActs::failed, this, &ConversationPage::failed);
    connect(m_acts, &MessageActs::wordsReturned, this, &ConversationPage::returnWords);
}

void ConversationPage::returnWords(ConversationId id)
{
    if (!m_isNew && id == m_conversation) {
        m_compose->setText(m_desk.card(id).draft);
        focusText();
    }
}

void ConversationPage::fetchMissing()
{
    m_gap->setBusy(true);
    m_desk.fetchMissing(m_conversation)->then(this, [this](const Result<Done>& asked) {
        m_gap->setBusy(false);
        if (!asked) {
            emit failed(asked.error());
        } else if (!m_isNew && m_conversation.isValid()) {
            showCard();
        }
    });
}

void ConversationPage::showNothing()
{
    m_isNew = false;
    m_header->hide();
    m_gap->hide();
    m_new->hide();
    m_compose->hide();
    m_empty->present(QStringLiteral("inbox"), tr("Choose a conversation"),
        tr("Its messages show up here. Alt and the arrow keys move through the list."), {});
    m_middle->setCurrentWidget(m_empty);
}

void ConversationPage::showCard()
{
    const ConversationCard card{m_desk.card(m_conversation)};
    const QString away{card.snoozedMs == 0
            ? QString{}
            : snoozedWords(QDateTime::fromMSecsSinceEpoch(card.snoozedMs),
                m_clock.now().toLocalTime(), locale())};
    //: Under a name: number and line, and until when the conversation is snoozed.
    m_header->present(card.title, card.isNamed,
        away.isEmpty() ? card.subtitle : tr("%1 · %2").arg(card.subtitle, away));
    std::vector<Pill> pills;
    for (const Label& label : card.labels) {
        pills.push_back({label.name, label.colour});
    }
    m_header->setMarks(std::move(pills), card.waiting);
    m_thread->setDeletesAtProvider(m_desk.inbox().canDeleteAtProvider(m_conversation));
    m_header->setLine(card.lineColour);
    m_thread->setHold(card.hold);
    m_gap->present(card.gap);
    m_compose->setSender(card.line, card.lineColour);
    m_compose->setBlocked(card.blocked);
}

void ConversationPage::showTool(ConversationTools::Tool tool)
{
    if (m_conversation.isValid() && !m_isNew) {
        m_tools->show(tool);
    }
}

void ConversationPage::open(ConversationId id, MessageId found)
{
    m_tools->setConversation(id);
    m_asked.clear();
    m_isNew = false;
    emit newChanged(false);
    if (!id.isValid()) {
        m_conversation = id;
        m_thread->setModel(nullptr);
        showNothing();
        return;
    }
    m_conversation = id;
    m_new->hide();
    m_header->show();
    m_compose->show();
    m_compose->setBusy(false);
    m_middle->setCurrentWidget(m_thread);
    showCard();
    m_compose->begin(m_desk.card(id).draft);
    m_compose->setProblem({});
    m_isAtFound = found.isValid();
    m_thread->setModel(m_desk.open(id, found));
    m_isAtFound ? m_thread->showMessage(found) : m_thread->scrollToEnd();
}

void ConversationPage::focusText()
{
    m_compose->edit().setFocus(Qt::OtherFocusReason);
}

// A second press of Send by a slip costs money and trust; meant, it costs one more press.
void ConversationPage::askTwice(const QString& text)
{
    m_asked.clear();
    if (m_compose->text() == text) {
        m_compose->setQuestion(
            tr("The same text went to this number less than a minute ago."), tr("Send it again"));
    }
}

void ConversationPage::sendText(const QString& text)
{
    if (m_asked != text && m_desk.inbox().wasJustWritten(m_conversation, text)) {
        askTwice(text);
        return;
    }
    m_asked.clear();
    m_compose->setBusy(true);
    const ConversationId id{m_conversation};
    m_desk.send(id, text)->then(this, [this, id](const Result<MessageId>& result) {
        if (!result && (m_isNew || id != m_conversation)) {
            emit failed(result.error());
        }
        if (m_isNew || id != m_conversation) {
            return; // the person has moved on; the box now belongs to another conversation
        }
        m_compose->setBusy(false);
        if (result) {
            stored();
        } else {
            showProblem(result.error());
        }
        focusText();
    });
}

void ConversationPage::stored()
{
    m_compose->setText({});
    if (m_isAtFound) {
        m_isAtFound = false;
        m_thread->setModel(m_desk.open(m_conversation, {}));
    }
    m_thread->scrollToEnd();
}

// Where it can be mended; what is wrong with neither number nor text is said in a banner.
void ConversationPage::showProblem(const Error& error)
{
    const auto problem = describeDraft(error);
    if (!problem || (problem->isAboutNumber && !m_isNew)) {
        emit failed(error);
    } else if (problem->isAboutNumber) {
        m_new->setProblem(problem->sentence);
        m_new->field().setFocus(Qt::OtherFocusReason);
    } else {
        m_compose->setProblem(problem->sentence);
        focusText();
    }
}

void ConversationPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_isNew) {
        cancelNew();
        return;
    }
    Surface::keyPressEvent(event);
}

} // namespace Textdesk
