// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/practice/practicereading.h"

#include "app/domain/segments.h"
#include "app/practice/practiceanswers.h"
#include "app/practice/practicefilter.h"
#include "app/practice/practicenumber.h"

#include <algorithm>

namespace Textdesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestText{10}; // parts; the real limit is unknown (zoomconnect.md 1.9)

ServerAnswer messageList(const PracticeRequest& request, const PracticeState& state)
{
    const Result<PracticeFilter> filter{PracticeFilter::read(request, state)};
    if (!filter) {
        return practiceError(400, 1, u"Cannot read "_s + filter.error().detail());
    }
    const std::vector<size_t> found{filter->matches(state)};
    const int cap{state.variant.pageCap};
    const size_t size{size_t(cap > 0 ? std::min(cap, filter->pageSize()) : filter->pageSize())};
    const size_t first{std::min(found.size(), size_t(filter->page() - 1) * size)};
    const size_t end{std::min(found.size(), first + size)};
    QJsonArray messages;
    for (size_t i{first}; i < end; ++i) {
        messages.append(practiceMessageJson(state.ledger.all()[found[i]], state));
    }
    return practiceJson(QJsonObject{{u"webServiceMessages"_s, messages},
        {u"page"_s, filter->page()}, {u"pageSize"_s, filter->pageSize()},
        {u"elements"_s, messages.size()}, {u"totalElements"_s, qint64(found.size())},
        {u"totalPages"_s, qint64((found.size() + size - 1) / size)}, {u"links"_s, QJsonArray{}}});
}

ServerAnswer oneMessage(const PracticeRequest& request, const QString& id, PracticeState& state)
{
    if (!state.ledger.find(id)) {
        return practiceNotFound();
    }
    if (request.is("GET")) {
        return practiceJson(practiceMessageJson(*state.ledger.find(id), state));
    }
    if (!request.is("DELETE")) {
        return practiceWrongMethod();
    }
    const bool cancels{state.variant.deleteCancels};
    const bool written{state.ledger.change(id, [cancels](PracticeMessage& message) {
        message.deleted = true;
        if (cancels && message.status == u"SCHEDULED"_s) {
            message.cost = 0;
        }
    })};
    return written ? practiceEmpty(state.variant.deleteStatus)
                   : practiceError(500, 1, u"The books cannot be written"_s);
}

ServerAnswer markMessage(
    const PracticeRequest& request, const QString& id, bool read, PracticeState& state)
{
    if (!request.is("PUT") && !request.is("POST")) {
        return practiceWrongMethod();
    }
    if (!state.ledger.find(id)) {
        return practiceNotFound();
    }
    if (!state.ledger.change(id, [read](PracticeMessage& message) { message.read = read; })) {
        return practiceError(500, 1, u"The books cannot be written"_s);
    }
    return practiceJson(practiceMessageJson(*state.ledger.find(id), state));
}

QJsonObject fullAnalysis(const QString& text, const SegmentCount& count, const QString& encoding)
{
    QJsonArray characters;
    for (const CostlyCharacter& costly : costlyCharacters(text)) {
        characters.append(QJsonArray{qint64(costly.position), costly.character});
    }
    return {{u"messageLength"_s, qint64(text.size())}, {u"messageEncoding"_s, encoding},
        {u"numberOfMessages"_s, count.segments}, {u"messageCreditCost"_s, count.segments},
        {u"messageLengthWithinMaximumAllowed"_s, count.segments <= longestText},
        {u"characterAnalysis"_s, characters}};
}

QJsonObject templateJson(qint64 id, const PracticeState::Template& one)
{
    return {{u"templateId"_s, id}, {u"name"_s, one.name}, {u"data"_s, one.data},
        {u"links"_s, QJsonArray{}}};
}

} // namespace

