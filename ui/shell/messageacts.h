// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Does what a person chose beside a message; asks first where somebody may get a text twice.
#pragma once

#include "ui/prompt/prompt.h"
#include "ui/shell/desk.h"
#include "ui/thread/metaline.h"

namespace Textdesk {

class MessageActs final : public QObject {
    Q_OBJECT
public:
    // Questions stand over the window of the widget.
    MessageActs(Desk& desk, Prompt& prompt, QWidget* window);
    void act(ConversationId conversation, MessageId id, MessageAct what);

signals:
    void failed(const Textdesk::Error& error);
    // A message was taken back: its words are the draft of its conversation now.
    void wordsReturned(Textdesk::ConversationId conversation);

private:
    void takeBack(ConversationId conversation, MessageId id);
    void sendAnyway(MessageId id);
    template <typename T> void report(Call<T>* call);
    Desk& m_desk;
    Prompt& m_prompt;
    QWidget* m_window;
};

} // namespace Textdesk
