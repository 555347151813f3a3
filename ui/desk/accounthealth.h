// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The light of an account and the words for it, the same in the rail and on its card.
#pragma once

#include "app/accounts/account.h"
#include "ui/widgets/healthlist.h"

#include <QString>

#include <optional>

namespace Textdesk {

struct AccountHealth final {
    Health health{Health::Good};
    QString shortNote; // beside the name at the rail's foot: "412", "paused"
    QString note; // why, and what to do
    bool isRefused{false}; // a new token mends it
};

// What is known beside the account itself.
struct HealthFacts final {
    std::optional<Error> problem; // of the last round of questions
    bool isKeyDue{false};
};

// The reason of a pause that a new token ends.
[[nodiscard]] const QString& refusedReason();
[[nodiscard]] AccountHealth healthOf(const Account& account, const HealthFacts& facts);

} // namespace Textdesk
