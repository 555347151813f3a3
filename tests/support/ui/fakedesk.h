// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A desk without a program behind it: shows the drawing's data and writes down what it was asked.
#pragma once

#include "tests/support/ui/fakeinbox.h"
#include "ui/shell/desk.h"

#include <QStandardItemModel>

#include <optional>

namespace Textdesk::Testing {

class FakeDesk final : public Desk {
    Q_OBJECT
public:
    // filled: the drawing's conversations and two accounts; else as on a first start.
    explicit FakeDesk(bool filled, QObject* parent = nullptr);

    // Every verb, as "send 1 Hello"; secrets are never written down.
    [[nodiscard]] QStringList& log() { return m_log; }
    // The next verb that can fail, fails with this.
    void failNext(Error error) { m_failure = std::move(error); }
    void setUnread(ConversationId id, int unread);
    void addAccount(const DeskAccount& row);
    void block(const QString& reason);
    // Texts that wait in every conversation, until they are taken back.
    void setWaiting(std::vector<MessageId> waiting) { m_waiting = std::move(waiting); }
    [[nodiscard]] std::vector<MessageId> waitingIn(ConversationId) const override
    {
        return m_waiting;
    }
    void setCounts(const InboxCounts& counts);
    [[nodiscard]] QStandardItemModel& list() { return m_conversations; }
    [[nodiscard]] QStandardItemModel& thread() { return m_thread; }

    [[nodiscard]] QAbstractItemModel* conversations() override { return &m_conversations; }
    void narrow(const QString& filter, const QString& search) override;
    [[nodiscard]] InboxCounts counts() const override { return m_counts; }
    [[nodiscard]] QAbstractItemModel* open(ConversationId id, MessageId around) override;
    [[nodiscard]] ConversationCard card(ConversationId id) const override;
    void loadOlder(ConversationId id) override;
    void loadNewer(ConversationId id) override;
    [[nodiscard]] Call<Done>* fetchMissing(ConversationId id) override;
    // What may be missing in the first conversation.
    void setGap(const QString& sentence);
    void setLine(const QString& line, int colour);
    [[nodiscard]] Call<MessageId>* send(ConversationId id, const QString& text) override;
    [[nodiscard]] Call<ConversationId>* startConversation(
        const QString& number, AccountId account, const QString& text) override;
    void saveDraft(ConversationId id, const QString& text) override;
    [[nodiscard]] Call<Done>* setRead(ConversationId id, bool read) override;
    [[nodiscard]] Call<Done>* undo(MessageId id) override;
    [[nodiscard]] Call<MessageId>* sendAgain(MessageId id) override;
    [[nodiscard]] Call<Done>* settle(MessageId id, bool wasSent) override;
    [[nodiscard]] std::vector<DeskAccount> accounts() const override { return m_accounts; }
    [[nodiscard]] Call<AccountId>* tryPractice() override;
    [[nodiscard]] std::vector<PracticeTip> practiceNumbers() const override;
    void topUpPractice() override { m_log.append(QStringLiteral("top up")); }
    [[nodiscard]] FakeInbox& inbox() override { return m_inbox; }
    void actOnNotice(const QString& key) override;

private:
    template <typename T> Call<T>* answer(T value);
    QStringList m_log;
    std::optional<Error> m_failure;
    std::vector<DeskAccount> m_accounts;
    InboxCounts m_counts;
    QString m_blocked;
    std::vector<MessageId> m_waiting;
    QString m_gap;
    QString m_line;
    int m_lineColour{-1};
    QHash<qint64, QString> m_drafts;
    FakeInbox m_inbox{m_log};
    QStandardItemModel m_conversations;
    QStandardItemModel m_thread;
};

} // namespace Textdesk::Testing
