// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/practice/practiceservice.h"

#include "app/base/log.h"
#include "app/http/httpserver.h"
#include "app/practice/practiceanswers.h"
#include "app/practice/practicecontrol.h"
#include "app/practice/practicenumber.h"
#include "app/practice/practicereading.h"
#include "app/practice/practicesending.h"

#include <QUuid>

#include <algorithm>

namespace Textdesk {

using namespace Qt::StringLiterals;

namespace {

// Seen tokens look like UUIDs; Qt fills a version 4 one from the system's generator.
void makeUp(SecretText& secret)
{
    if (secret.isEmpty()) {
        secret = SecretText{QUuid::createUuid().toByteArray(QUuid::WithoutBraces)};
    }
}

PracticeOptions completed(PracticeOptions options)
{
    makeUp(options.token);
    makeUp(options.webhookKey);
    return options;
}

// Kept connections live as long as at common web servers. With the five seconds that strangers get,
// the time in which a text can be taken back, a kept connection would end just as the text leaves
// on it.
ServerLimits patientLimits()
{
    ServerLimits limits;
    limits.idleTime = std::chrono::seconds{75};
    return limits;
}

// zoomconnect.md 1.3: these may end in ".json".
QString withoutSuffix(const QString& name)
{
    return name.endsWith(u".json"_s) ? name.chopped(5) : name;
}

} // namespace

class PracticeService::Private final : public RequestHandler {
public:
    Private(PracticeService& owner, Clock& clock, HttpClient& client, PracticeOptions options)
        : service{owner}
        , state{clock, completed(std::move(options))}
        , webhooks{clock, client, state.options, state.variant}
        , carrier{state, webhooks}
        , sending{state, carrier}
        , control{state, carrier, webhooks}
        , server{*this, socketClock, patientLimits()}
    { }

    void handle(const RawRequest& raw, AnswerFunction answer) override;
    void handleApi(
        const PracticeRequest& request, const QStringList& rest, const AnswerFunction& answer);
    void handleSms(
        const PracticeRequest& request, const QString& name, const AnswerFunction& answer);

    PracticeService& service;
    PracticeState state;
    PracticeWebhooks webhooks;
    PracticeCarrier carrier;
    PracticeSending sending;
    PracticeControl control;
    // Limits on sockets are about real sockets: when a test leaps an hour, the connections that the
    // client keeps must not be cut under it.
    SystemClock socketClock;
    HttpServer server; // last: its connections call into the rest
    [[nodiscard]] bool isTooFast();

