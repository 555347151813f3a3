// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A person's deletes: gone from sight at once, undone for a few seconds, then gone for good and, if
// asked for, at the provider, too.
#pragma once

#include "app/accounts/accountlist.h"
#include "app/domain/message.h"
#include "app/storage/database.h"
#include "app/storage/removaltable.h"

#include <optional>

namespace Textdesk {

enum class DeleteWhere { Here, HereAndAtProvider };

class Deletions final : public QObject {
    Q_OBJECT
public:
    Deletions(Database& database, AccountList& accounts, Clock& clock, QObject* parent = nullptr);

    // Goes on with what was not finished when the program ended. After the accounts were loaded.
    void start();
    // Whether that account's provider can delete what it stores.
    [[nodiscard]] bool canDeleteAtProvider(AccountId account) const;

    // Undoable for undoMs, unless something else is deleted before. Errors: NotFound; Rejected
    // "still-queued" for a text that may yet be sent: then nothing is deleted.
    [[nodiscard]] Call<Done>* removeMessages(
        const std::vector<MessageId>& ids, DeleteWhere where, qint64 undoMs);
    [[nodiscard]] Call<Done>* removeConversation(
        ConversationId id, DeleteWhere where, qint64 undoMs);
    // All of the last delete is there again. Rejected "too-late".
    [[nodiscard]] Call<Done>* undo();

signals:
    // The last delete cannot be undone any more, or was.
    void undoEnded();

private:
    struct Last final {
        std::vector<Message> messages; // of a conversation none: those stay stored until it goes
        ConversationId conversation;
    };
    void deleted(Last last, qint64 undoMs);
    void forgetLast();
    void plan();
    void work();
    void askNext();
    void answered(const ProviderRemoval& removal, const Result<Done>& answer);
    Database& m_database;
    AccountList& m_accounts;
    Clock& m_clock;
    std::optional<Last> m_last;
    std::unique_ptr<QObject> m_undoTimer;
    std::unique_ptr<QObject> m_timer;
    bool m_started{false};
    bool m_working{false};
    bool m_asking{false};
};

} // namespace Textdesk
