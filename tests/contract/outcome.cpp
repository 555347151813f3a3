// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/outcome.h"

#include <QJsonArray>

namespace Textdesk::Testing {

namespace {

class Fields final {
public:
    Fields& text(const QString& key, const QString& value)
    {
        return value.isEmpty() ? *this : put(key, value);
    }
    Fields& number(const QString& key, qint64 value)
    {
        return value == 0 ? *this : put(key, value);
    }
    Fields& flag(const QString& key, bool value) { return value ? put(key, true) : *this; }
    Fields& time(const std::optional<StatedTime>& time)
    {
        if (!time) {
            return *this;
        }
        return text(QStringLiteral("at"), iso(time->ms))
            .number(QStringLiteral("grain"), time->grainMs);
    }
    Fields& put(const QString& key, const QJsonValue& value)
    {
        m_object.insert(key, value);
        return *this;
    }
    static QString iso(qint64 ms)
    {
        return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
    }
    [[nodiscard]] QJsonObject object() const { return m_object; }

private:
    QJsonObject m_object;
};

QString kindOf(const Address& address)
{
    switch (address.kind()) {
    case Address::Kind::Number:
        return {};
    case Address::Kind::ShortCode:
        return QStringLiteral("short code");
    case Address::Kind::Alphanumeric:
        return QStringLiteral("name");
    case Address::Kind::Opaque:
        return QStringLiteral("opaque");
    }
    return {};
}

QJsonObject plain(const DeliveryReport& report)
{
    return Fields{}
        .text(QStringLiteral("providerId"), report.providerId)
        .text(QStringLiteral("state"), deliveryStateName(report.state))
        .text(QStringLiteral("word"), report.statusWord)
        .text(QStringLiteral("reason"), report.reason)
        .text(QStringLiteral("campaign"), report.campaign)
        .text(QStringLiteral("dataField"), report.dataField)
        .time(report.at)
        .object();
}

QJsonObject wrapped(const QString& key, const QJsonObject& object)
{
    return {{key, object}};
}

QJsonObject eventJson(const IncomingText& text)
{
    Fields fields;
    fields.text(QStringLiteral("providerId"), text.providerId)
        .text(QStringLiteral("from"), text.from.canonical())
        .text(QStringLiteral("fromKind"), kindOf(text.from))
        .text(QStringLiteral("to"), text.to)
        .text(QStringLiteral("text"), text.text)
        .time(text.at)
        .text(QStringLiteral("repliedTo"), text.repliedToProviderId)
        .text(QStringLiteral("campaign"), text.campaign)
        .text(QStringLiteral("dataField"), text.dataField);
    if (text.read) {
        fields.put(QStringLiteral("read"), *text.read);
    }
    return wrapped(QStringLiteral("incoming"), fields.object());
}

QJsonObject eventJson(const DeliveryReport& report)
{
    return wrapped(QStringLiteral("report"), plain(report));
}

QJsonObject eventJson(const OutgoingSeen& seen)
{
    return wrapped(QStringLiteral("outgoing"),
        Fields{}
            .put(QStringLiteral("report"), plain(seen.report))
            .text(QStringLiteral("to"), seen.to.canonical())
            .text(QStringLiteral("toKind"), kindOf(seen.to))
            .text(QStringLiteral("text"), seen.text)
            .time(seen.at)
            .object());
}

QJsonArray eventsJson(const std::vector<InboundEvent>& events)
{
    QJsonArray array;
    for (const InboundEvent& event : events) {
        array.append(outcomeOf(event));
    }
    return array;
}

} // namespace

QJsonObject outcomeOf(const Error& error)
{
    return wrapped(QStringLiteral("error"),
        Fields{}
            .text(QStringLiteral("kind"), errorKindName(error.kind()))
            .text(QStringLiteral("detail"), error.detail())
            .number(QStringLiteral("status"), error.httpStatus())
            .text(QStringLiteral("code"), error.providerCode())
            .text(QStringLiteral("text"), error.providerText())
            .number(
                QStringLiteral("retryAfter"), error.retryAfter() ? error.retryAfter()->count() : 0)
            .flag(QStringLiteral("mayHaveHappened"), error.mayHaveHappened())
            .object());
}

QJsonObject outcomeOf(const Done&)
{
    return {{QStringLiteral("done"), true}};
}

QJsonObject outcomeOf(const Balance& balance)
{
    return {{QStringLiteral("amount"), balance.amount}, {QStringLiteral("unit"), balance.unit}};
}

QJsonObject outcomeOf(const SendReceipt& receipt)
{
    return {{QStringLiteral("providerId"), receipt.providerId}};
}

QJsonObject outcomeOf(const BulkReceipts& receipts)
{
    QJsonArray array;
    for (const auto& receipt : receipts) {
        array.append(outcomeOf(receipt));
    }
    return {{QStringLiteral("entries"), array}};
}

QJsonObject outcomeOf(const HistoryPage& page)
{
    QJsonArray ids;
    for (const QString& id : page.providerIds) {
        ids.append(id);
    }
    return Fields{}
        .number(QStringLiteral("page"), page.page)
        .put(QStringLiteral("totalElements"), page.totalElements)
        .put(QStringLiteral("totalPages"), page.totalPages)
        .number(QStringLiteral("unreadable"), page.unreadable)
        .put(QStringLiteral("ids"), ids)
        .put(QStringLiteral("events"), eventsJson(page.events))
        .object();
}

QJsonObject outcomeOf(const InboundEvent& event)
{
    return std::visit([](const auto& one) { return eventJson(one); }, event);
}

QJsonObject outcomeOf(const VerifiedWebhook& webhook)
{
    Fields fields;
    fields.flag(QStringLiteral("authenticated"), webhook.authenticated)
        .text(QStringLiteral("nonce"), webhook.nonce)
        .put(QStringLiteral("events"), eventsJson(webhook.events));
    if (webhook.nonceExpiresMs != 0) {
        fields.text(QStringLiteral("nonceExpires"), Fields::iso(webhook.nonceExpiresMs));
    }
    return fields.object();
}

} // namespace Textdesk::Testing
