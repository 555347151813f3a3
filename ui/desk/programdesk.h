// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The desk over the real services: what the window asks for, in terms of outbox, inbox and
// accounts.
#pragma once

#include "app/messaging/historysync.h"
#include "app/messaging/inbox.h"
#include "app/messaging/outbox.h"
#include "app/models/conversationmodel.h"
#include "app/models/foundconversations.h"
#include "app/models/messagemodel.h"
#include "app/people/contactlist.h"
#include "ui/desk/practicehost.h"
#include "ui/desk/programinbox.h"
#include "ui/shell/desk.h"

#include <QIdentityProxyModel>
#include <QPointer>

#include <functional>

namespace Textdesk {

struct DeskServices final {
    AccountList& accounts;
    Inbox& inbox;
    Outbox& outbox;
    HistorySync& sync;
    ContactList& people;
    Triage& triage;
    Deletions& deletions;
    PracticeHost& practice;
    ConversationModel& conversations;
    FoundConversations& found;
    std::function<MessageModel*(QObject* parent)> makeThread;
    std::function<qint64()> undoMs; // how long a text waits here before it goes out
    bool hasStoredAccounts{false}; // which load() will bring
    std::function<QString()>
        region; // where a number without a country code is from, ISO 3166-1 alpha-2
    std::function<QDateTime()> now; // local
    std::function<bool(AccountId)> isKeyDue{}; // whether its token should be replaced
    std::function<std::vector<MessageId>(ConversationId)> waitingIn{}; // texts not gone out yet
};

class ProgramDesk final : public Desk {
    Q_OBJECT
public:
    explicit ProgramDesk(const DeskServices& services, QObject* parent = nullptr);

    [[nodiscard]] QAbstractItemModel* conversations() override;
    void narrow(const QString& filter, const QString& search) override;
    [[nodiscard]] bool isSearching() const override { return m_services.found.isSearching(); }
    [[nodiscard]] InboxCounts counts() const override;

    [[nodiscard]] QAbstractItemModel* open(ConversationId id, MessageId around) override;
    [[nodiscard]] ConversationCard card(ConversationId id) const override;
    void loadOlder(ConversationId id) override;
    void loadNewer(ConversationId id) override;
    [[nodiscard]] Call<Done>* fetchMissing(ConversationId id) override;

    [[nodiscard]] Call<MessageId>* send(ConversationId id, const QString& text) override;
    [[nodiscard]] Call<ConversationId>* startConversation(
        const QString& number, AccountId account, const QString& text) override;
    void saveDraft(ConversationId id, const QString& text) override;
    [[nodiscard]] Call<Done>* setRead(ConversationId id, bool read) override;
    [[nodiscard]] Call<Done>* undo(MessageId id) override;
    [[nodiscard]] std::vector<MessageId> waitingIn(ConversationId id) const override
    {
        return m_services.waitingIn ? m_services.waitingIn(id) : std::vector<MessageId>{};
    }
    [[nodiscard]] Call<MessageId>* sendAgain(MessageId id) override;
    [[nodiscard]] Call<Done>* settle(MessageId id, bool wasSent) override;

    [[nodiscard]] std::vector<DeskAccount> accounts() const override;
    [[nodiscard]] bool hasAccounts() const override;
    [[nodiscard]] Call<AccountId>* tryPractice() override;
    [[nodiscard]] std::vector<PracticeTip> practiceNumbers() const override;
    void topUpPractice() override;

    [[nodiscard]] InboxDesk& inbox() override { return m_inbox; }
    void actOnNotice(const QString& key) override;
    // Nothing can be sent, whatever the account: "disk-full", "cannot-write", "store-damaged"; or
    // it can again.
    void setStoreTrouble(const QString& word);

private:
    [[nodiscard]] DeskAccount deskAccount(const Account& account) const;
    void refreshNotices();
    void noteSync(AccountId account, bool ok);
    [[nodiscard]] QString gapOf(const Account& account) const;
    [[nodiscard]] QString unreadableOf(const Account& account) const;
    [[nodiscard]] QString holdOf(const Account& account) const;
    [[nodiscard]] QString stopOf(const Account& account) const;
    void returnWords(ConversationId conversation, const QString& text, Call<Done>* call);

    DeskServices m_services;
    ProgramInbox m_inbox;
    QIdentityProxyModel m_list; // stands on the whole list or on what was found
    QPointer<MessageModel> m_thread;
    QHash<AccountId, int> m_syncProblems; // ErrorKind of the last round; -1 for a good one
    QString m_storeTrouble;
    QHash<QString, QString> m_notices; // key to the reason that was told
};

} // namespace Textdesk
