// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a call came to, as JSON, so that a fixture can say all of it and a difference can be read.
#pragma once

#include "app/providers/provider.h"

#include <QJsonObject>

namespace Textdesk::Testing {

// Fields that are empty, zero or false are left out.
[[nodiscard]] QJsonObject outcomeOf(const Error& error);
[[nodiscard]] QJsonObject outcomeOf(const Done& done);
[[nodiscard]] QJsonObject outcomeOf(const Balance& balance);
[[nodiscard]] QJsonObject outcomeOf(const SendReceipt& receipt);
[[nodiscard]] QJsonObject outcomeOf(const BulkReceipts& receipts);
[[nodiscard]] QJsonObject outcomeOf(const HistoryPage& page);
[[nodiscard]] QJsonObject outcomeOf(const InboundEvent& event);
[[nodiscard]] QJsonObject outcomeOf(const VerifiedWebhook& webhook);

template <typename T> [[nodiscard]] QJsonObject outcomeOf(const Result<T>& result)
{
    return result ? outcomeOf(*result) : outcomeOf(result.error());
}

} // namespace Textdesk::Testing
