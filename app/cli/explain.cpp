// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/explain.h"

#include "app/cli/exitcode.h"
#include "app/cli/explainsecret.h"
#include "app/cli/reasonsentences.h"

namespace Textdesk {

namespace {

// " (why)", or nothing.
QString why(const Error& error)
{
    const QString words{lineWords(error.detail())};
    return words.isEmpty() ? QString{} : QStringLiteral(" (%1)").arg(words);
}

QString explainKind(const Error& error)
{
    switch (error.kind()) {
    case ErrorKind::Cancelled:
        return QStringLiteral("Stopped before it was done.");
    case ErrorKind::Offline:
        return QStringLiteral("The provider could not be reached%1. Nothing was sent; check the "
                              "network and the account's base-url, and try again.")
            .arg(why(error));
    case ErrorKind::Timeout:
        return QStringLiteral("The provider did not answer in time. Try again later.");
    case ErrorKind::Unauthorized:
        return QStringLiteral("The provider refused the account's e-mail or token. Nothing was "
                              "changed; check both and try again.");
    case ErrorKind::Rejected:
        return QStringLiteral("This was refused. Nothing was changed.");
    case ErrorKind::NotFound:
        return QStringLiteral("This was not found. Nothing was changed.");
    case ErrorKind::RateLimited:
        return QStringLiteral("The provider asked to slow down. Try again later.");
    case ErrorKind::ServerFault:
        return QStringLiteral("The provider had a fault of its own%1. Try again later.")
            .arg(why(error));
    case ErrorKind::Protocol:
        return QStringLiteral(
            "The provider's answer could not be understood%1. Check the account's base-url.")
            .arg(why(error));
    case ErrorKind::SecretUnavailable:
        return explainSecret(error.detail());
    case ErrorKind::Storage:
        return QStringLiteral("The profile's database could not be used. Nothing was changed; run "
                              "'doctor' to see why.");
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
    static const QHash<QString, QString> rules{
        {QStringLiteral("unknown"), QStringLiteral("there is no such value")},
        {QStringLiteral("missing"), QStringLiteral("it is needed")},
        {QStringLiteral("colon with basic"), QStringLiteral("auth=basic allows no colon in it")},
        {QStringLiteral("10 to 86400"), QStringLiteral("it takes 10 to 86400 seconds")},
        {QStringLiteral("two letters"), QStringLiteral("it takes two letters, such as ZA")},
        {QStringLiteral("no country"),
            QStringLiteral("no country has these two letters; South Africa is ZA, the United "
                           "Kingdom GB")},
        {QStringLiteral("true or false"), QStringLiteral("it takes true or false")},
    };
    return QStringLiteral("The setting '%1' is not right: %2. Nothing was changed.")
        .arg(setting, rules.value(rule, rule));
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
    if (error.kind() == ErrorKind::SecretUnavailable
        && word != QStringLiteral("practice-not-running")) {
        return explainKind(error);
    }
    if (word == QStringLiteral("newer-version")) {
        return QStringLiteral("This profile was used by a later Textdesk (%1). Nothing was "
                              "changed; use that version.")
            .arg(rest);
    }
    if (word == QStringLiteral("store-gone")) {
        return QStringLiteral("This profile's message store, textdesk.db, is gone, but it has "
                              "backups. Nothing was made in its place. Open Textdesk: it brings "
                              "back the newest, %1, and sends nothing before you say so.")
            .arg(rest);
    }
    if (word == QStringLiteral("login-taken")) {
        return QStringLiteral("This login is connected already as '%1'; every text would be shown "
                              "twice. Nothing was changed; use that one, or add --again.")
            .arg(rest);
    }
    if (word == QStringLiteral("texts-waiting")) {
        return QStringLiteral("Texts of this account that wait to be sent: %1. They would never go "
                              "out. Nothing was changed; let them out with 'outbox run', or add "
                              "--drop-waiting.")
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
    if (error.detail() == QStringLiteral("practice-not-running")) {
        return ExitCode::Failed; // no secret is wrong
    }
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
