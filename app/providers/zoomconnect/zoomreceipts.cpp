// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/providers/zoomconnect/zoomreceipts.h"

#include "app/providers/zoomconnect/zoomfields.h"
#include "app/providers/zoomconnect/zoomrefusals.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace Textdesk {

namespace {

tl::unexpected<Error> unreadable(const QString& what, int status, Effect effect)
{
    return fail(zoomUnreadable(what, status, effect));
}

Result<SendReceipt> readEntry(const QJsonValue& entry, int status)
{
    if (!entry.isObject()) {
        return unreadable(entry.isNull() ? QStringLiteral("null") : QStringLiteral("not-an-object"),
            status, Effect::Change);
    }
    const QJsonObject object{entry.toObject()};
    if (auto refusal = zoomRefusal(object, status)) {
        return fail(*std::move(refusal));
    }
    const QString id{idField(object.value(QLatin1String{"messageId"}))};
    if (id.isEmpty()) {
        return unreadable(QStringLiteral("neither id nor error"), status, Effect::Change);
    }
    return SendReceipt{id};
}

// The reseller's manual prints a bare id as one answer of the send calls (sheet 1.3, 3.5).
bool looksLikeId(const QString& text)
{
    static const QRegularExpression shape{QStringLiteral("^([0-9a-f]{24}|[0-9]{4,19})$")};
    return shape.match(text).hasMatch();
}

BulkReceipts allInDoubt(std::size_t count, int status)
{
    return BulkReceipts(
        count, unreadable(QStringLiteral("entries do not match"), status, Effect::Change));
}

} // namespace

Result<Balance> readZoomBalance(const ClientAnswer& answer)
{
    const auto json = readJson(answer.body);
    if (!json) {
        return unreadable(json.error().detail(), answer.status, Effect::Read);
    }
    if (auto refusal = zoomRefusal(json->toObject(), answer.status)) {
        return fail(refusal->withMayHaveHappened(false));
    }
    const auto amount = numberField(
        json->isObject() ? json->toObject().value(QLatin1String{"creditBalance"}) : *json);
    if (!amount) {
        return unreadable(QStringLiteral("creditBalance"), answer.status, Effect::Read);
    }
    return Balance{*amount, QStringLiteral("credits")};
}

Result<SendReceipt> readZoomReceipt(const ClientAnswer& answer)
{
    const QString bare{QString::fromLatin1(answer.body.trimmed())};
    if (looksLikeId(bare)) {
        return SendReceipt{bare};
    }
    const auto json = readJson(answer.body);
    if (!json) {
        return unreadable(json.error().detail(), answer.status, Effect::Change);
    }
    if (const QString id{json->toString().trimmed()}; json->isString() && looksLikeId(id)) {
        return SendReceipt{id};
    }
    return readEntry(*json, answer.status);
}

Result<BulkReceipts> readZoomReceipts(const ClientAnswer& answer, std::size_t expected)
{
    const auto json = readJson(answer.body);
    if (!json) {
        return unreadable(json.error().detail(), answer.status, Effect::Change);
    }
    const QJsonObject object{json->toObject()};
    const QJsonValue list{
        json->isArray() ? *json : object.value(QLatin1String{"sendSmsResponses"})};
    if (!list.isArray() && !list.isObject()) {
        if (auto refusal = zoomRefusal(object, answer.status)) {
            return fail(*std::move(refusal));
        }
        return unreadable(QStringLiteral("sendSmsResponses"), answer.status, Effect::Change);
    }
    // Some XML-minded servers write a list of one as the one.
    const QJsonArray entries = list.isArray() ? list.toArray() : QJsonArray{list};
    if (static_cast<std::size_t>(entries.size()) != expected) {
        return allInDoubt(expected, answer.status);
    }
    BulkReceipts receipts;
    receipts.reserve(expected);
    for (const QJsonValue entry : entries) {
        receipts.push_back(readEntry(entry, answer.status));
    }
    return receipts;
}

Result<Done> readZoomDone(const ClientAnswer& answer)
{
    const auto json = readJson(answer.body);
    if (!json) {
        if (json.error().detail() == QLatin1String{"empty"}) {
            return Done{};
        }
        return unreadable(json.error().detail(), answer.status, Effect::Change);
    }
    if (auto refusal = zoomRefusal(json->toObject(), answer.status)) {
        return fail(*std::move(refusal));
    }
    return Done{};
}

} // namespace Textdesk
