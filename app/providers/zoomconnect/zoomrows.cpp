// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/providers/zoomconnect/zoomrows.h"

#include "app/providers/zoomconnect/zoomdates.h"
#include "app/providers/zoomconnect/zoomfields.h"
#include "app/providers/zoomconnect/zoomrefusals.h"
#include "app/providers/zoomconnect/zoomstatus.h"

#include <QJsonArray>

namespace Textdesk {

namespace {

// One row, looked at field by field.
class Row final {
public:
    Row(const QJsonObject& fields, const ZoomSettings& settings)
        : m_fields{fields}
        , m_settings{settings}
    { }

    [[nodiscard]] QString id() const { return idField(value("messageId")); }
    [[nodiscard]] std::optional<InboundEvent> event(const std::optional<bool>& asked) const;

private:
    [[nodiscard]] QJsonValue value(const char* key) const
    {
        return m_fields.value(QLatin1String{key});
    }
    // Fields that only decorate a message: a wrong type is as good as none.
    [[nodiscard]] QString text(const char* key) const
    {
        return textField(value(key)).value_or(QString{});
    }
    [[nodiscard]] QString dataField() const
    {
        const QString data{text("userDataField")};
        return data.isEmpty() ? text("dataField") : data;
    }
    [[nodiscard]] std::optional<StatedTime> time(const char* key) const
    {
        return statedTime(value(key), m_settings.zone);
    }
    [[nodiscard]] std::optional<bool> isIncoming(const std::optional<bool>& asked) const;
    [[nodiscard]] QString repliedTo() const;
    [[nodiscard]] std::optional<InboundEvent> incoming(const QString& message) const;
    [[nodiscard]] std::optional<InboundEvent> outgoing(const QString& message) const;

