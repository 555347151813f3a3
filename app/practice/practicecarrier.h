// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The make-believe network behind the practice service: takes each text through its life and lets
// people answer.
#pragma once

#include "app/practice/practiceschedule.h"
#include "app/practice/practicestate.h"
#include "app/practice/practicewebhooks.h"

namespace Textdesk {

class PracticeCarrier final {
public:
    PracticeCarrier(PracticeState& state, PracticeWebhooks& webhooks);

    // Sends a text that the ledger already has: now, or when it is due.
    void take(const QString& id);
    // Delivers it at once and runs done when the report was offered to the client.
    void deliverEarly(const QString& id, std::function<void()> done);
    // Goes on with everything that an earlier run left on its way.
    void resume();
    // A text from a person; repliedTo may be empty. The id, or nothing if the ledger cannot be
    // written.
    std::optional<QString> receive(
        const QString& from, const QString& text, const QString& repliedTo, int announcements = 1);
    // For answers that come late.
    void later(std::chrono::milliseconds delay, std::function<void()> fn);
    void stop() { m_schedule.clear(); }

private:
    void leave(const QString& id);
    void outcome(const QString& id);
    void reply(const QString& id);
    void report(const QString& id, const QString& status, std::function<void()> done = {});
    void announce(const PracticeMessage& message);

    PracticeState& m_state;
    PracticeWebhooks& m_webhooks;
    PracticeSchedule m_schedule;
    size_t m_repliesMade{0};
};

} // namespace Textdesk
