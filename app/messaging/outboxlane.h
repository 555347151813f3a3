// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One account's running state inside the Outbox, shared by the files that implement it.
#pragma once

#include "app/messaging/outbox.h"

#include <QSet>

namespace Textdesk {

struct Outbox::Lane final {
    QSet<ConversationId> busy; // with a request under way or its outcome being written
    bool claiming{false};
    int doubtfulInARow{0};
    qint64 holdUntilSteadyMs{0};
    Backoff backoff{std::chrono::seconds{5}, std::chrono::minutes{10}};
    std::unique_ptr<QObject> wake; // deleting it cancels the timer
};

// Set by what a provider answered, so the next answer would set it again. A person's own pause is
// none.
[[nodiscard]] bool isRefusal(const QString& pause);

} // namespace Textdesk
