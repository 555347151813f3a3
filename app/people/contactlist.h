// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The people whom somebody saved: names on numbers, for every list and head that shows a number.
#pragma once

#include "app/people/exportsheet.h"
#include "app/storage/contacttable.h"
#include "app/storage/database.h"

namespace Textdesk {

class ConversationExport;

constexpr qsizetype longestName{120};

class ContactList final : public QObject {
    Q_OBJECT
public:
    explicit ContactList(Database& database, QObject* parent = nullptr);

    // A person on that number (canonical); the number may have others. Errors Rejected:
    // "empty-name", "name-too-long", "name-taken".
    [[nodiscard]] Call<ContactId>* save(const QString& name, const QString& peer);
    // Errors as above, and NotFound "no-contact".
    [[nodiscard]] Call<Done>* rename(ContactId id, const QString& name);
    [[nodiscard]] Call<Done>* remove(ContactId id);

    // In the order they were saved.
    [[nodiscard]] std::vector<ContactRow> at(const QString& peer) const;
    // "Thandi Mokoena, Sipho Mokoena"; empty for an unknown number.
    [[nodiscard]] QString namesAt(const QString& peer) const;

    // Not yet started; under the names of that number.
    [[nodiscard]] ConversationExport* exportConversation(
        ConversationId id, const QString& peer, std::unique_ptr<ExportSheet> sheet);

signals:
    void changed();

private:
    Database& m_database;
};

} // namespace Textdesk