    bool ledgerOpen{false};
    qint64 minute{0}; // which one requests are counted in
    int requests{0};
};

bool PracticeService::Private::isTooFast()
{
    const qint64 now{state.clock.steadyMs() / 60000};
    requests = now == minute ? requests + 1 : 1;
    minute = now;
    return state.variant.requestsPerMinute > 0 && requests > state.variant.requestsPerMinute;
}

void PracticeService::Private::handle(const RawRequest& raw, AnswerFunction answer)
{
    const PracticeRequest request{raw};
    const QStringList& path{request.path()};
    const QByteArray token{state.options.token.revealUtf8()};
    const QStringList api{u"app"_s, u"api"_s, u"rest"_s, u"v1"_s};
    if (path.size() > 4 && path.first(4) == api) {
        if (!request.isFrom(state.options.email, token)) {
            answer(practiceError(state.variant.authStatus, 1, u"The e-mail or token is wrong"_s));
        } else if (isTooFast()) {
            ServerAnswer slowDown{practiceError(429, 1, u"Too many requests"_s)};
            slowDown.headers.add(QByteArrayLiteral("Retry-After"),
                QByteArray::number(60 - state.clock.steadyMs() / 1000 % 60));
            answer(slowDown);
        } else {
            handleApi(request, path.sliced(4), answer);
        }
    } else if (path.size() == 2 && path[0] == u"practice"_s) {
        answer(request.hasToken(token) ? control.answer(request, path[1])
                                       : practiceError(401, 1, u"The token is wrong"_s));
    } else {
        answer(practiceNotFound());
    }
    emit service.changed();
}

void PracticeService::Private::handleApi(
    const PracticeRequest& request, const QStringList& rest, const AnswerFunction& answer)
{
    const QString& group{rest[0]};
    if (group == u"sms"_s && rest.size() == 2) {
        handleSms(request, withoutSuffix(rest[1]), answer);
    } else if (group == u"account"_s && rest.size() == 2
        && withoutSuffix(rest[1]) == u"balance"_s) {
        answer(request.is("GET") ? practiceBalance(state) : practiceWrongMethod());
    } else if (group == u"messages"_s) {
        answer(practiceMessages(request, rest.sliced(1), state));
    } else if (group == u"templates"_s) {
        answer(practiceTemplates(request, rest.sliced(1), state));
    } else {
        answer(practiceNotFound());
    }
}

void PracticeService::Private::handleSms(
    const PracticeRequest& request, const QString& name, const AnswerFunction& answer)
{
    const bool bulk{name == u"send-bulk"_s};
    if (name == u"send-url-parameters"_s && (request.is("GET") || request.is("POST"))) {
        sending.sendParameters(request, answer);
    } else if (name != u"send"_s && !bulk) {
        answer(practiceNotFound());
    } else if (request.is("GET")) {
        answer(practiceSample(bulk));
    } else if (!request.is("POST")) {
        answer(practiceWrongMethod());
    } else if (bulk) {
        sending.sendBulk(request, answer);
    } else {
        sending.send(request, answer);
    }
}

PracticeService::PracticeService(
    Clock& clock, HttpClient& client, PracticeOptions options, QObject* parent)
    : QObject{parent}
    , d{std::make_unique<Private>(*this, clock, client, std::move(options))}
{
    connect(&d->webhooks, &PracticeWebhooks::changed, this, &PracticeService::changed);
}

PracticeService::~PracticeService()
{
    d->server.close();
}

Result<quint16> PracticeService::start(quint16 port)
{
    if (!d->ledgerOpen && !d->state.options.ledgerFile.isEmpty()) {
        if (const auto opened = d->state.ledger.open(d->state.options.ledgerFile); !opened) {
            return fail(opened.error());
        }
        d->ledgerOpen = true;
    }
    const Result<quint16> listening{d->server.listen(QHostAddress{QHostAddress::LocalHost}, port)};
    if (listening) {
        d->carrier.resume();
        qCInfo(logPractice) << "practice service listens on port" << *listening;
    }
    return listening;
}

void PracticeService::stop()
{
    d->server.close();
    d->carrier.stop();
    d->webhooks.stop();
}

bool PracticeService::isRunning() const
{
    return d->server.isListening();
}

QString PracticeService::baseUrl() const
{
    return isRunning() ? u"http://127.0.0.1:%1/app/"_s.arg(d->server.port()) : QString{};
}

const QString& PracticeService::email() const
{
    return d->state.options.email;
}

const SecretText& PracticeService::token() const
{
    return d->state.options.token;
}

const SecretText& PracticeService::webhookKey() const
{
    return d->state.options.webhookKey;
}

const QString& PracticeService::ownNumber() const
{
    return d->state.options.ownNumber;
}

void PracticeService::setWebhookUrls(const QUrl& replies, const QUrl& reports)
{
    d->webhooks.setUrls(replies, reports);
}

Result<QString> PracticeService::injectReply(const QString& from, const QString& text)
{
    const auto number = practiceNumber(from);
    if (!number) {
        return fail(ErrorKind::Rejected, u"invalid-number"_s);
    }
    if (text.isEmpty()) {
        return fail(ErrorKind::Rejected, u"empty-message"_s);
    }
    const auto id = d->carrier.receive(*number, text, {});
    emit changed();
    return id ? Result<QString>{*id} : fail(ErrorKind::Storage, u"ledger-file"_s);
}

const PracticeVariant& PracticeService::variant() const
{
    return d->state.variant;
}

void PracticeService::setVariant(const PracticeVariant& variant)
{
    d->state.variant = variant;
}

void PracticeService::setBehaviour(const QString& number, PracticeBehaviour behaviour)
{
    if (const auto known = practiceNumber(number)) {
        d->state.script.insert(*known, behaviour);
    }
}

void PracticeService::topUp()
{
    constexpr double some{100};
    d->state.options.credits += some;
    d->state.isToppedUp = true;
    emit changed();
}

int PracticeService::createdCount() const
{
    const auto& all = d->state.ledger.all();
    return int(std::count_if(
        all.cbegin(), all.cend(), [](const PracticeMessage& message) { return message.outbound; }));
}

double PracticeService::balance() const
{
    return d->state.balance();
}

const PracticeWebhooks::Counts& PracticeService::webhookCounts() const
{
    return d->webhooks.counts();
}

} // namespace Textdesk
