// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Does what a person chose from the menu of a conversation, and offers to take a delete back.
#pragma once

#include "app/base/clock.h"
#include "ui/shell/conversationtools.h"

class QMenu;

namespace Textdesk {

class InboxActs final : public QObject {
    Q_OBJECT
public:
    // The notices stand in the area; menus over the window.
    InboxActs(Desk& desk, Clock& clock, BannerArea& notices, QWidget* window);

    // Pops up there.
    void showMenu(ConversationId id, const QPoint& globalPosition);
    void setDone(ConversationId id, bool done);
    void snooze(ConversationId id, qint64 untilMs);
    // It is out of the list now, and comes back then.
    void saySnoozed(ConversationId id, qint64 untilMs);
    // What waits there to be sent is taken back first; its words stay as a draft for an undo.
    void deleteConversation(ConversationId id, bool atProvider);
    void deleteMessages(ConversationId id, const std::vector<MessageId>& ids, bool atProvider);
    [[nodiscard]] bool canUndo() const;
    void undo();

signals:
    void failed(const Textdesk::Error& error);
    void readWanted(Textdesk::ConversationId id, bool read);
    void toolWanted(Textdesk::ConversationId id, Textdesk::ConversationTools::Tool tool);
    void exportWanted(Textdesk::ConversationId id);
    // It is out of the list now.
    void gone(Textdesk::ConversationId id);

private:
    void report(Call<Done>* call);
    void sayForAWhile(const Notice& notice);
    void hideConversation(ConversationId id, bool atProvider);
    void offerUndo(const QString& what, bool atProvider);
    void say(const Error& error);
    Desk& m_desk;
    Clock& m_clock;
    BannerArea& m_notices;
    QWidget* m_window;
    ConversationId m_snoozed; // what the notice about a snooze speaks of
    std::unique_ptr<QObject> m_while; // how long a notice stays
};

} // namespace Textdesk
