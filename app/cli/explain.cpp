// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/explain.h"

#include "app/cli/exitcode.h"
#include "app/cli/explainsecret.h"

#include <QHash>

namespace Textdesk {

namespace {

const QHash<QString, QString>& reasonSentences()
{
    static const QHash<QString, QString> sentences{
        {QStringLiteral("invalid-number"),
            QStringLiteral("The number is not one that can receive a text. Nothing was sent; "
                           "correct the number.")},
        {QStringLiteral("empty-message"), QStringLiteral("The text is empty. Nothing was sent.")},
        {QStringLiteral("too-long"),
            QStringLiteral("The text is longer than 4,000 characters. Nothing was sent.")},
        {QStringLiteral("control-characters"),
            QStringLiteral("The text holds invisible control characters. Nothing was sent; type it "
                           "anew or paste it as plain text.")},
        {QStringLiteral("data-field-too-long"),
            QStringLiteral("--data may be at most 36 characters long. Nothing was sent.")},
        {QStringLiteral("cannot-receive"),
            QStringLiteral(
                "A sender name cannot receive texts. Nothing was sent; give a phone number.")},
        {QStringLiteral("cannot-schedule"),
            QStringLiteral("This provider cannot hold a text until later. Nothing was sent.")},
        {QStringLiteral("opted-out"),
            QStringLiteral(
                "This person asked not to be texted. Nothing was sent; see 'optouts list'.")},
        {QStringLiteral("no-credit"),
            QStringLiteral("The account has no credit left. The text waits here unsent; top the "
                           "account up, then run 'outbox run'.")},
        {QStringLiteral("unauthorized"),
            QStringLiteral("The provider refused the account's e-mail or token. What is queued "
                           "waits here unsent; mend the token, then run 'account test'.")},
        {QStringLiteral("unknown-outcomes"),
            QStringLiteral("Several sends in a row ended without an answer, so sending is paused. "
                           "Nothing is sent again by itself; run 'sync', then 'outbox run'.")},
        {QStringLiteral("moved-profile"),
            QStringLiteral("This profile was copied or moved here, so sending is off: its original "
                           "would send the same texts. Nothing was sent; when only this one is "
                           "used, run 'outbox run --confirm'.")},
        {QStringLiteral("restored"),
            QStringLiteral("The store was restored, and texts that waited in it were perhaps sent "
                           "since. Nothing goes out by itself; look at 'outbox list', then run "
                           "'outbox run --confirm'.")},
        {QStringLiteral("unknown-outcome"),
            QStringLiteral("No answer came, so the text was perhaps sent. It is not sent again by "
                           "itself; 'sync' asks the provider, 'outbox settle' takes your word.")},
        {QStringLiteral("interrupted"),
            QStringLiteral("Textdesk was stopped while this was on its way, so it was perhaps "
                           "sent. 'sync' asks the provider, 'outbox settle' takes your word.")},
        {QStringLiteral("not-found-at-provider"),
            QStringLiteral("The provider's list does not show this text. 'outbox settle ID "
                           "--not-sent' sends it, '--sent' lets it rest.")},
        {QStringLiteral("overdue"),
            QStringLiteral("Its time passed while Textdesk was closed, so it waits. 'outbox settle "
                           "ID --not-sent' sends it now, '--sent' drops it.")},
        {QStringLiteral("offline"),
            QStringLiteral("The provider could not be reached. The text waits here and goes out "
                           "later; nothing was sent.")},
        {QStringLiteral("rate-limited"),
            QStringLiteral(
                "The provider asked to slow down. The text waits here and goes out later.")},
        {QStringLiteral("wrong-address"),
            QStringLiteral("The base URL does not answer as this provider does. Nothing was sent; "
                           "check the account's base-url.")},
        {QStringLiteral("secret"),
            QStringLiteral("The account's secret could not be read. Nothing was sent.")},
        {QStringLiteral("refused"),
            QStringLiteral("The provider refused this text. It was not sent.")},
        {QStringLiteral("failed"), QStringLiteral("The network could not deliver this text.")},
        {QStringLiteral("refunded"),
            QStringLiteral(
                "The network could not deliver this text; the provider gave its price back.")},
        {QStringLiteral("account-removed"),
            QStringLiteral("Its account was removed before it went out. It was not sent.")},
        {QStringLiteral("unknown-setting"),
            QStringLiteral("This provider has no setting of that name. Nothing was changed.")},
        {QStringLiteral("cannot-listen"),
            QStringLiteral("This address and port cannot be listened on; perhaps another program "
                           "does. Choose another with --port.")},
        {QStringLiteral("ledger-file"),
            QStringLiteral("The file of --ledger cannot be read and written.")},
        {QStringLiteral("cannot-send"),
            QStringLiteral("This account cannot send texts. Nothing was sent.")},
        {QStringLiteral("too-late"),
            QStringLiteral("It is on its way already. Nothing was changed.")},
        {QStringLiteral("not-failed"),
            QStringLiteral("This message did not fail; there is nothing to send again.")},
        {QStringLiteral("no-conversation"), QStringLiteral("There is no such conversation.")},
        {QStringLiteral("no-proof"), QStringLiteral("This provider offers no harmless test call.")},
        {QStringLiteral("no-account"),
            QStringLiteral("There is no account of that name; see 'account list'.")},
        {QStringLiteral("no-message"), QStringLiteral("There is no such message.")},
        {QStringLiteral("still-queued"),
            QStringLiteral("This text may still be sent, so it is not deleted. Settle it first "
                           "('outbox settle').")},
        {QStringLiteral("not-in-doubt"),
            QStringLiteral("This message is not in doubt; there is nothing to settle.")},
        {QStringLiteral("name-taken"),
            QStringLiteral("There is an account of that name already. Nothing was changed.")},
        {QStringLiteral("name-empty"),
            QStringLiteral("An account needs a name. Nothing was changed.")},
        {QStringLiteral("unknown-provider"),
            QStringLiteral("This program does not know that provider; it knows: zoomconnect.")},
        {QStringLiteral("in-use"),
            QStringLiteral(
                "Another Textdesk is using this profile and does not answer. Nothing was "
                "changed; close it, or choose another with --profile.")},
        {QStringLiteral("owner-gone"),
            QStringLiteral(
                "The Textdesk that carried this out ended before it told how it went. Texts that "
                "were stored are kept and go out when Textdesk starts again, so look at 'outbox "
                "list' and 'messages list' before you send anything a second time.")},
        {QStringLiteral("owner-gone-reading"),
            QStringLiteral("The Textdesk that answered this ended in the middle. Nothing was "
                           "changed; run the command again.")},
        {QStringLiteral("owner-broken"),
            QStringLiteral("The Textdesk that uses this profile cannot read its accounts. Nothing "
                           "was changed; see what its window says.")},
        {QStringLiteral("owner-refuses"),
            QStringLiteral("The Textdesk that uses this profile does not understand this command. "
                           "Nothing was changed; close it and try again.")},
        {QStringLiteral("owner-version"),
            QStringLiteral("The Textdesk that uses this profile is of another version. Nothing was "
                           "changed; close it and try again.")},
        {QStringLiteral("input-too-large"),
            QStringLiteral("The text file is larger than 1 MiB. Nothing was sent.")},
        {QStringLiteral("listener-ended"),
            QStringLiteral("The Textdesk that listened here has ended. What came in is stored; "
                           "start 'listen' again to go on.")},
        {QStringLiteral("disk-full"),
            QStringLiteral("The disk is full. Nothing was changed; free some room and try again.")},
        {QStringLiteral("read-only"),
            QStringLiteral("The profile cannot be written. Nothing was changed; check the folder's "
                           "permissions.")},
        {QStringLiteral("damaged"),
            QStringLiteral("The profile's database is damaged. Nothing was changed; keep a copy of "
                           "the folder before anything else.")},
        {QStringLiteral("cannot-open"),
            QStringLiteral(
                "The profile folder cannot be opened. Check that it exists and is yours.")},
        {QStringLiteral("practice-not-running"),
            QStringLiteral("The practice account works in the window only. Use 'practice serve' "
                           "and a zoomconnect account here.")},
    };
    return sentences;
}

QString explainKind(const Error& error)
{
    switch (error.kind()) {
    case ErrorKind::Cancelled:
        return QStringLiteral("Stopped before it was done.");
    case ErrorKind::Offline:
        return QStringLiteral("The provider could not be reached (%1). Nothing was sent; check the "
                              "network and try again.")
            .arg(error.detail());
    case ErrorKind::Timeout:
        return QStringLiteral("The provider did not answer in time. Try again later.");
    case ErrorKind::Unauthorized:
        return QStringLiteral("The provider refused the account's e-mail or token. Nothing was "
                              "changed; check both and try again.");
    case ErrorKind::Rejected:
        return QStringLiteral("Refused (%1). Nothing was changed.").arg(error.detail());
    case ErrorKind::NotFound:
        return QStringLiteral("Not found (%1).").arg(error.detail());
    case ErrorKind::RateLimited:
        return QStringLiteral("The provider asked to slow down. Try again later.");
    case ErrorKind::ServerFault:
        return QStringLiteral("The provider had a fault of its own (%1). Try again later.")
            .arg(error.detail());
    case ErrorKind::Protocol:
        return QStringLiteral(
            "The provider's answer could not be understood (%1). Check the base URL.")
            .arg(error.detail());
    case ErrorKind::SecretUnavailable:
        return explainSecret(error.detail());
    case ErrorKind::Storage:
        return QStringLiteral("The profile's database could not be used (%1). Nothing was changed.")
            .arg(error.detail());
    }
    return {};
}

// A setting of an account and the rule that it breaks.
QString explainSetting(const QString& setting, const QString& rule)
{
    if (rule == QStringLiteral("insecure")) {
        return QStringLiteral(
            "'%1' is not https, so the token could be read on the way. Nothing was changed; use "
            "https, or --set allow-insecure=true where that is safe.")
            .arg(setting);
    }
    if (rule == QStringLiteral("url needs testing")) {
        return QStringLiteral("auth=url puts the token into addresses, which servers log. Nothing "
                              "was changed; to try it all the same add --set testing=true.");
    }
    return QStringLiteral("The setting '%1' is not right (%2). Nothing was changed.")
        .arg(setting, rule);
}

// Here detail is the network's own word, which may look like one of ours ("refused").
bool isAboutTheLine(ErrorKind kind)
{
    return kind == ErrorKind::Offline || kind == ErrorKind::Timeout
        || kind == ErrorKind::ServerFault || kind == ErrorKind::Protocol
        || kind == ErrorKind::RateLimited;
}

QString explainWord(const Error& error, const QString& word, const QString& rest)
{
    if (error.kind() == ErrorKind::SecretUnavailable) {
        return explainKind(error);
    }
    if (word == QStringLiteral("newer-version")) {
        return QStringLiteral("This profile was used by a later Textdesk (%1). Nothing was "
                              "changed; use that version.")
            .arg(rest);
    }
    if (word == QStringLiteral("missing")) {
        return QStringLiteral("'%1' is needed. Nothing was changed.").arg(rest);
    }
    const auto found = reasonSentences().constFind(word);
    if (found != reasonSentences().constEnd()) {
        return *found;
    }
    if (error.kind() == ErrorKind::Rejected && !rest.isEmpty()) {
        return explainSetting(word, rest);
    }
    return explainKind(error);
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
    const QString rest{error.detail().section(QStringLiteral(": "), 1)};
    QString sentence{
        isAboutTheLine(error.kind()) ? explainKind(error) : explainWord(error, word, rest)};
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
        return error.mayHaveHappened() ? ExitCode::OutcomeUnknown : ExitCode::Failed;
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
