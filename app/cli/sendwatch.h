// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Follows the rows of one 'send' until each is decided or waits with a reason, then tells how it
// went.
#pragma once

#include "app/cli/awakewhilesending.h"
#include "app/cli/command.h"
#include "app/cli/sendplan.h"

namespace Textdesk {

class SendWatch final : public QObject {
    Q_OBJECT
public:
    // wait > 0: also wait that long for delivery (polling the provider meanwhile).
    SendWatch(CommandContext& context, AccountId account, std::chrono::seconds wait);
    // common: what all drafts of the plan share.
    void start(SendPlan plan, Draft common);

private:
    void send();
    void stored(const Result<std::vector<MessageId>>& ids);
    void watch();
    void look();
    // Told to stop: what is under way may come back, nothing else is waited for.
    void stop();
    [[nodiscard]] std::vector<Message> rows();
    [[nodiscard]] bool isDecided(const Message& message) const;
    void waitForDelivery();
    void report();
    [[nodiscard]] QJsonArray listed(const std::vector<Message>& rows);
    void sayWhatWaits(const std::vector<Message>& rows);
    [[nodiscard]] ExitCode verdict(const std::vector<Message>& rows) const;
    [[nodiscard]] ExitCode stoppedVerdict(const std::vector<Message>& rows) const;

    CommandContext& m_context;
    AccountId m_account;
    std::chrono::seconds m_wait;
    SendPlan m_plan;
    Draft m_common;
    AwakeWhileSending m_awake;
    std::vector<MessageId> m_ids;
    bool m_stored{false};
    bool m_stopping{false};
    bool m_decided{false};
    bool m_reported{false};
};

} // namespace Textdesk
