// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the fake desk behind menus and panels: keeps names and labels in memory, and writes
// down what it was asked.
#pragma once

#include "ui/inbox/inboxdesk.h"

#include <QHash>
#include <QPointer>
#include <QStringList>

#include <optional>

namespace Textdesk::Testing {

class FakeInbox final : public InboxDesk {
    Q_OBJECT
public:
    explicit FakeInbox(QStringList& log, QObject* parent = nullptr);

    // The next verb that can fail, fails with this.
    void failNext(Error error) { m_failure = std::move(error); }
    void setDeletesAtProvider(bool can) { m_canDeleteAtProvider = can; }
    [[nodiscard]] QList<Label> hanging(ConversationId id) const;
    [[nodiscard]] QStringList namesOf(ConversationId id) const;

    void narrowTo(LabelId label, AccountId line) override;
    [[nodiscard]] std::vector<DeskPerson> peopleOf(ConversationId id) const override;
    [[nodiscard]] Call<Done>* savePerson(ConversationId id, const QString& name) override;
    [[nodiscard]] Call<Done>* renamePerson(ContactId id, const QString& name) override;
    [[nodiscard]] Call<Done>* removePerson(ContactId id) override;
    [[nodiscard]] QList<Label> labels() const override { return m_labels; }
    [[nodiscard]] Call<LabelId>* addLabel(const QString& name, int colour) override;
    [[nodiscard]] Call<Done>* changeLabel(const Label& label) override;
    [[nodiscard]] Call<Done>* removeLabel(LabelId id) override;
    [[nodiscard]] Call<Done>* hang(ConversationId id, LabelId label, bool on) override;
    [[nodiscard]] Call<Done>* snooze(ConversationId id, qint64 untilMs) override;
    [[nodiscard]] Call<Done>* setDone(ConversationId id, bool done) override;
    void setJustWritten(bool written) { m_justWritten = written; }
    [[nodiscard]] bool wasJustWritten(ConversationId, const QString&) const override
    {
        return m_justWritten;
    }
    [[nodiscard]] bool wasJustWritten(const NewText&) const override { return m_justWritten; }
    [[nodiscard]] NewText newText() const override { return m_newText; }
    void saveNewText(const NewText& text) override { m_newText = text; }
    [[nodiscard]] bool canDeleteAtProvider(ConversationId) const override
    {
        return m_canDeleteAtProvider;
    }
    [[nodiscard]] Call<Done>* deleteMessages(
        ConversationId id, const std::vector<MessageId>& ids, bool atProvider) override;
    [[nodiscard]] Call<Done>* deleteConversation(ConversationId id, bool atProvider) override;
    [[nodiscard]] Call<Done>* undoDelete() override;
    // Says 1 of 2 and waits, until finishExport() or the person cancels.
    [[nodiscard]] Call<qint64>* exportTo(
        ConversationId id, std::unique_ptr<ExportSheet> sheet, ExportProgress progress) override;
    void finishExport(Result<qint64> result);

private:
    template <typename T> Call<T>* answer(T value);
    QStringList& m_log;
    std::optional<Error> m_failure;
    QPointer<Call<qint64>> m_export;
    bool m_canDeleteAtProvider{false};
    bool m_justWritten{false};
    NewText m_newText;
    qint64 m_nextId{1};
    QHash<qint64, std::vector<DeskPerson>> m_people; // by conversation
    QList<Label> m_labels;
    QHash<qint64, QList<LabelId>> m_hanging;
};

} // namespace Textdesk::Testing
