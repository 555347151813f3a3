// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/practice/practicewebhooks.h"

#include "app/base/backoff.h"
#include "app/base/log.h"
#include "app/practice/practicedates.h"

#include <QJsonObject>
#include <QUuid>

namespace Textdesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int atOnce{6}; // one HTTP/1.1 host gets no more connections anyway
constexpr size_t keptRecords{20000};

} // namespace

struct PracticeWebhooks::Delivery final {
    Delivery(Kind what, QUrl where, PracticeFields content, Backoff wait)
        : kind{what}
        , url{std::move(where)}
        , fields{std::move(content)}
        , backoff{std::move(wait)}
    { }
    Kind kind;
    QUrl url;
    PracticeFields fields;
    Backoff backoff;
    std::function<void()> afterFirstTry;
    QString state{u"pending"_s};
    int attempts{0};
    int lastStatus{0}; // 0 = no answer
};

PracticeWebhooks::PracticeWebhooks(Clock& clock, HttpClient& client, const PracticeOptions& options,
    const PracticeVariant& variant, QObject* parent)
    : QObject{parent}
    , m_clock{clock}
    , m_client{client}
    , m_options{options}
    , m_variant{variant}
    , m_schedule{clock}
    , m_calls{std::make_unique<QObject>()}
{ }

void PracticeWebhooks::setUrls(const QUrl& replies, const QUrl& reports)
{
    m_replies = replies;
    m_reports = reports;
}

const QUrl& PracticeWebhooks::url(Kind kind) const
{
    return kind == Kind::Reply ? m_replies : m_reports;
}

void PracticeWebhooks::post(
    Kind kind, const PracticeFields& fields, std::function<void()> afterFirstTry)
{
    if (!url(kind).isValid()) {
        if (afterFirstTry) {
            afterFirstTry();
        }
        return;
    }
    const Backoff backoff{m_options.webhookFirstWait, m_options.webhookLongestWait};
    auto delivery = std::make_shared<Delivery>(kind, url(kind), fields, backoff);
    delivery->afterFirstTry = std::move(afterFirstTry);
    m_record.push_back(delivery);
    if (m_record.size() > keptRecords) {
        m_record.pop_front();
    }
    m_waiting.push_back(delivery);
    next();
}

void PracticeWebhooks::stop()
{
    m_schedule.clear();
    m_waiting.clear();
    m_calls = std::make_unique<QObject>();
    m_running = 0;
}

void PracticeWebhooks::next()
{
    while (m_running < atOnce && !m_waiting.empty()) {
        const DeliveryPtr delivery{m_waiting.front()};
        m_waiting.pop_front();
        attempt(delivery);
    }
}

// zoomconnect.md 9.2, 9.3: a UUID, an end five minutes ahead, and the checksum over all of it.
void PracticeWebhooks::sign(Delivery& delivery) const
{
    PracticeFields& fields{delivery.fields};
    const bool keepNonce{
        delivery.attempts > 0 && m_variant.retryNonce == PracticeVariant::RetryNonce::Same};
    if (keepNonce) {
        return;
    }
    fields.remove(u"nonce"_s);
    fields.remove(u"nonce-date"_s);
    fields.remove(u"checksum"_s);
    if (m_variant.checksum == PracticeVariant::Checksum::Absent) {
        return;
    }
    fields.insert(u"nonce"_s, QUuid::createUuid().toString(QUuid::WithoutBraces));
    fields.insert(
        u"nonce-date"_s, PracticeDates{m_options.zoneMinutes}.second(m_clock.nowMs() + 300000));
    const bool encoded{m_variant.checksum == PracticeVariant::Checksum::FormEncoded};
    fields.insert(u"checksum"_s,
        QString::fromLatin1(practiceHmacSha1(
            m_options.webhookKey.revealUtf8(), practiceSignedText(fields, encoded))));
}

void PracticeWebhooks::attempt(const DeliveryPtr& delivery)
{
    sign(*delivery);
    ++m_running;
    ++delivery->attempts;
    ++m_counts.attempts;
    ClientRequest request;
    request.method = QByteArrayLiteral("POST");
    request.url = delivery->url;
    request.timeout = 10s;
    request.answerLimit = 65536;
    const QByteArray content{practiceSignedText(delivery->fields, true)};
    if (m_variant.webhookParameters == PracticeVariant::Parameters::Form) {
        request.contentType = QByteArrayLiteral("application/x-www-form-urlencoded");
        request.body = content;
    } else {
        const QString before{request.url.query(QUrl::FullyEncoded)};
        request.url.setQuery(
            before + (before.isEmpty() ? u""_s : u"&"_s) + QString::fromLatin1(content),
            QUrl::StrictMode);
    }
    m_client.send(request)->then(m_calls.get(),
        [this, delivery](const Result<ClientAnswer>& answer) { settle(delivery, answer); });
}

void PracticeWebhooks::settle(const DeliveryPtr& delivery, const Result<ClientAnswer>& answer)
{
    --m_running;
    delivery->lastStatus = answer ? answer->status : 0;
    if (answer && answer->isSuccess()) {
        delivery->state = u"delivered"_s;
        ++m_counts.delivered;
    } else if (delivery->attempts >= m_options.webhookAttempts) {
        delivery->state = u"failed"_s;
        ++m_counts.failed;
        qCInfo(logPractice) << "webhook given up after" << delivery->attempts
                            << "tries, last status" << delivery->lastStatus;
    } else {
        m_schedule.after(delivery->backoff.next(), [this, delivery] {
            m_waiting.push_back(delivery);
            next();
        });
    }
    if (const auto callback = std::exchange(delivery->afterFirstTry, {})) {
        callback();
    }
    emit changed();
    next();
}

QJsonArray PracticeWebhooks::toJson() const
{
    QJsonArray all;
    for (const DeliveryPtr& delivery : m_record) {
        QJsonObject fields;
        for (auto it = delivery->fields.cbegin(); it != delivery->fields.cend(); ++it) {
            fields.insert(it.key(), it.value());
        }
        all.append(
            QJsonObject{{u"kind"_s, delivery->kind == Kind::Reply ? u"reply"_s : u"report"_s},
                {u"messageId"_s, delivery->fields.value(u"messageId"_s)},
                {u"url"_s, delivery->url.toString()}, {u"state"_s, delivery->state},
                {u"attempts"_s, delivery->attempts}, {u"lastStatus"_s, delivery->lastStatus},
                {u"fields"_s, fields}});
    }
    return all;
}

} // namespace Textdesk
