// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The provider's own list of messages: the way to find what a cut connection left in doubt
// (zoomconnect.md 6).
#pragma once

#include "app/providers/facets.h"
#include "app/providers/zoomconnect/zoomsession.h"

namespace Textdesk {

class ZoomHistory final : public HistoryFacet {
public:
    explicit ZoomHistory(ZoomSession& session)
        : m_session{session}
    { }
    [[nodiscard]] Call<HistoryPage>* page(const HistoryQuery& query) override;
    // The three below: Error Rejected "bad-id", without a request, for an id that no path can hold.
    [[nodiscard]] Call<InboundEvent>* one(const QString& providerId) override;
    [[nodiscard]] Call<Done>* remove(const QString& providerId) override;
    [[nodiscard]] Call<Done>* setRead(const QString& providerId, bool read) override;

private:
    ZoomSession& m_session;
};

} // namespace Textdesk
