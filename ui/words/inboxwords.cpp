// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/inboxwords.h"

#include <QCoreApplication>

namespace Textdesk {

namespace {

struct InboxWords final {
    Q_DECLARE_TR_FUNCTIONS(InboxWords)
};

} // namespace

std::optional<QString> describeInboxProblem(const Error& error)
{
    if (error.kind() != ErrorKind::Rejected) {
        return std::nullopt;
    }
    const QString& detail{error.detail()};
    if (detail == QStringLiteral("empty-name")) {
        return InboxWords::tr("Type a name first.");
    }
    if (detail == QStringLiteral("name-too-long")) {
        return InboxWords::tr("This name is too long. A shorter one is easier to find, too.");
    }
    if (detail == QStringLiteral("name-taken")) {
        return InboxWords::tr("This name is there already. Choose another one.");
    }
    if (detail == QStringLiteral("time-passed")) {
        return InboxWords::tr("This time has passed. Choose a later one.");
    }
    if (detail == QStringLiteral("still-queued")) {
        return InboxWords::tr(
            "A text here may still go out, so nothing was deleted. Take it back or "
            "wait until it was sent, then delete.");
    }
    if (detail == QStringLiteral("too-late")) {
        return InboxWords::tr("It is too late to bring this back: it was deleted for good.");
    }
    return std::nullopt;
}

} // namespace Textdesk
