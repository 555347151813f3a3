// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Sending and the computer's sleep: awake while texts go out, and up to date right after waking.
#pragma once

#include "app/messaging/historysync.h"
#include "app/messaging/outbox.h"
#include "app/platform/networkwatch.h"
#include "app/platform/sleepinhibitor.h"
#include "app/platform/wakenotice.h"

namespace Textdesk {

// All outlive the PowerCare.
struct PowerServices final {
    Database& database;
    AccountList& accounts;
    Outbox& outbox;
    HistorySync& sync;
    Clock& clock;
    SleepInhibitor& inhibitor;
    WakeNotice& wake;
    NetworkWatch& network;
};

class PowerCare final : public QObject {
    Q_OBJECT
public:
    // A text due within this time is waited for: the few seconds of undo, not a schedule.
    static constexpr std::chrono::milliseconds soon{60000};

    // why is what people read about a computer that will not sleep.
    PowerCare(const PowerServices& services, QString why, QObject* parent = nullptr);

private:
    void lookSoon();
    void look();
    [[nodiscard]] bool sendsSoon() const;
    // Every timer stood still while the computer slept, and the network comes back late.
    void catchUp();
    void sync(AccountId account, int triesLeft);

    PowerServices m_services;
    QString m_why;
    bool m_lookQueued{false};
};

} // namespace Textdesk
