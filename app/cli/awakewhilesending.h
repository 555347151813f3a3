// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A command that sends keeps the computer awake while texts are on their way, as the window does,
// where a desktop is there to be asked. It never waits for the answer.
#pragma once

#include "app/cli/command.h"
#include "app/platform/busfinder.h"
#include "app/platform/sleepinhibitor.h"

#include <memory>

namespace Textdesk {

class AwakeWhileSending final : public QObject {
    Q_OBJECT
public:
    // The context outlives it.
    explicit AwakeWhileSending(CommandContext& context);

private:
    void look();

    CommandContext& m_context;
    BusFinder m_finder;
    std::unique_ptr<SleepInhibitor> m_inhibitor; // null until a bus was found
};

} // namespace Textdesk
