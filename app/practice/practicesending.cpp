// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/practice/practicesending.h"

#include "app/domain/segments.h"
#include "app/practice/practiceanswers.h"

#include <algorithm>
#include <utility>

namespace Textdesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

struct PracticeSending::Recorded final {
    QString id;
    QString refusal;
    bool broken{false}; // the books could not be written
};

namespace {

ServerAnswer answerOf(const Error& error)
{
    return practiceError(400, error.providerCode().toInt(), error.providerText());
}

// Answers that follow from the number after the text was accepted.
bool changesAnswer(PracticeBehaviour behaviour)
{
    switch (behaviour) {
    case PracticeBehaviour::RecordThen500:
    case PracticeBehaviour::RecordThenCut:
    case PracticeBehaviour::SlowAnswer:
    case PracticeBehaviour::TruncatedJson:
    case PracticeBehaviour::EmptyAnswer:
    case PracticeBehaviour::EarlyReport:
        return true;
    default:
        return false;
    }
}

} // namespace

PracticeSending::PracticeSending(PracticeState& state, PracticeCarrier& carrier)
    : m_state{state}
    , m_carrier{carrier}
{ }

std::optional<ServerAnswer> PracticeSending::refusalOf(PracticeBehaviour behaviour) const
{
    if (!leavesNoRecord(behaviour)) {
        return std::nullopt;
    }
    ServerAnswer answer;
    switch (behaviour) {
    case PracticeBehaviour::CutUnrecorded:
        answer.abortConnection = true;
        break;
    case PracticeBehaviour::HtmlPage:
        answer.contentType = QByteArrayLiteral("text/html; charset=utf-8");
        answer.body = QByteArrayLiteral("<!DOCTYPE html><html><body><h1>Please sign in to the "
                                        "network</h1></body></html>");
        break;
    default:
        answer = practiceError(429, 1, u"Too many requests"_s);
        if (behaviour == PracticeBehaviour::RateLimitedWithWait) {
            answer.headers.add(QByteArrayLiteral("Retry-After"), QByteArrayLiteral("2"));
        }
    }
    return answer;
}

PracticeSending::Recorded PracticeSending::record(
    const PracticeDraft& draft, std::chrono::milliseconds slot)
{
    const PracticeBehaviour behaviour{m_state.behaviourOf(draft.to)};
    const int parts{countSegments(draft.text).segments};
    if (behaviour == PracticeBehaviour::ErrorText) {
        return {{}, u"The message could not be accepted"_s};
    }
    const bool playsPoor{
        behaviour == PracticeBehaviour::NoCredit && !std::exchange(m_state.isToppedUp, false)};
    if (playsPoor || m_state.balance() < parts) {
        return {{}, u"Insufficient credits to send the message"_s};
    }
    const qint64 now{m_state.clock.nowMs()};
    const qint64 due{std::max(draft.dueMs, now) + slot.count()};
    PracticeMessage message;
    message.id = m_state.ids.next(now, m_state.variant.ids == PracticeVariant::Ids::Number);
    message.status = due > now ? u"SCHEDULED"_s : u"SENT"_s;
    message.from = m_state.options.ownNumber;
    message.to = draft.to;
    message.text = draft.text;
    message.campaign = draft.campaign;
    message.dataField = draft.dataField;
    message.parts = parts;
    message.cost = parts;
    message.createdMs = now;
    message.scheduledMs = due > now ? due : 0;
    message.sentMs = due > now ? 0 : now;
    message.read = true;
    if (!m_state.ledger.add(message)) {
        return {{}, {}, true};
    }
    // An early report is the carrier's first step and belongs to the answer, see finish().
    if (behaviour != PracticeBehaviour::EarlyReport || due > now) {
        m_carrier.take(message.id);
    }
    return {message.id, {}};
}

bool PracticeSending::isEarly(PracticeBehaviour behaviour, const QString& id) const
{
    return behaviour == PracticeBehaviour::EarlyReport
        && m_state.ledger.find(id)->status == u"SENT"_s;
}

void PracticeSending::finish(
    PracticeBehaviour behaviour, const QString& id, ServerAnswer good, const AnswerFunction& answer)
{
    switch (behaviour) {
    case PracticeBehaviour::RecordThen500:
        answer(practiceError(500, 1, u"The request could not be processed"_s));
        return;
    case PracticeBehaviour::RecordThenCut:
        good.abortConnection = true;
        break;
    case PracticeBehaviour::TruncatedJson:
        good.body.truncate(good.body.size() / 2);
        break;
    case PracticeBehaviour::EmptyAnswer:
        good.body.clear();
        break;
    case PracticeBehaviour::SlowAnswer:
        m_carrier.later(3s, [answer, good] { answer(good); });
        return;
    case PracticeBehaviour::EarlyReport:
        if (isEarly(behaviour, id)) {
            m_carrier.deliverEarly(id, [answer, good] { answer(good); });
            return;
        }
        break;
    default:
        break;
    }
    answer(good);
}

QJsonObject PracticeSending::entry(const Recorded& recorded) const
{
    const bool accepted{recorded.refusal.isEmpty()};
    return {
        {u"messageId"_s, accepted ? practiceId(recorded.id, m_state.variant.ids) : QJsonValue{}},
        {u"error"_s, accepted ? QJsonValue{} : QJsonValue{recorded.refusal}}};
}

