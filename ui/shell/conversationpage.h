// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The detail of the inbox: an open conversation, a new one, or nothing yet.
#pragma once

#include "app/base/clock.h"
#include "ui/shell/conversationtools.h"
#include "ui/shell/desk.h"
#include "ui/widgets/surface.h"

class QStackedWidget;

namespace Textdesk {

class ComposeBar;
class EmptyState;
class GapStrip;
class MessageActs;
class NewConversation;
class Prompt;
class ThreadHeader;
class ThreadView;

class ConversationPage final : public Surface {
    Q_OBJECT
public:
    ConversationPage(
        const Theme& theme, Clock& clock, Desk& desk, Prompt& prompt, QWidget* parent = nullptr);

    // found is a message to show instead of the newest.
    void open(ConversationId id, MessageId found = {});
    // number may be empty; account invalid for the person's usual one.
    void startNew(const QString& number = {}, AccountId account = {});
    [[nodiscard]] ConversationId conversation() const { return m_conversation; }
    [[nodiscard]] bool isNew() const { return m_isNew; }
    // The thread was opened around a message that a search found.
    [[nodiscard]] bool isAtFound() const { return m_isAtFound; }
    [[nodiscard]] ThreadHeader& header() const { return *m_header; }
    [[nodiscard]] ThreadView& thread() const { return *m_thread; }
    [[nodiscard]] ComposeBar& compose() const { return *m_compose; }
    void focusText();
    // Its words are kept.
    void leaveNew();
    void showTool(ConversationTools::Tool tool);
    // A new conversation that begins with that text.
    void forward(const QString& text);

signals:
    // A first text was stored: its conversation should become the selected one.
    void started(Textdesk::ConversationId id);
    void newCancelled();
    // A new conversation is begun here, or no longer.
    void newChanged(bool isNew);
    void failed(const Textdesk::Error& error);
    void doneRequested(Textdesk::ConversationId id);
    void menuRequested(Textdesk::ConversationId id, const QPoint& globalPosition);
    void deleteRequested(Textdesk::ConversationId id,
        const std::vector<Textdesk::MessageId>& messages, bool atProvider);
    void snoozed(Textdesk::ConversationId id, qint64 untilMs);
    // The person did something in the open conversation.
    void attended();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void wire();
    void wireCompose();
    void wireThread();
    void fetchMissing();
    void returnWords(ConversationId id);
    void showProblem(const Error& error);
    void showCard();
    void showSenders();
    void showNothing();
    void cancelNew();
    void keepNewText();
    void startEmpty();
    void sayNew(bool wasBegunEarlier);
    void askTwice(const QString& text);
    void sendText(const QString& text);
    void sendFirst(const QString& text);
    void stored();
    Desk& m_desk;
    Clock& m_clock;
    ConversationId m_conversation;
    bool m_isNew{false};
    bool m_isAtFound{false}; // the thread may not hold its newest messages
    QString m_asked; // the text about which the person was asked and said yes
    QString m_newDraft; // kept while the person looks something up in another conversation
    ThreadHeader* m_header;
    NewConversation* m_new;
    ConversationTools* m_tools;
    QStackedWidget* m_middle;
    ThreadView* m_thread;
    EmptyState* m_empty;
    GapStrip* m_gap;
    ComposeBar* m_compose;
    MessageActs* m_acts;
};

} // namespace Textdesk
