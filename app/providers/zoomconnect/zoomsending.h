// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Sending one text or many; never repeats a request (zoomconnect.md 3.1, 3.3).
#pragma once

#include "app/providers/facets.h"
#include "app/providers/zoomconnect/zoomsession.h"

namespace Textdesk {

class ZoomSending final : public SendingFacet {
public:
    explicit ZoomSending(ZoomSession& session)
        : m_session{session}
    { }
    // Error Rejected, without a request, for what can only go wrong: "invalid-number",
    // "data-field-too-long", and for a bulk "bulk-empty", "bulk-too-large".
    [[nodiscard]] Call<SendReceipt>* send(const OutgoingText& text) override;
    [[nodiscard]] bool canSchedule() const override { return true; }
    [[nodiscard]] int bulkLimit() const override;
    [[nodiscard]] Call<BulkReceipts>* sendBulk(
        const std::vector<OutgoingText>& texts, int messagesPerMinute) override;
    [[nodiscard]] int parallelRequests() const override;
    [[nodiscard]] int dataFieldLimit() const override;

private:
    ZoomSession& m_session;
};

} // namespace Textdesk
