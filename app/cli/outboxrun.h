// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One 'outbox run': sends what is due on every account, then tells what is left and why.
#pragma once

#include "app/cli/awakewhilesending.h"
#include "app/cli/command.h"

namespace Textdesk {

constexpr int mostListed{100000};

class OutboxRun final : public QObject {
    Q_OBJECT
public:
    explicit OutboxRun(CommandContext& context);
    void start();

private:
    void run();
    void stop();
    void confirmAll();
    void report();
    [[nodiscard]] QJsonObject accountLine(const Account& account, const OutboxCounts& counts) const;
    [[nodiscard]] ExitCode verdict(const std::vector<Message>& open) const;

    CommandContext& m_context;
    AwakeWhileSending m_awake;
    bool m_stopping{false};
    bool m_reported{false};
};

} // namespace Textdesk
