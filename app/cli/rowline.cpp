// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/rowline.h"

#include "app/cli/explain.h"
#include "app/cli/json.h"

namespace Textdesk {

QString rowLine(const Message& message)
{
    QString line{QStringLiteral("%1  %2  %3")
                     .arg(message.id.toString(), message.peer, deliveryStateName(message.state))};
    const bool waits{message.state == DeliveryState::Queued};
    if (waits && message.dueMs > 0 && message.reason != QStringLiteral("overdue")) {
        line += QStringLiteral("  not before ") + isoTime(message.dueMs);
    }
    if (!message.reason.isEmpty()) {
        line += QStringLiteral("  ") + explainReason(message.reason);
    } else if (waits && message.dueMs > 0) {
        line += QStringLiteral(
            "  Held here: it goes out when Textdesk is open then, or by 'outbox run'.");
    }
    if (!message.reasonText.isEmpty()) {
        line += QStringLiteral(" The provider says: ") + message.reasonText;
    }
    return line;
}

} // namespace Textdesk
