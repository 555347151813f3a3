// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A practice service, a sender that can be killed, and the graph that looks at what it left behind.
#pragma once

#include "app/engine/engine.h"
#include "app/practice/practiceservice.h"
#include "app/secrets/memorysecrets.h"
#include "tests/support/manualclock.h"

#include <QTemporaryDir>

#include <map>
#include <optional>
#include <vector>

namespace Textdesk::Testing {

class KillBench final {
public:
    explicit KillBench(int texts);
    ~KillBench();

    // How the sender ended.
    enum class End { Quiet, Killed, Wrong };
    // Runs it on the same profile until it is quiet or killed at the step; 0 is never.
    [[nodiscard]] End runSender(int killAt);
    [[nodiscard]] int steps() const { return m_steps; } // of the last quiet run

    // Texts the service carried out, by number, from its own ledger over HTTP.
    [[nodiscard]] std::optional<std::map<QString, int>> ledger();

    // The same profile under a clock that this test moves; starts a few seconds after the present.
    void openGraph();
    void closeGraph();
    [[nodiscard]] std::vector<Message> messages();
    [[nodiscard]] Result<SyncReport> sync();
    [[nodiscard]] bool settle(MessageId id, bool sent);
    [[nodiscard]] bool becomesQuiet();
    // The service answers these normally from now on.
    void letThrough(const std::vector<Message>& messages);

    ManualClock later;

private:
    SystemClock m_clock;
    HttpClient m_http{m_clock};
    PracticeService m_service;
    QTemporaryDir m_folder;
    MemorySecrets m_secrets;
    ProviderRegistry m_registry;
    std::unique_ptr<Engine> m_engine;
    int m_texts;
    int m_steps{0};
};

} // namespace Textdesk::Testing
