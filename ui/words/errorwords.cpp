// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/errorwords.h"

#include <QCoreApplication>

namespace Textdesk {

namespace {

struct ErrorWords final {
    Q_DECLARE_TR_FUNCTIONS(ErrorWords)
};

QString minutes(std::chrono::seconds wait)
{
    const int whole{int((wait.count() + 59) / 60)};
    return ErrorWords::tr("%n minute(s)", nullptr, whole < 1 ? 1 : whole);
}

// What a provider says may be a whole page; one short line is enough to act on.
QString quoted(const QString& words)
{
    QString line{words.simplified()};
    if (line.size() > 160) {
        line = line.left(157) + QChar{0x2026};
    }
    return line;
}

QString safeFor(const Error& error)
{
    return error.mayHaveHappened()
        ? ErrorWords::tr("The service may have carried it out. Nothing is repeated by itself.")
        : ErrorWords::tr("Nothing was sent and nothing is lost.");
}

Explanation rejected(const Error& error)
{
    const QString words{quoted(error.providerText())};
    return {words.isEmpty() ? ErrorWords::tr("The service refused this request.")
                            : ErrorWords::tr("The service refused: “%1”").arg(words),
        safeFor(error), ErrorWords::tr("Change what it complains about and try again.")};
}

Explanation unauthorized(const Error& error)
{
    const QString words{quoted(error.providerText())};
    return {words.isEmpty()
            ? ErrorWords::tr("The service did not accept the account’s e-mail or API token.")
            : ErrorWords::tr("The service did not accept this account: “%1”").arg(words),
        ErrorWords::tr("Nothing was sent. Waiting messages stay here."),
        ErrorWords::tr("Check the e-mail, the API token and the credit of the account.")};
}

} // namespace

QString Explanation::sentence() const
{
    QStringList parts{what, safe, next};
    parts.removeAll(QString{});
    return parts.join(u' ');
}

Explanation describe(const Error& error)
{
    switch (error.kind()) {
    case ErrorKind::Cancelled:
        return {ErrorWords::tr("This was stopped before it finished."), safeFor(error), {}};
    case ErrorKind::Offline:
        return {ErrorWords::tr("The service cannot be reached."),
            ErrorWords::tr("Nothing was sent. Waiting messages stay here and go out later."),
            ErrorWords::tr("Check the internet connection and the address of the service.")};
    case ErrorKind::Timeout:
        return {ErrorWords::tr("The service did not answer in time."), safeFor(error),
            ErrorWords::tr("Try again in a moment.")};
    case ErrorKind::Unauthorized:
        return unauthorized(error);
    case ErrorKind::Rejected:
        return rejected(error);
    case ErrorKind::NotFound:
        return {ErrorWords::tr("The service does not know this item, or the address is wrong."),
            safeFor(error), ErrorWords::tr("Check the base address of the account.")};
    case ErrorKind::RateLimited:
        return {ErrorWords::tr("The service asks us to slow down."), safeFor(error),
            error.retryAfter()
                ? ErrorWords::tr("Textdesk tries again in %1.").arg(minutes(*error.retryAfter()))
                : ErrorWords::tr("Textdesk tries again by itself in a while.")};
    case ErrorKind::ServerFault:
        return {ErrorWords::tr("The service had a problem of its own."), safeFor(error),
            ErrorWords::tr("Try again in a few minutes.")};
    case ErrorKind::Protocol:
        return {ErrorWords::tr("The service gave an answer that cannot be read."), safeFor(error),
            ErrorWords::tr("Check the base address; if it is right, tell your provider.")};
    case ErrorKind::SecretUnavailable:
        return {ErrorWords::tr("The API token cannot be read from the keychain."),
            ErrorWords::tr("Your messages stay readable; nothing can be sent for now."),
            ErrorWords::tr("Unlock the keychain of this computer and try again.")};
    case ErrorKind::Storage:
        return {ErrorWords::tr("The message file on this computer could not be written or read."),
            ErrorWords::tr("What was saved before is safe. The last step was not saved."),
            ErrorWords::tr("Free some disk space, check the folder’s permissions and try again.")};
    }
    return {};
}

} // namespace Textdesk
