// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The one way in, and a person's acts on what came: read marks, deletes, drafts, opt-outs.
#pragma once

#include "app/accounts/accountlist.h"
#include "app/messaging/inboundapply.h"
#include "app/storage/conversationtable.h"
#include "app/storage/newdraft.h"

#include <QObject>

#include <optional>

namespace Textdesk {

class Inbox final : public QObject {
    Q_OBJECT
public:
    Inbox(Database& database, AccountList& accounts, Clock& clock, QObject* parent = nullptr);

    // What polling found; the webhook gate applies its own in its own transaction by the same rule.
    [[nodiscard]] Call<Applied>* apply(
        AccountId account, std::vector<InboundEvent> events, WritePriority priority);

    // Here at once; settles when the provider, where it can be told, took it or would not: a
    // program that ends with the call shall not end before. What the provider says is logged, no
    // error.
    [[nodiscard]] Call<Done>* setConversationRead(ConversationId id);
    // The newest incoming text becomes unread again.
    [[nodiscard]] Call<Done>* setConversationUnread(ConversationId id);
    [[nodiscard]] Call<Done>* setRead(MessageId id, bool read);
    // Here, and at the provider first if atProvider. Rejected "still-queued" for a text that may
    // yet be sent. It does not come back by sync, and its words leave the disk.
    [[nodiscard]] Call<Done>* remove(MessageId id, bool atProvider);

    [[nodiscard]] Call<Done>* setDraft(ConversationId id, const QString& draft);
    // What is being written to a new number; one for the whole profile.
    [[nodiscard]] Call<Done>* setNewDraft(const NewDraft& draft);
    [[nodiscard]] NewDraft newDraft() const;
    // Whether that very text went to that number (any spelling) from that account a moment ago.
    [[nodiscard]] bool wasJustWritten(
        AccountId account, const QString& number, const QString& text) const;
    // The conversation with that number, made if there is none. Errors of Address::parse.
    [[nodiscard]] Call<ConversationId>* openConversation(AccountId account, const QString& number);

    // As it stands now; nothing for an id that does not exist.
    [[nodiscard]] std::optional<ConversationRow> conversation(ConversationId id) const;
    // Invalid for a message that does not exist.
    [[nodiscard]] ConversationId conversationOf(MessageId id) const;

    // A person's own entry in the opt-out list; number in any spelling. Done also if nothing
    // changed.
    [[nodiscard]] Call<Done>* setOptedOut(
        const QString& number, const QString& region, bool optedOut);

private:
    [[nodiscard]] Call<Done>* deleteHere(MessageId id);
    // Settles the call after the last answer.
    void tellProvider(
        AccountId account, const QStringList& providerIds, bool read, Call<Done>* call);
    template <typename T, typename F> [[nodiscard]] Call<T>* personWrite(F fn);

    Database& m_database;
    AccountList& m_accounts;
    Clock& m_clock;
};

} // namespace Textdesk
