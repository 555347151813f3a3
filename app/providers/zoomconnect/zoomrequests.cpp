// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/providers/zoomconnect/zoomrequests.h"

#include "app/providers/zoomconnect/zoomdates.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Textdesk {

namespace {

// Key and value, both still unencoded. QUrlQuery is not used: it leaves '+' bare, which a form
// reader takes for a space, and would turn "+2782..." into " 2782...".
using Query = std::vector<std::pair<QByteArray, QString>>;

QByteArray encoded(const Query& query)
{
    QByteArray out;
    for (const auto& [key, value] : query) {
        out += (out.isEmpty() ? "" : "&") + key + '=' + QUrl::toPercentEncoding(value);
    }
    return out;
}

ClientRequest request(const ZoomSettings& settings, const QByteArray& method,
    const QByteArray& path, const Query& query = {})
{
    ClientRequest made;
    made.method = method;
    QByteArray url{settings.base.toEncoded() + "api/rest/v1/" + path};
    if (!query.empty()) {
        url += '?' + encoded(query);
    }
    made.url = QUrl::fromEncoded(url, QUrl::StrictMode);
    // Without both, the format of the answer is the server's choice (zoomconnect.md 1.3).
    made.headers.add("Accept", "application/json");
    made.contentType = "application/json";
    made.rateKey = "lists";
    return made;
}

QJsonObject bodyOf(const ZoomSettings& settings, const OutgoingText& text)
{
    // Optional fields are left out rather than sent empty (3.1).
    QJsonObject body{{QStringLiteral("recipientNumber"), text.to.canonical()},
        {QStringLiteral("message"), text.text}};
    if (!text.campaign.isEmpty()) {
        body.insert(QStringLiteral("campaign"), text.campaign);
    }
    if (!text.dataField.isEmpty()) {
        body.insert(QStringLiteral("dataField"), text.dataField);
    }
    if (text.sendAtMs) {
        body.insert(QStringLiteral("dateToSend"), zoomMinute(*text.sendAtMs, settings.zone));
    }
    return body;
}

ClientRequest create(const ZoomSettings& settings, const QByteArray& path, const QJsonObject& body)
{
    ClientRequest made{request(settings, "POST", path)};
    made.body = QJsonDocument{body}.toJson(QJsonDocument::Compact);
    // Texts must not wait because the provider throttles polling (1.9).
    made.rateKey = "creates";
    return made;
}

QByteArray messagePath(const QString& id)
{
    return "messages/" + QUrl::toPercentEncoding(id);
}

QString word(bool value)
{
    return value ? QStringLiteral("true") : QStringLiteral("false");
}

void addDays(Query& out, const HistoryQuery& query)
{
    const auto add = [&out](const char* key, const std::optional<QDate>& day) {
        if (day && day->isValid()) {
            out.emplace_back(key, zoomDay(*day));
        }
    };
    add("fromDateTimeSent", query.sentFrom);
    add("toDateTimeSent", query.sentTo);
    add("fromDateTimeReceived", query.receivedFrom);
    add("toDateTimeReceived", query.receivedTo);
}

void addTexts(Query& out, const HistoryQuery& query)
{
    const auto add = [&out](const char* key, const QString& value) {
        if (!value.isEmpty()) {
            out.emplace_back(key, value);
        }
    };
    add("fromNumber", query.fromNumber);
    add("toNumber", query.toNumber);
    add("message", query.text);
    add("campaign", query.campaign);
    add("dataField", query.dataField);
}

} // namespace

ClientRequest zoomBalanceRequest(const ZoomSettings& settings)
{
    return request(settings, "GET", "account/balance");
}

ClientRequest zoomSendRequest(const ZoomSettings& settings, const OutgoingText& text)
{
    return create(settings, "sms/send", bodyOf(settings, text));
}

ClientRequest zoomBulkRequest(
    const ZoomSettings& settings, const std::vector<OutgoingText>& texts, int messagesPerMinute)
{
    QJsonArray entries;
    for (const OutgoingText& text : texts) {
        entries.append(bodyOf(settings, text));
    }
    QJsonObject body{{QStringLiteral("sendSmsRequests"), entries}};
    if (messagesPerMinute > 0) {
        body.insert(QStringLiteral("messagesPerMinute"), messagesPerMinute);
    }
    ClientRequest made{create(settings, "sms/send-bulk", body)};
    made.timeout = std::chrono::seconds{60};
    return made;
}

ClientRequest zoomPageRequest(const ZoomSettings& settings, const HistoryQuery& query)
{
    // In the order of zoomconnect.md 6.1.
    Query out{{"pageSize", QString::number(std::max(query.pageSize, 1))},
        {"page", QString::number(std::max(query.page, 1))}};
    if (query.incoming) {
        out.emplace_back(
            "type", *query.incoming ? QStringLiteral("INBOUND") : QStringLiteral("OUTBOUND"));
    }
    if (!query.status.isEmpty()) {
        out.emplace_back("status", query.status);
    }
    addDays(out, query);
    addTexts(out, query);
    if (query.deleted) {
        out.emplace_back("deleted", word(*query.deleted));
    }
    if (query.read) {
        out.emplace_back("read", word(*query.read));
    }
    if (!query.repliesToProviderId.isEmpty()) {
        out.emplace_back("repliesToMessageId", query.repliesToProviderId);
    }
    return request(settings, "GET", "messages/all", out);
}

ClientRequest zoomMessageRequest(const ZoomSettings& settings, const QString& id)
{
    return request(settings, "GET", messagePath(id));
}

ClientRequest zoomRemoveRequest(const ZoomSettings& settings, const QString& id)
{
    return request(settings, "DELETE", messagePath(id));
}

ClientRequest zoomReadRequest(const ZoomSettings& settings, const QString& id, bool read)
{
    return request(settings, "POST", messagePath(id) + (read ? "/markRead" : "/markUnread"));
}

Result<Done> zoomAuthorise(
    ClientRequest& request, const ZoomSettings& settings, const SecretText& token)
{
    const QByteArray secret{token.revealUtf8().trimmed()};
    if (secret.isEmpty()) {
        return fail(ErrorKind::SecretUnavailable, QStringLiteral("not-found"));
    }
    const auto isControl = [](char c) { return (c >= 0 && c < 0x20) || c == 0x7f; };
    if (std::any_of(secret.cbegin(), secret.cend(), isControl)) {
        return fail(ErrorKind::Unauthorized, QStringLiteral("token-unusable"));
    }
    const QByteArray email{settings.email.toUtf8()};
    switch (settings.auth) {
    case ZoomAuth::Headers:
        request.headers.add("email", email);
        request.headers.add("token", secret);
        break;
    case ZoomAuth::Basic:
        request.headers.add("Authorization", "Basic " + (email + ':' + secret).toBase64());
        break;
    case ZoomAuth::Url:
        const QByteArray url{request.url.toEncoded()};
        const Query query{{"email", settings.email}, {"token", QString::fromUtf8(secret)}};
        request.url = QUrl::fromEncoded(
            url + (url.contains('?') ? '&' : '?') + encoded(query), QUrl::StrictMode);
        break;
    }
    return Done{};
}

} // namespace Textdesk
