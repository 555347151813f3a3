// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The half of ConversationPage before there is a conversation: a number, a sender and a first text.
#include "ui/inbox/inboxdesk.h"
#include "ui/shell/conversationpage.h"
#include "ui/shell/conversationtools.h"
#include "ui/thread/composebar.h"
#include "ui/thread/gapstrip.h"
#include "ui/thread/newconversation.h"
#include "ui/thread/threadheader.h"
#include "ui/widgets/emptystate.h"

#include <QLineEdit>
#include <QStackedWidget>

namespace Textdesk {

void ConversationPage::showSenders()
{
    std::vector<NewConversation::Sender> senders;
    for (const DeskAccount& row : m_desk.accounts()) {
        senders.push_back({row.id, row.name});
    }
    m_new->setSenders(senders);
    m_compose->setSender({}, -1); // the panel above chooses it
    m_compose->setBlocked(!senders.empty() ? QString{}
            : m_desk.hasAccounts()         ? tr("The accounts are still being read.")
                                           : tr("Connect an account before you write a text."));
}

void ConversationPage::startNew(const QString& number, AccountId account)
{
    showSenders();
    bool wasBegunEarlier{false};
    if (!number.isEmpty()) {
        m_new->start(number, account);
    } else if (!m_isNew) {
        const NewText kept{m_desk.inbox().newText()};
        m_new->start(kept.to, account.isValid() ? account : kept.account);
        m_newDraft = kept.text;
        wasBegunEarlier = !kept.to.isEmpty() && !kept.text.isEmpty();
    } else if (account.isValid()) {
        m_new->start(m_new->number(), account);
    }
    m_isNew = true;
    emit newChanged(true);
    m_tools->setConversation({});
    m_header->hide();
    m_gap->hide();
    m_new->show();
    m_compose->show();
    m_compose->setBusy(false);
    m_compose->begin(m_newDraft);
    sayNew(wasBegunEarlier);
    m_middle->setCurrentWidget(m_empty);
    // A number that stands there from before is not taken for the one that is meant now, unless its
    // text came with it: who typed over the number would send the old text to somebody else.
    number.isEmpty() && !wasBegunEarlier ? m_new->focusNumber() : focusText();
}

void ConversationPage::sayNew(bool wasBegunEarlier)
{
    if (wasBegunEarlier) {
        m_empty->present(QStringLiteral("compose"), tr("You began this text earlier"),
            tr("It was for %1 and was not sent.").arg(m_new->number()),
            tr("Write a new one instead"));
    } else {
        m_empty->present(QStringLiteral("compose"), tr("New conversation"),
            tr("Type a number, write the text and press Send."), {});
    }
}

void ConversationPage::startEmpty()
{
    m_newDraft.clear();
    m_compose->begin({});
    m_new->start({}, m_new->account());
    keepNewText();
    sayNew(false);
    m_new->focusNumber();
}

void ConversationPage::forward(const QString& text)
{
    m_newDraft = text;
    m_desk.inbox().saveNewText({{}, {}, text});
    m_isNew = false; // whatever number stood there belongs to another text
    startNew();
}

// On disk while it is written, so that it is there after a crash, too.
void ConversationPage::keepNewText()
{
    if (m_isNew) {
        m_desk.inbox().saveNewText({m_new->number(), m_new->account(), m_newDraft});
    }
}

void ConversationPage::leaveNew()
{
    if (m_isNew) {
        cancelNew();
    }
}

void ConversationPage::cancelNew()
{
    m_isNew = false;
    open(m_conversation);
    emit newCancelled();
}

void ConversationPage::sendFirst(const QString& text)
{
    if (m_new->number().isEmpty()) {
        m_new->setProblem(tr("Type the number this text goes to."));
        m_new->field().setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_asked != text
        && m_desk.inbox().wasJustWritten({m_new->number(), m_new->account(), text})) {
        askTwice(text);
        return;
    }
    m_asked.clear();
    m_compose->setBusy(true);
    m_desk.startConversation(m_new->number(), m_new->account(), text)
        ->then(this, [this](const Result<ConversationId>& result) {
            m_compose->setBusy(false);
            if (result) {
                m_newDraft.clear();
                m_desk.inbox().saveNewText({});
                if (m_isNew) {
                    m_isNew = false;
                    emit started(*result);
                }
                return;
            }
            if (m_isNew) {
                showProblem(result.error());
            } else {
                emit failed(result.error());
            }
        });
}

} // namespace Textdesk
