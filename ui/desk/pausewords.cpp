// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/pausewords.h"

#include <QCoreApplication>

namespace Textdesk {

namespace {

class PauseWords final {
    Q_DECLARE_TR_FUNCTIONS(PauseWords)
public:
    static Explanation ofPause(const QString& reason, const QString& account);
    static Explanation ofPracticeCredit(const QString& account);
    static QString ofSecretProblem(const QString& problem);
};

Explanation PauseWords::ofPause(const QString& reason, const QString& account)
{
    if (reason == QStringLiteral("unauthorized")) {
        return {tr("%1: the provider refused the credential.").arg(account),
            tr("What you send waits here, unsent, and nothing is lost. Make a new token at the "
               "provider and put it in the place of the old one."),
            tr("Replace the token")};
    }
    if (reason == QStringLiteral("no-credit")) {
        return {tr("%1 has no credit left.").arg(account),
            tr("What you sent waits here, unsent. Top the account up at the provider."),
            tr("Send on")};
    }
    if (reason == QStringLiteral("unknown-outcomes")) {
        return {tr("%1: several texts in a row got no answer from the provider.").arg(account),
            tr("They may have been sent, so they are not sent again by themselves. The rest waits "
               "here, unsent."),
            tr("Send the rest")};
    }
    if (reason == QStringLiteral("moved-profile")) {
        return {tr("%1 sends nothing: this profile was copied or moved here.").arg(account),
            tr("If Textdesk is still used at the old place, both would send the texts that wait. "
               "Nothing was lost, and replies come in."),
            tr("Send from here")};
    }
    if (reason == QStringLiteral("restored")) {
        return {tr("%1 sends nothing: your messages were restored.").arg(account),
            tr("Texts that waited were perhaps sent since, so they are marked as unknown and not "
               "sent again by themselves. Look at them under “Failed” first."),
            tr("Send again from now on")};
    }
    if (reason == QStringLiteral("wrong-address")) {
        return {tr("%1: the provider's address does not answer as it should.").arg(account),
            tr("What you sent waits here, unsent. Check the base URL of the account."),
            tr("Try again")};
    }
    return {tr("%1 is paused.").arg(account), tr("What you sent waits here, unsent."), tr("Go on")};
}

// Nobody sells make-believe credits: one press gives them.
Explanation PauseWords::ofPracticeCredit(const QString& account)
{
    return {tr("%1 has no credit left; you are only practising.").arg(account),
        tr("What you sent waits here, unsent. A real account is topped up at the provider; this "
           "one by a press."),
        tr("Top up and send")};
}

QString PauseWords::ofSecretProblem(const QString& problem)
{
    if (problem == QStringLiteral("locked")) {
        return tr(
            "The keychain is locked, so the token cannot be read. Unlock it and Textdesk goes "
            "on by itself; your messages stay readable.");
    }
    if (problem == QStringLiteral("vault-locked")) {
        return tr("The token is kept under your passphrase, which was not typed yet. Your messages "
                  "stay readable; what you send waits here.");
    }
    if (problem == QStringLiteral("no-backend")) {
        return tr("This computer has no keychain running, so the token cannot be read. Your "
                  "messages stay readable.");
    }
    if (problem == QStringLiteral("denied")) {
        return tr("The keychain refused to hand out the token. Allow Textdesk to read it; your "
                  "messages stay readable.");
    }
    if (problem == QStringLiteral("not-found")) {
        return tr("The keychain has no token for this account. Connect the account again; your "
                  "messages stay readable.");
    }
    return tr(
        "The keychain did not answer, so the token cannot be read. Your messages stay readable.");
}

} // namespace

Explanation wordsForPause(const QString& reason, const QString& account, bool isPractice)
{
    if (isPractice && reason == QStringLiteral("no-credit")) {
        return PauseWords::ofPracticeCredit(account);
    }
    return PauseWords::ofPause(reason, account);
}

QString wordsForSecretProblem(const QString& problem)
{
    return PauseWords::ofSecretProblem(problem);
}

} // namespace Textdesk
