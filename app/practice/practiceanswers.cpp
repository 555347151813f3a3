// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/practice/practiceanswers.h"

#include <QJsonDocument>

namespace Textdesk {

using namespace Qt::StringLiterals;

namespace {

ServerAnswer jsonBody(int status, const QByteArray& body)
{
    ServerAnswer answer;
    answer.status = status;
    answer.contentType = QByteArrayLiteral("application/json;charset=UTF-8");
    answer.body = body;
    return answer;
}

QString statusName(int status)
{
    switch (status) {
    case 400:
        return u"BAD_REQUEST"_s;
    case 401:
        return u"UNAUTHORIZED"_s;
    case 403:
        return u"FORBIDDEN"_s;
    case 404:
        return u"NOT_FOUND"_s;
    case 405:
        return u"METHOD_NOT_ALLOWED"_s;
    case 429:
        return u"TOO_MANY_REQUESTS"_s;
    default:
        return u"INTERNAL_SERVER_ERROR"_s;
    }
}

QJsonValue textOrNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue{QJsonValue::Null} : QJsonValue{text};
}

QString numberText(const QString& number, PracticeVariant::Numbers form)
{
    return form == PracticeVariant::Numbers::Digits && number.startsWith(u'+') ? number.mid(1)
                                                                               : number;
}

} // namespace

ServerAnswer practiceJson(const QJsonObject& object, int status)
{
    return jsonBody(status, QJsonDocument{object}.toJson(QJsonDocument::Compact));
}

ServerAnswer practiceJson(const QJsonArray& array)
{
    return jsonBody(200, QJsonDocument{array}.toJson(QJsonDocument::Compact));
}

ServerAnswer practiceError(int status, int code, const QString& text)
{
    return practiceJson(
        QJsonObject{{u"status"_s, statusName(status)}, {u"code"_s, code}, {u"message"_s, text},
            {u"developerMessage"_s, u"Practice service: "_s + text},
            {u"moreInfoUrl"_s, QJsonValue::Null}},
        status);
}

ServerAnswer practiceScalar(const QJsonValue& value, PracticeVariant::Scalars form)
{
    const QByteArray array{QJsonDocument{QJsonArray{value}}.toJson(QJsonDocument::Compact)};
    QByteArray body{array.mid(1, array.size() - 2)};
    if (form == PracticeVariant::Scalars::Bare && value.isString()) {
        ServerAnswer plain;
        plain.body = value.toString().toUtf8();
        return plain;
    }
    if (form == PracticeVariant::Scalars::Quoted && !value.isString()) {
        body = '"' + body + '"';
    }
    return jsonBody(200, body);
}

ServerAnswer practiceEmpty(int status)
{
    return jsonBody(status, {});
}

ServerAnswer practiceNotFound()
{
    return practiceError(404, 1, u"Not found"_s);
}

ServerAnswer practiceWrongMethod()
{
    return practiceError(405, 1, u"Method not allowed"_s);
}

QJsonValue practiceId(const QString& id, PracticeVariant::Ids form)
{
    bool decimal{false};
    const qint64 number{id.toLongLong(&decimal)};
    return form == PracticeVariant::Ids::Number && decimal && id.size() < 24 ? QJsonValue{number}
                                                                             : QJsonValue{id};
}

QJsonObject practiceMessageJson(const PracticeMessage& message, const PracticeState& state)
{
    const PracticeVariant& variant{state.variant};
    QJsonValue repliedTo{QJsonValue::Null};
    if (!message.repliedTo.isEmpty()) {
        repliedTo = QJsonObject{{u"messageId"_s, practiceId(message.repliedTo, variant.ids)},
            {u"links"_s, QJsonArray{}}};
    }
    return {{u"messageId"_s, practiceId(message.id, variant.ids)},
        {u"messageType"_s, message.outbound ? u"OUTBOUND"_s : u"INBOUND"_s},
        {u"messageStatus"_s, message.status},
        {u"fromNumber"_s, numberText(message.from, variant.numbers)},
        {u"toNumber"_s, numberText(message.to, variant.numbers)}, {u"message"_s, message.text},
        {u"campaign"_s, textOrNull(message.campaign)},
        {u"userDataField"_s, textOrNull(message.dataField)},
        {u"creditCost"_s, message.outbound ? QJsonValue{message.cost} : QJsonValue{}},
        {u"numberOfMessages"_s, message.parts},
        {u"dateTimeSent"_s, state.dates.field(message.sentMs, variant.dates)},
        {u"dateTimeReceived"_s, state.dates.field(message.receivedMs, variant.dates)},
        {u"dateTimeScheduled"_s, state.dates.field(message.scheduledMs, variant.dates)},
        {u"read"_s, message.read}, {u"deleted"_s, message.deleted},
        {u"contact"_s, QJsonValue::Null}, {u"repliedToMessage"_s, repliedTo},
        {u"links"_s, QJsonArray{}}};
}

} // namespace Textdesk
