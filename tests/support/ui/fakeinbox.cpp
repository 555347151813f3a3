// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui/fakeinbox.h"

namespace Textdesk::Testing {

FakeInbox::FakeInbox(QStringList& log, QObject* parent)
    : InboxDesk{parent}
    , m_log{log}
{ }

template <typename T> Call<T>* FakeInbox::answer(T value)
{
    if (m_failure) {
        const Error error{*m_failure};
        m_failure.reset();
        return settledCall<T>(this, fail(error));
    }
    return settledCall<T>(this, std::move(value));
}

QList<Label> FakeInbox::hanging(ConversationId id) const
{
    QList<Label> found;
    for (const Label& label : m_labels) {
        if (m_hanging.value(id.value()).contains(label.id)) {
            found.append(label);
        }
    }
    return found;
}

QStringList FakeInbox::namesOf(ConversationId id) const
{
    QStringList names;
    for (const DeskPerson& person : peopleOf(id)) {
        names.append(person.name);
    }
    return names;
}

void FakeInbox::narrowTo(LabelId label, AccountId line)
{
    m_log << QStringLiteral("narrow to label %1 line %2").arg(label.value()).arg(line.value());
}

std::vector<DeskPerson> FakeInbox::peopleOf(ConversationId id) const
{
    return m_people.value(id.value());
}

Call<Done>* FakeInbox::savePerson(ConversationId id, const QString& name)
{
    m_log << QStringLiteral("person %1 %2").arg(id.toString(), name);
    if (!m_failure) {
        m_people[id.value()].push_back({ContactId{m_nextId++}, name});
    }
    return answer(Done{});
}

Call<Done>* FakeInbox::renamePerson(ContactId id, const QString& name)
{
    m_log << QStringLiteral("rename person %1 %2").arg(id.toString(), name);
    return answer(Done{});
}

Call<Done>* FakeInbox::removePerson(ContactId id)
{
    m_log << QStringLiteral("remove person %1").arg(id.toString());
    for (std::vector<DeskPerson>& people : m_people) {
        std::erase_if(people, [id](const DeskPerson& person) { return person.id == id; });
    }
    return answer(Done{});
}

Call<LabelId>* FakeInbox::addLabel(const QString& name, int colour)
{
    m_log << QStringLiteral("label %1 %2").arg(name).arg(colour);
    if (!m_failure) {
        m_labels.append({LabelId{m_nextId++}, name, colour});
    }
    return answer(m_labels.isEmpty() ? LabelId{} : m_labels.last().id);
}

Call<Done>* FakeInbox::changeLabel(const Label& label)
{
    m_log << QStringLiteral("change label %1 %2 %3")
                 .arg(label.id.toString(), label.name)
                 .arg(label.colour);
    for (Label& known : m_labels) {
        known = known.id == label.id ? label : known;
    }
    return answer(Done{});
}

Call<Done>* FakeInbox::removeLabel(LabelId id)
{
    m_log << QStringLiteral("remove label %1").arg(id.toString());
    m_labels.removeIf([id](const Label& label) { return label.id == id; });
    return answer(Done{});
}

Call<Done>* FakeInbox::hang(ConversationId id, LabelId label, bool on)
{
    m_log << QStringLiteral("hang %1 on %2: %3").arg(label.toString(), id.toString()).arg(on);
    m_hanging[id.value()].removeAll(label);
    if (on) {
        m_hanging[id.value()].append(label);
    }
    return answer(Done{});
}

Call<Done>* FakeInbox::snooze(ConversationId id, qint64 untilMs)
{
    m_log << QStringLiteral("snooze %1 %2").arg(id.value()).arg(untilMs);
    return answer(Done{});
}

Call<Done>* FakeInbox::setDone(ConversationId id, bool done)
{
    m_log << QStringLiteral("done %1 %2").arg(id.value()).arg(done);
    return answer(Done{});
}

Call<Done>* FakeInbox::deleteMessages(
    ConversationId id, const std::vector<MessageId>& ids, bool atProvider)
{
    for (const MessageId message : ids) {
        m_log << QStringLiteral("delete %1 of %2 %3")
                     .arg(message.toString(), id.toString())
                     .arg(atProvider);
    }
    return answer(Done{});
}

Call<Done>* FakeInbox::deleteConversation(ConversationId id, bool atProvider)
{
    m_log << QStringLiteral("delete conversation %1 %2").arg(id.value()).arg(atProvider);
    return answer(Done{});
}

Call<Done>* FakeInbox::undoDelete()
{
    m_log << QStringLiteral("undo delete");
    return answer(Done{});
}

Call<qint64>* FakeInbox::exportTo(
    ConversationId id, std::unique_ptr<ExportSheet>, ExportProgress progress)
{
    m_log << QStringLiteral("export %1").arg(id.value());
    m_export = new Call<qint64>{this};
    progress(1, 2);
    return m_export;
}

void FakeInbox::finishExport(Result<qint64> result)
{
    m_export->settle(std::move(result));
}

} // namespace Textdesk::Testing
