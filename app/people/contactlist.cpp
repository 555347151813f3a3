// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/contactlist.h"

#include "app/people/conversationexport.h"

namespace Textdesk {

namespace {

// One line of readable characters: a name stands in titles, notifications and files.
Result<QString> cleanName(const QString& typed)
{
    QString name;
    for (const QChar c : typed) {
        name += c.category() == QChar::Other_Control ? QChar{u' '} : c;
    }
    name = name.simplified();
    if (name.isEmpty()) {
        return fail(ErrorKind::Rejected, QStringLiteral("empty-name"));
    }
    if (name.size() > longestName) {
        return fail(ErrorKind::Rejected, QStringLiteral("name-too-long"));
    }
    return name;
}

} // namespace

ContactList::ContactList(Database& database, QObject* parent)
    : QObject{parent}
    , m_database{database}
{
    connect(&database, &Database::changed, this, [this](const ChangeSet& changes) {
        if (changes.people) {
            emit changed();
        }
    });
}

Call<ContactId>* ContactList::save(const QString& name, const QString& peer)
{
    const Result<QString> clean{cleanName(name)};
    if (!clean) {
        return settledCall<ContactId>(this, fail(clean.error()));
    }
    return m_database.write<ContactId>(
        WritePriority::Person, [name = *clean, peer](WriteContext& context) {
            return ContactTable::insert(context, name, peer);
        });
}

Call<Done>* ContactList::rename(ContactId id, const QString& name)
{
    const Result<QString> clean{cleanName(name)};
    if (!clean) {
        return settledCall<Done>(this, fail(clean.error()));
    }
    return m_database.write<Done>(
        WritePriority::Person, [id, name = *clean](WriteContext& context) -> Result<Done> {
            if (!ContactTable::rename(context, id, name)) {
                return fail(ErrorKind::NotFound, QStringLiteral("no-contact"));
            }
            return Done{};
        });
}

Call<Done>* ContactList::remove(ContactId id)
{
    return m_database.write<Done>(
        WritePriority::Person, [id](WriteContext& context) -> Result<Done> {
            if (!ContactTable::remove(context, id)) {
                return fail(ErrorKind::NotFound, QStringLiteral("no-contact"));
            }
            return Done{};
        });
}

std::vector<ContactRow> ContactList::at(const QString& peer) const
{
    return ContactTable::at(m_database.reader(), peer);
}

QString ContactList::namesAt(const QString& peer) const
{
    return ContactTable::namesAt(m_database.reader(), peer);
}

ConversationExport* ContactList::exportConversation(
    ConversationId id, const QString& peer, std::unique_ptr<ExportSheet> sheet)
{
    return new ConversationExport{m_database, id, {peer, namesAt(peer)}, std::move(sheet), this};
}

} // namespace Textdesk
