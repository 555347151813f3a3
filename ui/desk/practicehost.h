// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window needs of the practice service; the program hands it in.
#pragma once

#include "app/accounts/account.h"
#include "app/base/result.h"
#include "ui/shell/deskvalues.h"

#include <vector>

namespace Textdesk {

class PracticeHost {
public:
    PracticeHost() = default;
    PracticeHost(const PracticeHost&) = delete;
    PracticeHost& operator=(const PracticeHost&) = delete;
    virtual ~PracticeHost() = default;

    // Starts the service if it is not running and says what an account on it is made of.
    [[nodiscard]] virtual Result<NewAccount> start() = 0;
    // Tells the service where the account's webhooks go. Called whenever accounts or the listener
    // changed.
    virtual void connectWebhooks() = 0;
    // Make-believe credits, so that what was refused for want of them can go out.
    virtual void topUp() = 0;
    [[nodiscard]] virtual std::vector<PracticeTip> tips() const = 0;
};

} // namespace Textdesk
