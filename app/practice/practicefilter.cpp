// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/practice/practicefilter.h"

#include <algorithm>
#include <numeric>

namespace Textdesk {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dayMs{86400000};

QString digitsOf(const QString& number)
{
    QString digits;
    std::copy_if(number.begin(), number.end(), std::back_inserter(digits),
        [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits;
}

bool numberMatches(const QString& number, const QString& wanted, bool partly)
{
    const QString digits{digitsOf(number)};
    return partly ? digits.contains(wanted) : digits == wanted;
}

// An empty value is as good as none (zoomconnect.md 1.9).
std::optional<QString> filled(const PracticeRequest& request, const QString& name)
{
    const auto value = request.field(name);
    return value && !value->isEmpty() ? value : std::nullopt;
}

} // namespace

bool PracticeFilter::Span::holds(qint64 ms) const
{
    const bool open{!fromMs && !endMs};
    return open || (ms != 0 && (!fromMs || ms >= *fromMs) && (!endMs || ms < *endMs));
}

QString PracticeFilter::readPaging(const PracticeRequest& request)
{
    for (auto [name, target] : {std::pair{u"page"_s, &m_page}, {u"pageSize"_s, &m_pageSize}}) {
        if (const auto text = filled(request, name)) {
            bool ok{false};
            *target = text->toInt(&ok);
            if (!ok || *target < 1) {
                return name;
            }
        }
    }
    return {};
}

QString PracticeFilter::readFlags(const PracticeRequest& request)
{
    for (auto [name, target] : {std::pair{u"deleted"_s, &m_deleted}, {u"read"_s, &m_read}}) {
        if (const auto text = filled(request, name)) {
            if (*text != u"true"_s && *text != u"false"_s) {
                return name;
            }
            *target = *text == u"true"_s;
        }
    }
    m_type = filled(request, u"type"_s);
    if (m_type && *m_type != u"OUTBOUND"_s && *m_type != u"INBOUND"_s) {
        return u"type"_s;
    }
    return {};
}

QString PracticeFilter::readSpan(
    const PracticeRequest& request, const QString& what, const PracticeState& state, Span& span)
{
    const QString fromName{u"fromDateTime"_s + what};
    const QString toName{u"toDateTime"_s + what};
    if (const auto text = filled(request, fromName)) {
        span.fromMs = state.dates.fromDay(*text);
        if (!span.fromMs) {
            return fromName;
        }
    }
    if (const auto text = filled(request, toName)) {
        span.endMs = state.dates.fromDay(*text);
        if (!span.endMs) {
            return toName;
        }
        *span.endMs += state.variant.toDayInclusive ? dayMs : 0;
    }
    return {};
}

Result<PracticeFilter> PracticeFilter::read(
    const PracticeRequest& request, const PracticeState& state)
{
    PracticeFilter filter;
    for (const QString& wrong : {filter.readPaging(request), filter.readFlags(request),
             filter.readSpan(request, u"Sent"_s, state, filter.m_sent),
             filter.readSpan(request, u"Received"_s, state, filter.m_received)}) {
        if (!wrong.isEmpty()) {
            return fail(ErrorKind::Rejected, wrong);
        }
    }
    filter.m_status = filled(request, u"status"_s);
    filter.m_text = filled(request, u"message"_s);
    filter.m_campaign = filled(request, u"campaign"_s);
    filter.m_dataField = filled(request, u"dataField"_s);
    filter.m_repliesTo = filled(request, u"repliesToMessageId"_s);
    if (const auto from = filled(request, u"fromNumber"_s)) {
        filter.m_from = digitsOf(*from);
    }
    if (const auto to = filled(request, u"toNumber"_s)) {
        filter.m_to = digitsOf(*to);
    }
    return filter;
}

bool PracticeFilter::holdsFlags(
    const PracticeMessage& message, const PracticeVariant& variant) const
{
    const bool shown{
        m_deleted ? message.deleted == *m_deleted : variant.deletedInList || !message.deleted};
    // The read filter is for the inbox alone.
    const bool readFits{!m_read || (!message.outbound && message.read == *m_read)};
    const bool typeFits{!m_type || message.outbound == (*m_type == u"OUTBOUND"_s)};
    return shown && readFits && typeFits;
}

bool PracticeFilter::holds(const PracticeMessage& message, const PracticeVariant& variant) const
{
    return holdsFlags(message, variant) && (!m_status || message.status == *m_status)
        && (!m_from || numberMatches(message.from, *m_from, variant.partialNumbers))
        && (!m_to || numberMatches(message.to, *m_to, variant.partialNumbers))
        && (!m_text || message.text.contains(*m_text, Qt::CaseInsensitive))
        && (!m_campaign || message.campaign == *m_campaign)
        && (!m_dataField || message.dataField == *m_dataField)
        && (!m_repliesTo || message.repliedTo == *m_repliesTo) && m_sent.holds(message.sentMs)
        && m_received.holds(message.receivedMs);
}

std::vector<size_t> PracticeFilter::matches(const PracticeState& state) const
{
    std::vector<size_t> positions;
    if (m_dataField) {
        positions = state.ledger.withDataField(*m_dataField);
    } else {
        positions.resize(state.ledger.all().size());
        std::iota(positions.begin(), positions.end(), size_t{0});
    }
    std::erase_if(positions, [this, &state](size_t position) {
        return !holds(state.ledger.all()[position], state.variant);
    });
    if (state.variant.order == PracticeVariant::Order::Newest) {
        std::reverse(positions.begin(), positions.end());
    }
    return positions;
}

} // namespace Textdesk
