// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/programinbox.h"

#include "app/people/conversationexport.h"

namespace Textdesk {

namespace {

DeleteWhere where(bool atProvider)
{
    return atProvider ? DeleteWhere::HereAndAtProvider : DeleteWhere::Here;
}

// A delete is regretted later than a slip of Send, and harms nobody meanwhile.
qint64 undoDeleteMs(qint64 undoTextMs)
{
    constexpr qint64 usual{15'000};
    return undoTextMs > 0 ? 3 * undoTextMs : usual;
}

} // namespace

ProgramInbox::ProgramInbox(const InboxServices& services, QObject* parent)
    : InboxDesk{parent}
    , m_services{services}
{
    connect(&services.triage, &Triage::labelsChanged, this, &InboxDesk::labelsChanged);
    connect(&services.deletions, &Deletions::undoEnded, this, &InboxDesk::undoEnded);
}

void ProgramInbox::narrowTo(LabelId label, AccountId line)
{
    m_services.conversations.setQuery({m_services.conversations.filter(), label, line});
}

void ProgramInbox::filter(ConversationFilter filter)
{
    const ConversationQuery& now{m_services.conversations.query()};
    m_services.conversations.setQuery({filter, now.label, now.account});
}

std::vector<DeskPerson> ProgramInbox::peopleOf(ConversationId id) const
{
    std::vector<DeskPerson> people;
    if (const auto row = m_services.inbox.conversation(id)) {
        for (const ContactRow& contact : m_services.people.at(row->peer)) {
            people.push_back({contact.id, contact.name});
        }
    }
    return people;
}

Call<Done>* ProgramInbox::savePerson(ConversationId id, const QString& name)
{
    const auto row = m_services.inbox.conversation(id);
    if (!row) {
        return settledCall<Done>(
            this, fail(ErrorKind::NotFound, QStringLiteral("no-conversation")));
    }
    auto* call = new Call<Done>{this};
    m_services.people.save(name, row->peer)->then(this, [call](const Result<ContactId>& saved) {
        call->settle(saved ? Result<Done>{Done{}} : Result<Done>{fail(saved.error())});
    });
    return call;
}

Call<Done>* ProgramInbox::renamePerson(ContactId id, const QString& name)
{
    return m_services.people.rename(id, name);
}

Call<Done>* ProgramInbox::removePerson(ContactId id)
{
    return m_services.people.remove(id);
}

QList<Label> ProgramInbox::labels() const
{
    return m_services.triage.labels();
}

QList<Label> ProgramInbox::labelsOf(const QList<LabelId>& ids) const
{
    QList<Label> found;
    for (const Label& label : labels()) {
        if (ids.contains(label.id)) {
            found.append(label);
        }
    }
    return found;
}

Call<LabelId>* ProgramInbox::addLabel(const QString& name, int colour)
{
    return m_services.triage.addLabel(name, colour);
}

Call<Done>* ProgramInbox::changeLabel(const Label& label)
{
    return m_services.triage.changeLabel(label);
}

Call<Done>* ProgramInbox::removeLabel(LabelId id)
{
    return m_services.triage.removeLabel(id);
}

Call<Done>* ProgramInbox::hang(ConversationId id, LabelId label, bool on)
{
    return m_services.triage.hang(id, label, on);
}

Call<Done>* ProgramInbox::snooze(ConversationId id, qint64 untilMs)
{
    return m_services.triage.snooze(id, untilMs);
}

Call<Done>* ProgramInbox::setDone(ConversationId id, bool done)
{
    return m_services.triage.setDone(id, done);
}

bool ProgramInbox::wasJustWritten(ConversationId id, const QString& text) const
{
    const auto row = m_services.inbox.conversation(id);
    return row && m_services.inbox.wasJustWritten(row->account, row->peer, text);
}

bool ProgramInbox::wasJustWritten(const NewText& text) const
{
    return m_services.inbox.wasJustWritten(text.account, text.to, text.text);
}

NewText ProgramInbox::newText() const
{
    const NewDraft draft{m_services.inbox.newDraft()};
    return {draft.to, draft.account, draft.text};
}

void ProgramInbox::saveNewText(const NewText& text)
{
    (void)m_services.inbox.setNewDraft({text.to, text.account, text.text});
}

bool ProgramInbox::canDeleteAtProvider(ConversationId id) const
{
    const auto row = m_services.inbox.conversation(id);
    return row && m_services.deletions.canDeleteAtProvider(row->account);
}

Call<Done>* ProgramInbox::deleteMessages(
    ConversationId, const std::vector<MessageId>& ids, bool atProvider)
{
    return m_services.deletions.removeMessages(
        ids, where(atProvider), undoDeleteMs(m_services.undoMs()));
}

Call<Done>* ProgramInbox::deleteConversation(ConversationId id, bool atProvider)
{
    return m_services.deletions.removeConversation(
        id, where(atProvider), undoDeleteMs(m_services.undoMs()));
}

Call<Done>* ProgramInbox::undoDelete()
{
    return m_services.deletions.undo();
}

Call<qint64>* ProgramInbox::exportTo(
    ConversationId id, std::unique_ptr<ExportSheet> sheet, ExportProgress progress)
{
    const auto row = m_services.inbox.conversation(id);
    if (!row) {
        return settledCall<qint64>(
            this, fail(ErrorKind::NotFound, QStringLiteral("no-conversation")));
    }
    ConversationExport* running{
        m_services.people.exportConversation(id, row->peer, std::move(sheet))};
    connect(running, &ConversationExport::progressed, this, std::move(progress));
    return running->start();
}

} // namespace Textdesk