    const QJsonObject& m_fields;
    const ZoomSettings& m_settings;
};

std::optional<bool> Row::isIncoming(const std::optional<bool>& asked) const
{
    const QString type{text("messageType").trimmed().toUpper()};
    if (type == QLatin1String{"INBOUND"}) {
        return true;
    }
    if (type == QLatin1String{"OUTBOUND"}) {
        return false;
    }
    // The type's values are inferred from the filter's (sheet 6): do without them if need be.
    if (asked) {
        return asked;
    }
    if (isIncomingStatus(text("messageStatus"))) {
        return true;
    }
    return isOutgoingStatus(text("messageStatus")) ? std::optional{false} : std::nullopt;
}

QString Row::repliedTo() const
{
    const QJsonValue replied{value("repliedToMessage")};
    const QString id{idField(
        replied.isObject() ? replied.toObject().value(QLatin1String{"messageId"}) : replied)};
    return id.isEmpty() ? idField(value("repliedToMessageId")) : id;
}

std::optional<InboundEvent> Row::incoming(const QString& message) const
{
    const QString from{text("fromNumber").trimmed()};
    if (from.isEmpty()) {
        return {};
    }
    const auto received = time("dateTimeReceived");
    return IncomingText{id(), Address::fromProvider(from, m_settings.region),
        text("toNumber").trimmed(), message,
        refinedByObjectId(received ? received : time("dateTimeSent"), id()), repliedTo(),
        text("campaign"), dataField(), boolField(value("read"))};
}

std::optional<InboundEvent> Row::outgoing(const QString& message) const
{
    const QString to{text("toNumber").trimmed()};
    const QString word{text("messageStatus").trimmed()};
    if (to.isEmpty()) {
        return {};
    }
    const ZoomStatus status{zoomStatus(word)};
    const auto sent = time("dateTimeSent");
    return OutgoingSeen{
        DeliveryReport{id(), status.state, word, status.reason, text("campaign"), dataField(), {}},
        Address::fromProvider(to, m_settings.region), message,
        sent ? sent : time("dateTimeScheduled")};
}

std::optional<InboundEvent> Row::event(const std::optional<bool>& asked) const
{
    const auto message = textField(value("message"));
    const auto direction = isIncoming(asked);
    if (id().isEmpty() || !message || !direction) {
        return {};
    }
    return *direction ? incoming(*message) : outgoing(*message);
}

// Nothing when there is no list that could be believed. A miss in a listing settles messages, so
// "no list" must never be taken for "no messages" unless the counters say so too.
std::optional<QJsonArray> rowsOf(const QJsonObject& page)
{
    const QJsonValue list{page.value(QLatin1String{"webServiceMessages"})};
    if (list.isArray()) {
        return list.toArray();
    }
    if (list.isObject()) {
        return QJsonArray{list};
    }
    const auto onPage = integerField(page.value(QLatin1String{"elements"}));
    const auto inAll = integerField(page.value(QLatin1String{"totalElements"}));
    const bool saysNone{(onPage && *onPage == 0) || (inAll && *inAll == 0)};
    const bool absent{list.isNull() || list.isUndefined()};
    return absent && saysNone ? std::optional{QJsonArray{}} : std::nullopt;
}

int counter(const QJsonObject& page, QLatin1String key, int otherwise)
{
    const auto count = integerField(page.value(key));
    return count && *count >= 0 && *count <= std::numeric_limits<int>::max()
        ? static_cast<int>(*count)
        : otherwise;
}

void addRow(HistoryPage& page, const QJsonValue& value, const HistoryQuery& query,
    const ZoomSettings& settings)
{
    const QJsonObject fields{value.toObject()};
    const Row row{fields, settings};
    if (const QString id{row.id()}; !id.isEmpty()) {
        page.providerIds.push_back(id);
    }
    if (auto event = row.event(query.incoming)) {
        page.events.push_back(*std::move(event));
    } else {
        ++page.unreadable;
    }
}

Result<QJsonObject> objectOf(const ClientAnswer& answer)
{
    const auto json = readJson(answer.body);
    if (!json) {
        return fail(zoomUnreadable(json.error().detail(), answer.status, Effect::Read));
    }
    if (!json->isObject()) {
        const QString what{
            json->isNull() ? QStringLiteral("null") : QStringLiteral("not-an-object")};
        return fail(zoomUnreadable(what, answer.status, Effect::Read));
    }
    const QJsonObject object{json->toObject()};
    if (auto refusal = zoomRefusal(object, answer.status)) {
        return fail(refusal->withMayHaveHappened(false));
    }
    return object;
}

} // namespace

Result<HistoryPage> readZoomPage(
    const ClientAnswer& answer, const HistoryQuery& query, const ZoomSettings& settings)
{
    const auto object = objectOf(answer);
    if (!object) {
        return fail(object.error());
    }
    const auto rows = rowsOf(*object);
    if (!rows) {
        return fail(
            zoomUnreadable(QStringLiteral("webServiceMessages"), answer.status, Effect::Read));
    }
    HistoryPage page;
    page.page = counter(*object, QLatin1String{"page"}, query.page);
    page.totalPages = counter(*object, QLatin1String{"totalPages"}, -1);
    page.totalElements = integerField(object->value(QLatin1String{"totalElements"})).value_or(-1);
    for (const QJsonValue row : *rows) {
        addRow(page, row, query, settings);
    }
    return page;
}

Result<InboundEvent> readZoomMessage(
    const ClientAnswer& answer, const QString& id, const ZoomSettings& settings)
{
    const auto object = objectOf(answer);
    if (!object) {
        return fail(object.error());
    }
    const Row row{*object, settings};
    if (row.id() != id) {
        return fail(
            zoomUnreadable(QStringLiteral("another messageId"), answer.status, Effect::Read));
    }
    if (auto event = row.event({})) {
        return *std::move(event);
    }
    return fail(zoomUnreadable(QStringLiteral("message"), answer.status, Effect::Read));
}

} // namespace Textdesk
