// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the first window can ask of the program behind it; the window knows nothing else.
#pragma once

#include "app/base/call.h"
#include "ui/shell/deskvalues.h"
#include "ui/widgets/bannerarea.h"

#include <QObject>

class QAbstractItemModel;

namespace Textdesk {

class InboxDesk;

class Desk : public QObject {
    Q_OBJECT
public:
    explicit Desk(QObject* parent = nullptr);

    // The conversation list in ConversationRole, newest first; one model for the desk's whole life.
    [[nodiscard]] virtual QAbstractItemModel* conversations() = 0;
    // "all", "unread", "waiting", "failed" or "snoozed"; search is empty or what the person typed.
    virtual void narrow(const QString& filter, const QString& search) = 0;
    // The list does not show yet what the last search is about to find.
    [[nodiscard]] virtual bool isSearching() const { return false; }
    [[nodiscard]] virtual InboxCounts counts() const = 0;

    // The thread in ThreadRole, standing at its newest message or around one of its messages; lives
    // until the next open().
    [[nodiscard]] virtual QAbstractItemModel* open(ConversationId id, MessageId around) = 0;
    [[nodiscard]] virtual ConversationCard card(ConversationId id) const = 0;
    virtual void loadOlder(ConversationId id) = 0;
    virtual void loadNewer(ConversationId id) = 0;

    // Asks the provider of that conversation for what may be missing.
    [[nodiscard]] virtual Call<Done>* fetchMissing(ConversationId id) = 0;

    // Settles once the text is stored here (not when it is sent); an Error keeps it in the box.
    [[nodiscard]] virtual Call<MessageId>* send(ConversationId id, const QString& text) = 0;
    // Stores the first text to a number; describeDraft() words what is wrong with either.
    [[nodiscard]] virtual Call<ConversationId>* startConversation(
        const QString& number, AccountId account, const QString& text) = 0;
    virtual void saveDraft(ConversationId id, const QString& text) = 0;
    [[nodiscard]] virtual Call<Done>* setRead(ConversationId id, bool read) = 0;
    // Takes a text back that was not sent yet; its words become the draft of the conversation.
    [[nodiscard]] virtual Call<Done>* undo(MessageId id) = 0;
    // Texts of the conversation that wait here and can be taken back.
    [[nodiscard]] virtual std::vector<MessageId> waitingIn(ConversationId) const { return {}; }
    // A failed text, as a new message.
    [[nodiscard]] virtual Call<MessageId>* sendAgain(MessageId id) = 0;
    // The person says what became of a message in state Unknown, or releases an overdue one.
    [[nodiscard]] virtual Call<Done>* settle(MessageId id, bool wasSent) = 0;

    [[nodiscard]] virtual std::vector<DeskAccount> accounts() const = 0;
    // Also true while the stored ones are still being read.
    [[nodiscard]] virtual bool hasAccounts() const { return !accounts().empty(); }
    [[nodiscard]] virtual Call<AccountId>* tryPractice() = 0;
    // Empty without a practice account.
    [[nodiscard]] virtual std::vector<PracticeTip> practiceNumbers() const = 0;

    // Credits of the practice account; what waits there for want of them goes out.
    virtual void topUpPractice() = 0;

    // What else can be done to conversations.
    [[nodiscard]] virtual InboxDesk& inbox() = 0;

    // What the button of the notice with this key does.
    virtual void actOnNotice(const QString& key) = 0;

signals:
    void accountsChanged();
    void countsChanged();
    void searchingChanged();
    // Title, subtitle or blocked reason changed (not the draft).
    void cardChanged(Textdesk::ConversationId id);
    // The person wants to put another token in the place of the one that was refused.
    void credentialWanted(Textdesk::AccountId account);
    void noticeRaised(const Textdesk::Notice& notice);
    void noticeCleared(const QString& key);
};

} // namespace Textdesk
