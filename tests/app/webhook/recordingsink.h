// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Remembers what was routed to it and answers 200.
#pragma once

#include "app/webhook/webhooksink.h"

#include <mutex>
#include <vector>

namespace Textdesk::Testing {

class RecordingSink final : public WebhookSink {
public:
    void receive(RoutedWebhook webhook, AnswerFunction answer) override
    {
        {
            const std::lock_guard lock{m_mutex};
            m_seen.push_back(std::move(webhook));
        }
        ServerAnswer fine;
        fine.body = "taken\n";
        answer(fine);
    }
    [[nodiscard]] std::vector<RoutedWebhook> seen() const
    {
        const std::lock_guard lock{m_mutex};
        return m_seen;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<RoutedWebhook> m_seen;
};

} // namespace Textdesk::Testing
