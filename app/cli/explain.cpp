// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/explain.h"

#include "app/cli/exitcode.h"

#include <QHash>

namespace Textdesk {

namespace {

const QHash<QString, QString>& reasonSentences()
{
    static const QHash<QString, QString> sentences{
        {QStringLiteral("invalid-number"),
            QStringLiteral("The number is not one that can receive a text. Nothing was sent; correct the number.")},
        {QStringLiteral("empty-message"), QStringLiteral("The text is empty. Nothing was sent.")},
        {QStringLiteral("too-long"), QStringLiteral("The text is longer than 4,000 characters. Nothing was sent.")},
        {QStringLiteral("control-characters"),
            QStringLiteral("The text holds invisible control characters. Nothing was sent; type it anew or paste it as plain text.")},
        {QStringLiteral("data-field-too-long"),
            QStringLiteral("--data may be at most 36 characters long. Nothing was sent.")},
        {QStringLiteral("cannot-receive"),
            QStringLiteral("A sender name cannot receive texts. Nothing was sent; give a phone number.")},
        {QStringLiteral("cannot-schedule"),
            QStringLiteral("This provider cannot hold a text until later. Nothing was sent.")},
        {QStringLiteral("opted-out"),
            QStringLiteral("This person asked not to be texted. Nothing was sent; see 'optouts list'.")},
        {QStringLiteral("no-credit"),
            QStringLiteral("The account has no credit left. The text waits here unsent; top the account up, then run 'outbox run'.")},
        {QStringLiteral("unauthorized"),
            QStringLiteral("The provider refused the account's e-mail or token. What is queued waits here unsent; mend the token, then run 'account test'.")},
        {QStringLiteral("unknown-outcomes"),
            QStringLiteral("Several sends in a row ended without an answer, so sending is paused. Nothing is sent again by itself; run 'sync', then 'outbox run'.")},
        {QStringLiteral("unknown-outcome"),
            QStringLiteral("No answer came, so the text was perhaps sent. It is not sent again by itself; 'sync' asks the provider, 'outbox settle' takes your word.")},
        {QStringLiteral("interrupted"),
            QStringLiteral("Textdesk was stopped while this was on its way, so it was perhaps sent. 'sync' asks the provider, 'outbox settle' takes your word.")},
        {QStringLiteral("not-found-at-provider"),
            QStringLiteral("The provider's list does not show this text. 'outbox settle ID --not-sent' sends it, '--sent' lets it rest.")},
        {QStringLiteral("overdue"),
            QStringLiteral("Its time passed while Textdesk was closed, so it waits. 'outbox settle ID --not-sent' sends it now, '--sent' drops it.")},
        {QStringLiteral("offline"),
            QStringLiteral("The provider could not be reached. The text waits here and goes out later; nothing was sent.")},
        {QStringLiteral("rate-limited"),
            QStringLiteral("The provider asked to slow down. The text waits here and goes out later.")},
        {QStringLiteral("wrong-address"),
            QStringLiteral("The base URL does not answer as this provider does. Nothing was sent; check the account's base-url.")},
        {QStringLiteral("secret"), QStringLiteral("The account's secret could not be read. Nothing was sent.")},
        {QStringLiteral("refused"), QStringLiteral("The provider refused this text. It was not sent.")},
        {QStringLiteral("no-account"), QStringLiteral("There is no account of that name; see 'account list'.")},
        {QStringLiteral("no-message"), QStringLiteral("There is no such message.")},
        {QStringLiteral("still-queued"),
            QStringLiteral("This text may still be sent, so it is not deleted. Settle it first ('outbox settle').")},
        {QStringLiteral("not-in-doubt"), QStringLiteral("This message is not in doubt; there is nothing to settle.")},
        {QStringLiteral("name-taken"), QStringLiteral("There is an account of that name already. Nothing was changed.")},
        {QStringLiteral("name-empty"), QStringLiteral("An account needs a name. Nothing was changed.")},
        {QStringLiteral("unknown-provider"),
            QStringLiteral("This program does not know that provider; it knows: zoomconnect.")},
        {QStringLiteral("in-use"),
            QStringLiteral("Another Textdesk is using this profile. Nothing was changed; close it, or choose another with --profile.")},
        {QStringLiteral("disk-full"), QStringLiteral("The disk is full. Nothing was changed; free some room and try again.")},
        {QStringLiteral("read-only"), QStringLiteral("The profile cannot be written. Nothing was changed; check the folder's permissions.")},
        {QStringLiteral("damaged"),
            QStringLiteral("The profile's database is damaged. Nothing was changed; keep a copy of the folder before anything else.")},
        {QStringLiteral("cannot-open"), QStringLiteral("The profile folder cannot be opened. Check that it exists and is yours.")},
        {QStringLiteral("practice-not-running"),
            QStringLiteral("The practice account works in the window only. Use 'practice serve' and a zoomconnect account here.")},
    };
    return sentences;
}

QString explainKind(const Error& error)
{
    switch (error.kind()) {
    case ErrorKind::Cancelled:
        return QStringLiteral("Stopped before it was done.");
    case ErrorKind::Offline:
        return QStringLiteral("The provider could not be reached (%1). Nothing was sent; check the network and try again.").arg(error.detail());
    case ErrorKind::Timeout:
        return QStringLiteral("The provider did not answer in time. Try again later.");
    case ErrorKind::Unauthorized:
        return QStringLiteral("The provider refused the account's e-mail or token. Nothing was changed; check both and try again.");
    case ErrorKind::Rejected:
        return QStringLiteral("Refused (%1). Nothing was changed.").arg(error.detail());
    case ErrorKind::NotFound:
        return QStringLiteral("Not found (%1).").arg(error.detail());
    case ErrorKind::RateLimited:
        return QStringLiteral("The provider asked to slow down. Try again later.");
    case ErrorKind::ServerFault:
        return QStringLiteral("The provider had a fault of its own (%1). Try again later.").arg(error.detail());
    case ErrorKind::Protocol:
        return QStringLiteral("The provider's answer could not be understood (%1). Check the base URL.").arg(error.detail());
    case ErrorKind::SecretUnavailable:
        return QStringLiteral("The secret could not be read or kept (%1). Nothing was changed; unlock the keychain, or use --secrets env.").arg(error.detail());
    case ErrorKind::Storage:
        return QStringLiteral("The profile's database could not be used (%1). Nothing was changed.").arg(error.detail());
    }
    return {};
}

} // namespace

QString explainReason(const QString& reason)
{
    const QString word{reason.section(QStringLiteral(": "), 0, 0)};
    const auto found = reasonSentences().constFind(word);
    return found == reasonSentences().constEnd() ? reason : *found;
}

QString explain(const Error& error)
{
    const QString word{error.detail().section(QStringLiteral(": "), 0, 0)};
    const auto found = reasonSentences().constFind(word);
    QString sentence{found == reasonSentences().constEnd() ? explainKind(error) : *found};
    if (word == QStringLiteral("newer-version")) {
        sentence = QStringLiteral("This profile was used by a later Textdesk (%1). Nothing was changed; use that version.")
                       .arg(error.detail().section(QStringLiteral(": "), 1));
    } else if (word == QStringLiteral("missing")) {
        sentence = QStringLiteral("'%1' is needed. Nothing was changed.").arg(error.detail().section(QStringLiteral(": "), 1));
    }
    if (!error.providerText().isEmpty()) {
        sentence += QStringLiteral(" The provider says: ") + error.providerText();
    }
    return sentence;
}

ExitCode exitCodeOf(const Error& error)
{
    switch (error.kind()) {
    case ErrorKind::Unauthorized:
    case ErrorKind::SecretUnavailable:
        return ExitCode::NotAuthorised;
    case ErrorKind::Offline:
        return ExitCode::NoNetwork;
    case ErrorKind::Timeout:
        return error.mayHaveHappened() ? ExitCode::OutcomeUnknown : ExitCode::NoNetwork;
    case ErrorKind::Cancelled:
    case ErrorKind::Rejected:
    case ErrorKind::NotFound:
    case ErrorKind::RateLimited:
    case ErrorKind::ServerFault:
    case ErrorKind::Protocol:
    case ErrorKind::Storage:
        break;
    }
    return ExitCode::Failed;
}

} // namespace Textdesk