void PracticeSending::single(const Result<PracticeDraft>& draft, const AnswerFunction& answer,
    const std::function<ServerAnswer(const Recorded&)>& write)
{
    if (!draft) {
        answer(answerOf(draft.error()));
        return;
    }
    const PracticeBehaviour behaviour{m_state.behaviourOf(draft->to)};
    if (const auto refusal = refusalOf(behaviour)) {
        answer(*refusal);
        return;
    }
    const Recorded recorded{record(*draft, 0ms)};
    if (recorded.broken) {
        answer(practiceError(500, 1, u"The books cannot be written"_s));
        return;
    }
    const bool accepted{recorded.refusal.isEmpty()};
    finish(accepted ? behaviour : PracticeBehaviour::Deliver, recorded.id, write(recorded), answer);
}

void PracticeSending::send(const PracticeRequest& request, AnswerFunction answer)
{
    const auto object = request.object();
    if (!object) {
        answer(practiceError(400, 1, u"The body is not a JSON object"_s));
        return;
    }
    single(readPracticeDraft(*object, {}, m_state), answer, [this](const Recorded& recorded) {
        return practiceJson(entry(recorded), m_state.variant.createStatus);
    });
}

void PracticeSending::sendParameters(const PracticeRequest& request, AnswerFunction answer)
{
    QJsonObject object;
    for (const QString& name :
        {u"recipientNumber"_s, u"message"_s, u"campaign"_s, u"dataField"_s, u"dateToSend"_s}) {
        if (const auto value = request.field(name)) {
            object.insert(name, *value);
        }
    }
    single(readPracticeDraft(object, {}, m_state), answer, [this](const Recorded& recorded) {
        return recorded.refusal.isEmpty()
            ? practiceScalar(practiceId(recorded.id, m_state.variant.ids), m_state.variant.scalars)
            : practiceError(400, 1, recorded.refusal);
    });
}

void PracticeSending::sendBulk(const PracticeRequest& request, AnswerFunction answer)
{
    const auto object = request.object();
    const QJsonValue list{object ? object->value(u"sendSmsRequests"_s) : QJsonValue{}};
    const QJsonValue perMinute{object ? object->value(u"messagesPerMinute"_s) : QJsonValue{}};
    const bool rateOk{perMinute.isUndefined() || perMinute.isNull()
        || (perMinute.isDouble() && perMinute.toDouble() >= 0)};
    if (!list.isArray() || list.toArray().isEmpty() || !rateOk) {
        answer(practiceError(400, 1, u"sendSmsRequests or messagesPerMinute is not right"_s));
        return;
    }
    const QString defaultDate{practiceText(object->value(u"defaultDateToSend"_s))};
    std::vector<Result<PracticeDraft>> drafts;
    const QJsonArray entries = list.toArray(); // braces would nest it
    for (const QJsonValue& one : entries) {
        drafts.push_back(readPracticeDraft(one.toObject(), defaultDate, m_state));
        if (!drafts.back()
            && m_state.variant.bulkBadEntry == PracticeVariant::BadEntry::RejectsWhole) {
            answer(answerOf(drafts.back().error()));
            return;
        }
    }
    answerBulk(drafts, perMinute.toDouble(), answer);
}

// Numbers that break the answer break it for the whole request; the first such entry decides how.
void PracticeSending::answerBulk(const std::vector<Result<PracticeDraft>>& drafts, double perMinute,
    const AnswerFunction& answer)
{
    for (const Result<PracticeDraft>& draft : drafts) {
        const auto refusal = draft ? refusalOf(m_state.behaviourOf(draft->to)) : std::nullopt;
        if (refusal) {
            answer(*refusal);
            return;
        }
    }
    QJsonArray responses;
    PracticeBehaviour decisive{PracticeBehaviour::Deliver};
    QString decisiveId;
    int taken{0};
    for (const Result<PracticeDraft>& draft : drafts) {
        if (!draft) {
            responses.append(entry({{}, draft.error().providerText()}));
            continue;
        }
        const double slot{perMinute > 0 ? 60000.0 * taken / perMinute : 0.0};
        const Recorded recorded{record(*draft, std::chrono::milliseconds{qint64(slot)})};
        if (recorded.broken) {
            answer(practiceError(500, 1, u"The books cannot be written"_s));
            return;
        }
        responses.append(entry(recorded));
        taken += recorded.id.isEmpty() ? 0 : 1;
        const PracticeBehaviour behaviour{m_state.behaviourOf(draft->to)};
        if (recorded.id.isEmpty() || !changesAnswer(behaviour)) {
            continue;
        }
        if (decisiveId.isEmpty()) {
            decisive = behaviour;
            decisiveId = recorded.id;
        } else if (isEarly(behaviour, recorded.id)) {
            m_carrier.deliverEarly(recorded.id, {});
        }
    }
    finish(decisive, decisiveId,
        practiceJson(QJsonObject{{u"sendSmsResponses"_s, responses}}, m_state.variant.createStatus),
        answer);
}

} // namespace Textdesk