ServerAnswer practiceMessages(
    const PracticeRequest& request, const QStringList& rest, PracticeState& state)
{
    if (rest.size() == 1 && rest[0] == u"all"_s) {
        return request.is("GET") ? messageList(request, state) : practiceWrongMethod();
    }
    if (rest.size() == 1) {
        return oneMessage(request, rest[0], state);
    }
    if (rest.size() == 2 && rest[0] == u"analyse"_s) {
        return practiceAnalyse(request, rest[1], state);
    }
    if (rest.size() == 2 && (rest[1] == u"markRead"_s || rest[1] == u"markUnread"_s)) {
        return markMessage(request, rest[0], rest[1] == u"markRead"_s, state);
    }
    return practiceNotFound();
}

ServerAnswer practiceAnalyse(
    const PracticeRequest& request, const QString& what, const PracticeState& state)
{
    const auto object = request.object();
    if (!request.is("POST")) {
        return practiceWrongMethod();
    }
    if (!object || !object->value(u"message"_s).isString()) {
        return practiceError(400, 1, u"message is missing"_s);
    }
    const bool needsNumber{what == u"full"_s || what == u"message-credit-cost"_s};
    if (needsNumber && !practiceNumber(object->value(u"recipientNumber"_s).toString())) {
        return practiceError(400, 2, u"Invalid mobile number"_s);
    }
    const QString text{object->value(u"message"_s).toString()};
    const SegmentCount count{countSegments(text)};
    const QString encoding{count.encoding == SmsEncoding::Gsm7 ? u"GSM7"_s : u"UCS2"_s};
    const PracticeVariant::Scalars form{state.variant.scalars};
    if (what == u"full"_s) {
        return practiceJson(fullAnalysis(text, count, encoding));
    }
    if (what == u"message-encoding"_s) {
        return practiceScalar(encoding, form);
    }
    if (what == u"message-length"_s) {
        return practiceScalar(qint64(text.size()), form);
    }
    if (what == u"message-length-within-max-allowed"_s) {
        return practiceScalar(count.segments <= longestText, form);
    }
    if (what == u"number-of-messages"_s || what == u"message-credit-cost"_s) {
        return practiceScalar(count.segments, form);
    }
    return practiceNotFound();
}

ServerAnswer practiceTemplates(
    const PracticeRequest& request, const QStringList& rest, PracticeState& state)
{
    if (rest.size() != 1) {
        return practiceNotFound();
    }
    if (rest[0] == u"all"_s && request.is("GET")) {
        QJsonArray templates;
        for (const auto& [id, one] : state.templates) {
            templates.append(templateJson(id, one));
        }
        return practiceJson(
            QJsonObject{{u"webServiceTemplates"_s, templates}, {u"links"_s, QJsonArray{}}});
    }
    const auto found = state.templates.find(rest[0].toLongLong());
    if (found == state.templates.end()) {
        return practiceNotFound();
    }
    if (request.is("GET")) {
        return practiceJson(templateJson(found->first, found->second));
    }
    if (request.is("DELETE")) {
        state.templates.erase(found);
        return practiceEmpty(state.variant.deleteStatus);
    }
    return practiceWrongMethod();
}

ServerAnswer practiceBalance(const PracticeState& state)
{
    return practiceJson(
        QJsonObject{{u"creditBalance"_s, state.balance()}, {u"links"_s, QJsonArray{}}});
}

ServerAnswer practiceSample(bool bulk)
{
    const QJsonObject one{{u"recipientNumber"_s, u"+27820000010"_s},
        {u"message"_s, u"Hello from the practice service"_s}, {u"campaign"_s, u"Practice"_s},
        {u"dataField"_s, u"42"_s}, {u"dateToSend"_s, u"203001010900"_s}};
    return practiceJson(bulk ? QJsonObject{{u"sendSmsRequests"_s, QJsonArray{one}},
                            {u"messagesPerMinute"_s, 0}, {u"defaultDateToSend"_s, QJsonValue::Null}}
                             : one);
}

} // namespace Textdesk
