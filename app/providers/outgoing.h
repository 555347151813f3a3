// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a provider is asked to send and what it answers.
#pragma once

#include "app/base/result.h"
#include "app/domain/address.h"

#include <QString>

#include <optional>
#include <vector>

namespace Textdesk {

struct OutgoingText final {
    Address to;
    QString text;
    QString campaign;
    QString dataField; // wire value: the person's data, '#', the client reference
    std::optional<qint64> sendAtMs; // hand to the provider's own scheduler; UTC
};

struct SendReceipt final {
    QString providerId; // may be empty when the provider accepted without naming one
};

// One entry a text, in the order they were given.
using BulkReceipts = std::vector<Result<SendReceipt>>;

} // namespace Textdesk
