// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person asks to send, and the rules that are checked before anything is stored.
#pragma once

#include "app/base/result.h"
#include "app/domain/address.h"
#include "app/domain/message.h"

#include <QString>

namespace Textdesk {

struct Draft final {
    AccountId account;
    QString to; // any spelling
    QString text;
    QString campaign;
    QString dataField; // at most 36 characters
    qint64 scheduledMs{0}; // 0 = now
    bool handOver{false}; // let the provider hold it until then; it may not be recallable
    qint64 undoMs{0}; // held here this long so that it can be taken back
};

constexpr qsizetype longestText{4000};

// The recipient. Error Rejected: "empty-message", "too-long", "control-characters",
// "data-field-too-long", "cannot-receive", or "invalid-number: <why>" with Address::parse's reason.
[[nodiscard]] Result<Address> checkDraft(const Draft& draft, const QString& region);

} // namespace Textdesk
