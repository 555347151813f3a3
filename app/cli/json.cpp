// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/json.h"

#include <QDateTime>

namespace Textdesk {

QString isoTime(qint64 ms)
{
    return ms == 0 ? QString{}
                   : QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

QJsonObject messageJson(const Message& m, const QString& account)
{
    QJsonObject object{
        {QStringLiteral("id"), m.id.toString()},
        {QStringLiteral("account"), account},
        {QStringLiteral("direction"),
            m.direction == Direction::In ? QStringLiteral("in") : QStringLiteral("out")},
        {QStringLiteral("peer"), m.peer},
        {QStringLiteral("text"), m.text},
        {QStringLiteral("state"), deliveryStateName(m.state)},
        {QStringLiteral("reason"), m.reason},
        {QStringLiteral("providerId"), m.providerId},
        {QStringLiteral("reference"), m.reference},
        {QStringLiteral("at"), isoTime(m.atMs)},
        {QStringLiteral("read"), m.read},
        {QStringLiteral("conversation"), m.conversation.toString()},
        {QStringLiteral("parts"), m.parts},
        {QStringLiteral("campaign"), m.campaign},
        {QStringLiteral("data"), m.dataField},
    };
    if (m.dueMs > 0) {
        object.insert(QStringLiteral("due"), isoTime(m.dueMs));
    }
    if (!m.reasonText.isEmpty()) {
        object.insert(QStringLiteral("providerText"), m.reasonText);
    }
    return object;
}

QJsonObject accountJson(const Account& account)
{
    QJsonObject settings;
    for (auto it = account.config.settings.cbegin(); it != account.config.settings.cend(); ++it) {
        settings.insert(it.key(), it.value());
    }
    return QJsonObject{
        {QStringLiteral("id"), account.id().toString()},
        {QStringLiteral("name"), account.row.name},
        {QStringLiteral("provider"), account.row.provider},
        {QStringLiteral("practice"), account.row.practice},
        {QStringLiteral("paused"), account.row.paused},
        {QStringLiteral("secretProblem"), account.secretProblem},
        {QStringLiteral("settings"), settings},
        {QStringLiteral("created"), isoTime(account.row.createdMs)},
    };
}

QJsonObject conversationJson(const ConversationRow& row, const QString& account)
{
    return QJsonObject{
        {QStringLiteral("id"), row.id.toString()},
        {QStringLiteral("account"), account},
        {QStringLiteral("peer"), row.peer},
        {QStringLiteral("unread"), row.unread},
        {QStringLiteral("preview"), row.preview},
        {QStringLiteral("state"), deliveryStateName(row.previewState)},
        {QStringLiteral("at"), isoTime(row.sortMs)},
        {QStringLiteral("draft"), row.draft},
        {QStringLiteral("optedOut"), row.optedOut},
    };
}

} // namespace Textdesk
