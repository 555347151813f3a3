// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/messageacts.h"

#include <QWidget>

namespace Textdesk {

MessageActs::MessageActs(Desk& desk, Prompt& prompt, QWidget* window)
    : QObject{window}
    , m_desk{desk}
    , m_prompt{prompt}
    , m_window{window}
{ }

template <typename T> void MessageActs::report(Call<T>* call)
{
    call->then(this, [this](const Result<T>& result) {
        if (!result) {
            emit failed(result.error());
        }
    });
}

void MessageActs::act(ConversationId conversation, MessageId id, MessageAct what)
{
    switch (what) {
    case MessageAct::Undo:
    case MessageAct::TakeBack:
        takeBack(conversation, id);
        break;
    case MessageAct::SendAgain:
        report(m_desk.sendAgain(id));
        break;
    case MessageAct::WasSent:
        report(m_desk.settle(id, true));
        break;
    case MessageAct::SendAnyway:
        sendAnyway(id);
        break;
    case MessageAct::SendLate:
        report(m_desk.settle(id, false));
        break;
    }
}

void MessageActs::takeBack(ConversationId conversation, MessageId id)
{
    m_desk.undo(id)->then(this, [this, conversation](const Result<Done>& result) {
        if (result) {
            emit wordsReturned(conversation);
        } else {
            emit failed(result.error());
        }
    });
}

void MessageActs::sendAnyway(MessageId id)
{
    const Question question{tr("Send this text again?"),
        tr("The provider gave no clear answer, so the person may have this text already and would "
           "get it twice. If you can, ask them or look at the provider’s portal first."),
        tr("Send again"), tr("Leave it"), true};
    m_prompt.ask(m_window, question, [this, id](bool yes) {
        if (yes) {
            report(m_desk.settle(id, false));
        }
    });
}

} // namespace Textdesk
