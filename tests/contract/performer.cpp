// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/performer.h"

#include "tests/contract/outcome.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QTimer>

namespace Textdesk::Testing {

namespace {

QString word(const QJsonObject& call, const char* key)
{
    return call.value(QLatin1String{key}).toString();
}

OutgoingText textOf(const QJsonObject& call)
{
    OutgoingText text{Address::fromCanonical(word(call, "to")), word(call, "text"),
        word(call, "campaign"), word(call, "dataField"), {}};
    if (call.contains(QLatin1String{"sendAt"})) {
        text.sendAtMs =
            QDateTime::fromString(word(call, "sendAt"), Qt::ISODateWithMs).toMSecsSinceEpoch();
    }
    return text;
}

std::vector<OutgoingText> textsOf(const QJsonObject& call)
{
    std::vector<OutgoingText> texts;
    for (const QJsonValue text : call.value(QLatin1String{"texts"}).toArray()) {
        texts.push_back(textOf(text.toObject()));
    }
    return texts;
}

std::optional<QDate> dayOf(const QJsonObject& call, const char* key)
{
    const QDate day{QDate::fromString(word(call, key), Qt::ISODate)};
    return day.isValid() ? std::optional{day} : std::nullopt;
}

std::optional<bool> flagOf(const QJsonObject& call, const char* key)
{
    const QJsonValue value{call.value(QLatin1String{key})};
    return value.isBool() ? std::optional{value.toBool()} : std::nullopt;
}

HistoryQuery queryOf(const QJsonObject& call)
{
    HistoryQuery query;
    query.page = call.value(QLatin1String{"page"}).toInt(1);
    query.pageSize = call.value(QLatin1String{"pageSize"}).toInt(100);
    query.incoming = flagOf(call, "incoming");
    query.status = word(call, "status");
    query.sentFrom = dayOf(call, "sentFrom");
    query.sentTo = dayOf(call, "sentTo");
    query.receivedFrom = dayOf(call, "receivedFrom");
    query.receivedTo = dayOf(call, "receivedTo");
    query.fromNumber = word(call, "fromNumber");
    query.toNumber = word(call, "toNumber");
    query.text = word(call, "text");
    query.campaign = word(call, "campaign");
    query.dataField = word(call, "dataField");
    query.repliesToProviderId = word(call, "repliesTo");
    query.deleted = flagOf(call, "deleted");
    query.read = flagOf(call, "read");
    return query;
}

template <typename T> CallBase* watch(Call<T>* call, QObject* context, Performer::Finished finished)
{
    call->then(context,
        [finished = std::move(finished)](const Result<T>& result) { finished(outcomeOf(result)); });
    return call;
}

} // namespace

Performer::Performer(const ProviderDescription& description, const Fixture& fixture)
    : m_clock{fixture.now.isValid() ? fixture.now : QDateTime{{2026, 3, 2}, {9, 0}, Qt::UTC}}
    , m_network{new FakeNetwork}
    , m_http{m_clock, m_network}
    , m_secrets{description.secrets}
{
    ProviderRegistry registry;
    registry.add(description.kind());
    AccountConfig config{
        AccountId{7}, QStringLiteral("Desk"), registry.keys().first(), description.settings};
    config.settings.insert(fixture.settings);
    m_secrets.insert(fixture.secrets);
    const ProviderKind* kind{registry.find(config.provider)};
    m_provider = kind->make(
        registry.withDefaults(config),
        [this](const QString& name) { return SecretText::fromString(m_secrets.value(name)); },
        ProviderServices{m_http, m_clock});
}

CallBase* Performer::start(const QJsonObject& call, QObject* context, Finished finished)
{
    const QString operation{word(call, "op")};
    const auto is = [&operation](const char* name) { return operation == QLatin1String{name}; };
    if (is("prove")) {
        return watch(m_provider->proof()->prove(), context, std::move(finished));
    }
    if (is("balance")) {
        return watch(m_provider->balance()->balance(), context, std::move(finished));
    }
    if (is("send")) {
        return watch(m_provider->sending()->send(textOf(call)), context, std::move(finished));
    }
    if (is("sendBulk")) {
        const int perMinute{call.value(QLatin1String{"perMinute"}).toInt()};
        return watch(m_provider->sending()->sendBulk(textsOf(call), perMinute), context,
            std::move(finished));
    }
    if (is("page")) {
        return watch(m_provider->history()->page(queryOf(call)), context, std::move(finished));
    }
    const QString id{word(call, "id")};
    if (is("one")) {
        return watch(m_provider->history()->one(id), context, std::move(finished));
    }
    if (is("remove")) {
        return watch(m_provider->history()->remove(id), context, std::move(finished));
    }
    if (is("markRead") || is("markUnread")) {
        return watch(
            m_provider->history()->setRead(id, is("markRead")), context, std::move(finished));
    }
    qFatal("no such operation: %s", qUtf8Printable(operation));
}

QJsonObject Performer::perform(const QJsonObject& call)
{
    if (word(call, "op") == QLatin1String{"webhook"}) {
        return readWebhook(call);
    }
    // An event loop of its own: qWaitFor() looks only every ten milliseconds, and there are
    // hundreds.
    QEventLoop loop;
    QJsonObject outcome{{QStringLiteral("test"), QStringLiteral("never settled")}};
    start(call, &loop, [&outcome, &loop](const QJsonObject& seen) {
        outcome = seen;
        loop.quit();
    });
    QTimer::singleShot(std::chrono::seconds{10}, &loop, &QEventLoop::quit);
    loop.exec();
    return outcome;
}

QJsonObject Performer::readWebhook(const QJsonObject& call) const
{
    RawRequest request;
    request.method = call.contains(QLatin1String{"method"}) ? word(call, "method").toLatin1()
                                                            : QByteArrayLiteral("POST");
    request.target = call.contains(QLatin1String{"target"}) ? word(call, "target").toLatin1()
                                                            : QByteArrayLiteral("/hook/path");
    request.body = word(call, "body").toUtf8();
    const QJsonObject headers{call.value(QLatin1String{"headers"}).toObject()};
    for (auto field = headers.begin(); field != headers.end(); ++field) {
        request.headers.add(field.key().toLatin1(), field.value().toString().toLatin1());
    }
    return outcomeOf(
        m_provider->inbound()->rules()->read(request, word(call, "purpose"), m_clock.nowMs()));
}

} // namespace Textdesk::Testing
