// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person can do to a conversation: who it is with, where it stands, when it comes back, and
// that it goes; and what is known of a text before it is sent.
#pragma once

#include "app/base/call.h"
#include "app/domain/label.h"
#include "app/people/exportsheet.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace Textdesk {

struct DeskPerson final {
    ContactId id;
    QString name;
};

// A text to a number that has no conversation yet.
struct NewText final {
    QString to; // as it was typed
    AccountId account;
    QString text;
};

class InboxDesk : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    // Together with the filter of Desk::narrow(); invalid ids take nothing away.
    virtual void narrowTo(LabelId label, AccountId line) = 0;

    // Those saved on the number of that conversation.
    [[nodiscard]] virtual std::vector<DeskPerson> peopleOf(ConversationId id) const = 0;
    // Errors Rejected: "empty-name", "name-too-long", "name-taken".
    [[nodiscard]] virtual Call<Done>* savePerson(ConversationId id, const QString& name) = 0;
    [[nodiscard]] virtual Call<Done>* renamePerson(ContactId id, const QString& name) = 0;
    [[nodiscard]] virtual Call<Done>* removePerson(ContactId id) = 0;

    // By name.
    [[nodiscard]] virtual QList<Label> labels() const = 0;
    // Errors as savePerson().
    [[nodiscard]] virtual Call<LabelId>* addLabel(const QString& name, int colour) = 0;
    [[nodiscard]] virtual Call<Done>* changeLabel(const Label& label) = 0;
    [[nodiscard]] virtual Call<Done>* removeLabel(LabelId id) = 0;
    [[nodiscard]] virtual Call<Done>* hang(ConversationId id, LabelId label, bool on) = 0;

    // Milliseconds since 1970 UTC; 0 brings it back. Error Rejected "time-passed".
    [[nodiscard]] virtual Call<Done>* snooze(ConversationId id, qint64 untilMs) = 0;
    [[nodiscard]] virtual Call<Done>* setDone(ConversationId id, bool done) = 0;

    // Whether that very text went to the same number less than a minute ago.
    [[nodiscard]] virtual bool wasJustWritten(ConversationId id, const QString& text) const = 0;
    [[nodiscard]] virtual bool wasJustWritten(const NewText& text) const = 0;
    // What was being written when the program ended.
    [[nodiscard]] virtual NewText newText() const = 0;
    virtual void saveNewText(const NewText& text) = 0;

    [[nodiscard]] virtual bool canDeleteAtProvider(ConversationId id) const = 0;
    // Undoable until undoEnded(). Error Rejected "still-queued".
    [[nodiscard]] virtual Call<Done>* deleteMessages(
        ConversationId id, const std::vector<MessageId>& ids, bool atProvider) = 0;
    [[nodiscard]] virtual Call<Done>* deleteConversation(ConversationId id, bool atProvider) = 0;
    [[nodiscard]] virtual Call<Done>* undoDelete() = 0;

    using ExportProgress = std::function<void(qint64 done, qint64 total)>;
    // How many messages are in the file. Progress is told on this thread, until the call settles.
    // Errors: those of ExportSheet, and NotFound "no-conversation".
    [[nodiscard]] virtual Call<qint64>* exportTo(
        ConversationId id, std::unique_ptr<ExportSheet> sheet, ExportProgress progress) = 0;

signals:
    void labelsChanged();
    void undoEnded();
};

} // namespace Textdesk
