// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/providers/zoomconnect/zoomhistory.h"

#include "app/providers/zoomconnect/zoomfields.h"
#include "app/providers/zoomconnect/zoomreceipts.h"
#include "app/providers/zoomconnect/zoomrequests.h"
#include "app/providers/zoomconnect/zoomrows.h"

namespace Textdesk {

namespace {

const QString& badId()
{
    static const QString word{QStringLiteral("bad-id")};
    return word;
}

} // namespace

Call<HistoryPage>* ZoomHistory::page(const HistoryQuery& query)
{
    const ZoomSettings& settings{m_session.settings()};
    return m_session.run<HistoryPage>(zoomPageRequest(settings, query), Effect::Read,
        [query, settings](
            const ClientAnswer& answer) { return readZoomPage(answer, query, settings); });
}

Call<InboundEvent>* ZoomHistory::one(const QString& providerId)
{
    if (!isUsableId(providerId)) {
        return m_session.refuse<InboundEvent>(badId());
    }
    const ZoomSettings& settings{m_session.settings()};
    return m_session.run<InboundEvent>(zoomMessageRequest(settings, providerId), Effect::Read,
        [providerId, settings](
            const ClientAnswer& answer) { return readZoomMessage(answer, providerId, settings); });
}

Call<Done>* ZoomHistory::remove(const QString& providerId)
{
    if (!isUsableId(providerId)) {
        return m_session.refuse<Done>(badId());
    }
    return m_session.run<Done>(
        zoomRemoveRequest(m_session.settings(), providerId), Effect::Change, readZoomDone);
}

Call<Done>* ZoomHistory::setRead(const QString& providerId, bool read)
{
    if (!isUsableId(providerId)) {
        return m_session.refuse<Done>(badId());
    }
    return m_session.run<Done>(
        zoomReadRequest(m_session.settings(), providerId, read), Effect::Change, readZoomDone);
}

} // namespace Textdesk
