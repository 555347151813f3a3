// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/practice/practicemessage.h"

namespace Textdesk {

using namespace Qt::StringLiterals;

QJsonObject PracticeMessage::toRecord() const
{
    return {{u"id"_s, id}, {u"outbound"_s, outbound}, {u"status"_s, status}, {u"from"_s, from},
        {u"to"_s, to}, {u"text"_s, text}, {u"campaign"_s, campaign}, {u"dataField"_s, dataField},
        {u"repliedTo"_s, repliedTo}, {u"cost"_s, cost}, {u"parts"_s, parts},
        {u"created"_s, createdMs}, {u"scheduled"_s, scheduledMs}, {u"sent"_s, sentMs},
        {u"received"_s, receivedMs}, {u"read"_s, read}, {u"deleted"_s, deleted},
        {u"owesReply"_s, owesReply}};
}

std::optional<PracticeMessage> PracticeMessage::fromRecord(const QJsonObject& record)
{
    PracticeMessage message;
    message.id = record.value(u"id"_s).toString();
    message.status = record.value(u"status"_s).toString();
    if (message.id.isEmpty() || message.status.isEmpty()) {
        return std::nullopt;
    }
    message.outbound = record.value(u"outbound"_s).toBool(true);
    message.from = record.value(u"from"_s).toString();
    message.to = record.value(u"to"_s).toString();
    message.text = record.value(u"text"_s).toString();
    message.campaign = record.value(u"campaign"_s).toString();
    message.dataField = record.value(u"dataField"_s).toString();
    message.repliedTo = record.value(u"repliedTo"_s).toString();
    message.cost = record.value(u"cost"_s).toDouble();
    message.parts = record.value(u"parts"_s).toInt();
    message.createdMs = record.value(u"created"_s).toInteger();
    message.scheduledMs = record.value(u"scheduled"_s).toInteger();
    message.sentMs = record.value(u"sent"_s).toInteger();
    message.receivedMs = record.value(u"received"_s).toInteger();
    message.read = record.value(u"read"_s).toBool();
    message.deleted = record.value(u"deleted"_s).toBool();
    message.owesReply = record.value(u"owesReply"_s).toBool();
    return message;
}

} // namespace Textdesk
