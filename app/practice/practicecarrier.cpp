// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/practice/practicecarrier.h"

#include <array>

namespace Textdesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString outcomeWord(PracticeBehaviour behaviour)
{
    switch (behaviour) {
    case PracticeBehaviour::Fail:
        return u"FAILED"_s;
    case PracticeBehaviour::FailOptOut:
        return u"FAILED_OPTOUT"_s;
    case PracticeBehaviour::FailRefunded:
        return u"FAILED_REFUNDED"_s;
    case PracticeBehaviour::OddStatus:
        return u"BUFFERED_AT_CARRIER"_s;
    default:
        return u"DELIVERED"_s;
    }
}

// Never quotes what was sent, so that a screenshot of a reply gives nothing away.
QString friendlyText(size_t turn)
{
    static const std::array texts{u"Thank you, got it!"_s, u"Sounds good, see you then."_s,
        u"Perfect, thanks for letting me know."_s, u"Received with thanks."_s};
    return texts[turn % texts.size()];
}

} // namespace

PracticeCarrier::PracticeCarrier(PracticeState& state, PracticeWebhooks& webhooks)
    : m_state{state}
    , m_webhooks{webhooks}
    , m_schedule{state.clock}
{ }

void PracticeCarrier::later(std::chrono::milliseconds delay, std::function<void()> fn)
{
    m_schedule.after(delay, std::move(fn));
}

void PracticeCarrier::take(const QString& id)
{
    const PracticeMessage* const message{m_state.ledger.find(id)};
    if (!message) {
        return;
    }
    if (message->status == u"SCHEDULED"_s) {
        later(std::chrono::milliseconds{message->scheduledMs - m_state.clock.nowMs()},
            [this, id] { leave(id); });
        return;
    }
    leave(id);
}

void PracticeCarrier::leave(const QString& id)
{
    const PracticeMessage* const message{m_state.ledger.find(id)};
    if (message->deleted && m_state.variant.deleteCancels && message->status == u"SCHEDULED"_s) {
        return;
    }
    if (message->status == u"SCHEDULED"_s) {
        m_state.ledger.change(id, [this](PracticeMessage& changed) {
            changed.status = u"SENT"_s;
            changed.sentMs = m_state.clock.nowMs();
        });
    }
    const PracticeBehaviour behaviour{m_state.behaviourOf(message->to)};
    later(m_state.variant.sentDelay, [this, id, behaviour] {
        if (m_state.variant.sentReports) {
            report(id, u"SENT"_s);
        }
        if (behaviour != PracticeBehaviour::StaySent) {
            later(m_state.variant.deliveredDelay, [this, id] { outcome(id); });
        }
    });
}

void PracticeCarrier::outcome(const QString& id)
{
    const PracticeBehaviour behaviour{m_state.behaviourOf(m_state.ledger.find(id)->to)};
    const QString word{outcomeWord(behaviour)};
    const bool answers{repliesAfterDelivery(behaviour)
        && (m_state.variant.replies || behaviour != PracticeBehaviour::Deliver)};
    m_state.ledger.change(id, [&word, answers](PracticeMessage& changed) {
        changed.status = word;
        changed.owesReply = answers;
        if (word == u"FAILED_REFUNDED"_s) {
            changed.cost = 0;
        }
    });
    report(id, word);
    if (behaviour == PracticeBehaviour::LateSentReport) {
        later(300ms, [this, id] { report(id, u"SENT"_s); });
    }
    if (answers) {
        later(m_state.variant.replyDelay, [this, id] { reply(id); });
    }
}

void PracticeCarrier::deliverEarly(const QString& id, std::function<void()> done)
{
    m_state.ledger.change(id, [](PracticeMessage& changed) {
        changed.status = u"DELIVERED"_s;
        changed.owesReply = true;
    });
    report(id, u"DELIVERED"_s, std::move(done));
    later(m_state.variant.replyDelay, [this, id] { reply(id); });
}

void PracticeCarrier::reply(const QString& id)
{
    const PracticeMessage message{*m_state.ledger.find(id)};
    const PracticeBehaviour behaviour{m_state.behaviourOf(message.to)};
    const bool stop{behaviour == PracticeBehaviour::ReplyStop};
    m_state.ledger.change(id, [](PracticeMessage& changed) { changed.owesReply = false; });
    receive(message.to, stop ? u"STOP"_s : friendlyText(m_repliesMade++), id,
        behaviour == PracticeBehaviour::ReplyTwice ? 2 : 1);
}

std::optional<QString> PracticeCarrier::receive(
    const QString& from, const QString& text, const QString& repliedTo, int announcements)
{
    const qint64 now{m_state.clock.nowMs()};
    const PracticeMessage* const question{m_state.ledger.find(repliedTo)};
    PracticeMessage message;
    message.id = m_state.ids.next(now, m_state.variant.ids == PracticeVariant::Ids::Number);
    message.outbound = false;
    message.status = u"RECEIVED"_s;
    message.from = from;
    message.to = m_state.options.ownNumber;
    message.text = text;
    message.repliedTo = question ? repliedTo : QString{};
    message.campaign = question ? question->campaign : QString{};
    message.dataField = question ? question->dataField : QString{};
    message.createdMs = now;
    message.receivedMs = now;
    if (!m_state.ledger.add(message)) {
        return std::nullopt;
    }
    announce(message);
    for (int again{1}; again < announcements; ++again) {
        later(200ms * again, [this, message] { announce(message); });
    }
    return message.id;
}

// zoomconnect.md 9.2
void PracticeCarrier::announce(const PracticeMessage& message)
{
    PracticeFields fields{{u"from"_s, message.from}, {u"to"_s, message.to.mid(1)},
        {u"messageId"_s, message.id}, {u"message"_s, message.text},
        {u"date"_s, m_state.dates.minute(message.receivedMs)}};
    if (!message.repliedTo.isEmpty()) {
        fields.insert(u"repliedToMessageId"_s, message.repliedTo);
    }
    if (!message.campaign.isEmpty()) {
        fields.insert(u"campaign"_s, message.campaign);
    }
    if (!message.dataField.isEmpty()) {
        fields.insert(u"dataField"_s, message.dataField);
    }
    m_webhooks.post(PracticeWebhooks::Kind::Reply, fields);
}

// zoomconnect.md 9.3
void PracticeCarrier::report(const QString& id, const QString& status, std::function<void()> done)
{
    const PracticeMessage* const message{m_state.ledger.find(id)};
    PracticeFields fields{{u"messageId"_s, id}, {u"status"_s, status}};
    if (!message->campaign.isEmpty()) {
        fields.insert(u"campaign"_s, message->campaign);
    }
    if (!message->dataField.isEmpty()) {
        fields.insert(u"dataField"_s, message->dataField);
    }
    m_webhooks.post(PracticeWebhooks::Kind::Report, fields, std::move(done));
}

void PracticeCarrier::resume()
{
    for (const PracticeMessage& message : m_state.ledger.all()) {
        m_state.ids.notice(message.id);
        const QString id{message.id};
        if (message.outbound && (message.status == u"SCHEDULED"_s || message.status == u"SENT"_s)) {
            take(id);
        } else if (message.owesReply) {
            later(m_state.variant.replyDelay, [this, id] { reply(id); });
        }
    }
}

} // namespace Textdesk
