// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done to a conversation, over the real services.
#pragma once

#include "app/messaging/deletions.h"
#include "app/messaging/inbox.h"
#include "app/messaging/triage.h"
#include "app/models/conversationmodel.h"
#include "app/people/contactlist.h"
#include "ui/inbox/inboxdesk.h"

#include <functional>

namespace Textdesk {

struct InboxServices final {
    Inbox& inbox;
    ContactList& people;
    Triage& triage;
    Deletions& deletions;
    ConversationModel& conversations;
    std::function<qint64()> undoMs; // how long a text can be taken back
};

class ProgramInbox final : public InboxDesk {
    Q_OBJECT
public:
    explicit ProgramInbox(const InboxServices& services, QObject* parent = nullptr);

    void narrowTo(LabelId label, AccountId line) override;
    void filter(ConversationFilter filter);

    [[nodiscard]] std::vector<DeskPerson> peopleOf(ConversationId id) const override;
    [[nodiscard]] Call<Done>* savePerson(ConversationId id, const QString& name) override;
    [[nodiscard]] Call<Done>* renamePerson(ContactId id, const QString& name) override;
    [[nodiscard]] Call<Done>* removePerson(ContactId id) override;

    [[nodiscard]] QList<Label> labels() const override;
    [[nodiscard]] QList<Label> labelsOf(const QList<LabelId>& ids) const;
    [[nodiscard]] Call<LabelId>* addLabel(const QString& name, int colour) override;
    [[nodiscard]] Call<Done>* changeLabel(const Label& label) override;
    [[nodiscard]] Call<Done>* removeLabel(LabelId id) override;
    [[nodiscard]] Call<Done>* hang(ConversationId id, LabelId label, bool on) override;

    [[nodiscard]] Call<Done>* snooze(ConversationId id, qint64 untilMs) override;
    [[nodiscard]] Call<Done>* setDone(ConversationId id, bool done) override;

    [[nodiscard]] bool wasJustWritten(ConversationId id, const QString& text) const override;
    [[nodiscard]] bool wasJustWritten(const NewText& text) const override;
    [[nodiscard]] NewText newText() const override;
    void saveNewText(const NewText& text) override;

    [[nodiscard]] bool canDeleteAtProvider(ConversationId id) const override;
    [[nodiscard]] Call<Done>* deleteMessages(
        ConversationId id, const std::vector<MessageId>& ids, bool atProvider) override;
    [[nodiscard]] Call<Done>* deleteConversation(ConversationId id, bool atProvider) override;
    [[nodiscard]] Call<Done>* undoDelete() override;
    [[nodiscard]] Call<qint64>* exportTo(
        ConversationId id, std::unique_ptr<ExportSheet> sheet, ExportProgress progress) override;

private:
    InboxServices m_services;
};

} // namespace Textdesk
