// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/newdraft.h"

#include "app/storage/statement.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Textdesk {

NewDraft storedNewDraft(Connection& db)
{
    auto query = db.prepare("SELECT value FROM profile_fact WHERE key = 'new-draft'");
    if (!query.first()) {
        return {};
    }
    const QJsonObject stored{QJsonDocument::fromJson(query.text(0).toUtf8()).object()};
    return {stored.value(QStringLiteral("to")).toString(),
        AccountId::fromString(stored.value(QStringLiteral("account")).toString()),
        stored.value(QStringLiteral("text")).toString()};
}

void storeNewDraft(WriteContext& context, const NewDraft& draft)
{
    if (draft.isEmpty()) {
        context.db.prepare("DELETE FROM profile_fact WHERE key = 'new-draft'").run();
        return;
    }
    const QJsonObject stored{{QStringLiteral("to"), draft.to},
        {QStringLiteral("account"), draft.account.toString()},
        {QStringLiteral("text"), draft.text}};
    context.db
        .prepare("INSERT INTO profile_fact(key, value) VALUES('new-draft', ?) "
                 "ON CONFLICT(key) DO UPDATE SET value = excluded.value")
        .run(QString::fromUtf8(QJsonDocument{stored}.toJson(QJsonDocument::Compact)));
}

} // namespace Textdesk
