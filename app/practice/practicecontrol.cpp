// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/practice/practicecontrol.h"

#include "app/practice/practiceanswers.h"
#include "app/practice/practicenumber.h"

namespace Textdesk {

using namespace Qt::StringLiterals;

namespace {

bool isPage(const QString& page)
{
    return page == u"ledger"_s || page == u"webhooks"_s || page == u"variant"_s
        || page == u"script"_s || page == u"reply"_s || page == u"webhook-urls"_s;
}

} // namespace

PracticeControl::PracticeControl(
    PracticeState& state, PracticeCarrier& carrier, PracticeWebhooks& webhooks)
    : m_state{state}
    , m_carrier{carrier}
    , m_webhooks{webhooks}
{ }

ServerAnswer PracticeControl::answer(const PracticeRequest& request, const QString& page)
{
    if (!isPage(page)) {
        return practiceNotFound();
    }
    if (request.is("GET")) {
        return read(page);
    }
    if (!request.is("POST")) {
        return practiceWrongMethod();
    }
    const auto body = request.object();
    return body ? change(page, *body) : practiceError(400, 1, u"The body is not a JSON object"_s);
}

ServerAnswer PracticeControl::read(const QString& page) const
{
    if (page == u"ledger"_s) {
        return practiceJson(m_state.ledger.toJson());
    }
    if (page == u"webhooks"_s) {
        return practiceJson(m_webhooks.toJson());
    }
    if (page == u"variant"_s) {
        return practiceJson(variantToJson(m_state.variant));
    }
    if (page == u"script"_s) {
        return practiceJson(script());
    }
    return practiceWrongMethod();
}

ServerAnswer PracticeControl::change(const QString& page, const QJsonObject& body)
{
    if (page == u"variant"_s) {
        const Result<Done> applied{applyToVariant(m_state.variant, body)};
        return applied ? practiceJson(variantToJson(m_state.variant))
                       : practiceError(400, 1, u"Cannot set "_s + applied.error().detail());
    }
    if (page == u"script"_s) {
        return changeScript(body);
    }
    if (page == u"reply"_s) {
        return reply(body);
    }
    if (page == u"webhook-urls"_s) {
        m_webhooks.setUrls(
            QUrl{body.value(u"replies"_s).toString()}, QUrl{body.value(u"reports"_s).toString()});
        return practiceEmpty(204);
    }
    return practiceWrongMethod();
}

// {"number": "+27...", "behaviour": "fail"}; an empty behaviour takes the number off the script.
ServerAnswer PracticeControl::changeScript(const QJsonObject& body)
{
    const auto number = practiceNumber(body.value(u"number"_s).toString());
    const QString word{body.value(u"behaviour"_s).toString()};
    const auto behaviour = practiceBehaviourFromWord(word);
    if (!number || (!behaviour && !word.isEmpty())) {
        return practiceError(400, number ? 1 : 2, u"number or behaviour is not right"_s);
    }
    if (behaviour) {
        m_state.script.insert(*number, *behaviour);
    } else {
        m_state.script.remove(*number);
    }
    return practiceJson(script());
}

ServerAnswer PracticeControl::reply(const QJsonObject& body)
{
    const auto from = practiceNumber(body.value(u"from"_s).toString());
    const QString text{body.value(u"text"_s).toString()};
    if (!from) {
        return practiceError(400, 2, u"Invalid mobile number"_s);
    }
    if (text.isEmpty()) {
        return practiceError(400, 3, u"Message is empty"_s);
    }
    const auto id = m_carrier.receive(*from, text, body.value(u"repliedTo"_s).toString());
    return id ? practiceJson(QJsonObject{{u"messageId"_s, *id}})
              : practiceError(500, 1, u"The books cannot be written"_s);
}

QJsonArray PracticeControl::script() const
{
    QJsonArray numbers;
    for (const PracticeNumber& magic : practiceNumbers()) {
        numbers.append(QJsonObject{{u"number"_s, magic.number}, {u"behaviour"_s, magic.word},
            {u"explanation"_s, magic.explanation}});
    }
    for (auto it = m_state.script.cbegin(); it != m_state.script.cend(); ++it) {
        for (const PracticeNumber& magic : practiceNumbers()) {
            if (magic.behaviour == it.value()) {
                numbers.append(QJsonObject{{u"number"_s, it.key()}, {u"behaviour"_s, magic.word},
                    {u"explanation"_s, magic.explanation}, {u"scripted"_s, true}});
            }
        }
    }
    return numbers;
}

} // namespace Textdesk
