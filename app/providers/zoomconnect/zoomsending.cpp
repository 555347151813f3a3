// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/providers/zoomconnect/zoomsending.h"

#include "app/providers/zoomconnect/zoomreceipts.h"
#include "app/providers/zoomconnect/zoomrequests.h"

namespace Textdesk {

namespace {

// Empty when the text can go out.
QString objection(const OutgoingText& text)
{
    if (!text.to.canReceive()) {
        return QStringLiteral("invalid-number");
    }
    // Cut by the provider it would lose the client reference at its end.
    if (text.dataField.size() > zoomDataFieldLimit) {
        return QStringLiteral("data-field-too-long");
    }
    return {};
}

} // namespace

Call<SendReceipt>* ZoomSending::send(const OutgoingText& text)
{
    if (const QString why{objection(text)}; !why.isEmpty()) {
        return m_session.refuse<SendReceipt>(why);
    }
    return m_session.run<SendReceipt>(
        zoomSendRequest(m_session.settings(), text), Effect::Change, readZoomReceipt);
}

int ZoomSending::bulkLimit() const
{
    return zoomBulkLimit;
}

Call<BulkReceipts>* ZoomSending::sendBulk(
    const std::vector<OutgoingText>& texts, int messagesPerMinute)
{
    if (texts.empty()) {
        return m_session.refuse<BulkReceipts>(QStringLiteral("bulk-empty"));
    }
    if (texts.size() > zoomBulkLimit) {
        return m_session.refuse<BulkReceipts>(QStringLiteral("bulk-too-large"));
    }
    for (const OutgoingText& text : texts) {
        if (const QString why{objection(text)}; !why.isEmpty()) {
            return m_session.refuse<BulkReceipts>(why);
        }
    }
    return m_session.run<BulkReceipts>(
        zoomBulkRequest(m_session.settings(), texts, messagesPerMinute), Effect::Change,
        [count = texts.size()](
            const ClientAnswer& answer) { return readZoomReceipts(answer, count); });
}

int ZoomSending::parallelRequests() const
{
    // Enough to fill 50 ms of latency at 1,000 texts a second, with room to spare; a cut then
    // leaves at most this many in doubt, so it is no larger than needed.
    constexpr int overHttp2{128};
    return m_session.isMultiplexed() ? overHttp2 : SendingFacet::parallelRequests();
}

int ZoomSending::dataFieldLimit() const
{
    return zoomDataFieldLimit;
}

} // namespace Textdesk
