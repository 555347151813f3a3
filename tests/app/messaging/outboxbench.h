// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// An Outbox over a real store and a fake service, with the short words that its tests speak.
#pragma once

#include "app/messaging/historysync.h"
#include "app/messaging/inbox.h"
#include "app/messaging/outbox.h"
#include "tests/support/messaging/storeandaccounts.h"

namespace Textdesk::Testing {

class OutboxBench final : public StoreAndAccounts {
public:
    explicit OutboxBench(OutboxOptions options = {});
    ~OutboxBench();

    void start(); // begins to send
    // A new graph over the same file, not started yet.
    void restart();
    [[nodiscard]] Draft draft(
        const QString& to, const QString& text = QStringLiteral("Hello")) const;
    // Stores it and hands over its id; the invalid id if it was refused.
    MessageId send(const Draft& draft);
    MessageId send(const QString& to, const QString& text = QStringLiteral("Hello"));
    [[nodiscard]] std::vector<MessageId> sendMany(int count); // to as many people
    [[nodiscard]] bool becomesQuiet();
    [[nodiscard]] bool becomes(MessageId id, DeliveryState state);
    // Lets every queued event and write happen: a write of the lowest priority comes after all
    // others.
    void settleDown();
    [[nodiscard]] QStringList sentTexts() const;
    [[nodiscard]] int sendsTo(const QString& number) const;
    [[nodiscard]] Applied apply(const std::vector<InboundEvent>& events);
    [[nodiscard]] QString paused() const;

    OutboxOptions options;
    std::unique_ptr<Inbox> inbox;
    std::unique_ptr<Outbox> outbox;
};

// Numbers nobody has, in canonical form: "+27820000100", "+27820000101", ...
[[nodiscard]] QString person(int index);
[[nodiscard]] Error perhaps(ErrorKind kind); // the request may have arrived
[[nodiscard]] IncomingText incoming(const QString& id, const QString& from, const QString& text);
[[nodiscard]] DeliveryReport report(
    const QString& id, DeliveryState state, const QString& reason = {});

} // namespace Textdesk::Testing
