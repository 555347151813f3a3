// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/connectwords.h"

#include "ui/words/errorwords.h"

#include <QCoreApplication>

namespace Textdesk {

namespace {

using Field = ConnectProblem::Field;

class ConnectWords final {
    Q_DECLARE_TR_FUNCTIONS(ConnectWords)
public:
    static ConnectProblem rejected(const Error& error);
    static QString keychain(const QString& word);
    static ConnectProblem unauthorized(const Error& error);
    static ConnectProblem offline();
    static ConnectProblem of(const Error& error);
};

// The details of AccountList::add() and of the provider's own check of its settings.
ConnectProblem ConnectWords::rejected(const Error& error)
{
    const QString setting{error.detail().section(QStringLiteral(": "), 0, 0)};
    if (error.detail() == QStringLiteral("name-taken")) {
        return {Field::Name, tr("There is an account of this name already. Choose another name.")};
    }
    if (error.detail() == QStringLiteral("name-empty")) {
        return {Field::Name, tr("Give the account a name, so that you can tell it from others.")};
    }
    if (error.detail() == QStringLiteral("base-url: insecure")) {
        return {Field::Address,
            tr("This address is not encrypted: anyone on the way could read the token. It has to "
               "begin with https://.")};
    }
    if (setting == QStringLiteral("base-url")) {
        return {Field::Address,
            tr("This is not a base address. It looks like https://www.zoomconnect.com/app/.")};
    }
    if (setting == QStringLiteral("login-taken")) {
        return {Field::Email,
            tr("This login is connected already as “%1”; every text would show twice. Take "
               "another login, or use the account that is there.")
                .arg(error.detail().section(QStringLiteral(": "), 1))};
    }
    if (setting == QStringLiteral("email")) {
        return {Field::Email, tr("This is not an e-mail address.")};
    }
    return {Field::Form, describe(error).sentence()};
}

QString ConnectWords::keychain(const QString& word)
{
    if (word == QStringLiteral("no-backend")) {
        return tr("This computer has no keychain running, so there is no safe place for the token. "
                  "Nothing was kept. Start the keychain (e.g. gnome-keyring) and try again.");
    }
    if (word == QStringLiteral("locked")) {
        return tr("The keychain is locked, so the token cannot be kept. Unlock it and try again.");
    }
    if (word == QStringLiteral("denied")) {
        return tr(
            "The keychain refused to keep the token. Allow Textdesk to use it and try again.");
    }
    return tr("The keychain did not keep the token. Nothing was stored. Try again in a moment.");
}

ConnectProblem ConnectWords::unauthorized(const Error& error)
{
    if (error.detail() == QStringLiteral("token-unusable")) {
        return {Field::Token,
            tr("This token has characters that no token has. Copy it again from the portal.")};
    }
    if (error.detail() == QStringLiteral("no-credit")) {
        return {Field::Form, tr("The account has no credit left. Top it up, then connect it.")};
    }
    return {Field::Token,
        tr("The service did not accept this e-mail with this token. Check both; copy the token "
           "again from the portal.")};
}

ConnectProblem ConnectWords::offline()
{
    return {Field::Form,
        tr("There is no connection to the internet just now, or the service is down. Nothing was "
           "stored, and what you typed stays here. Try again when it is back.")};
}

ConnectProblem ConnectWords::of(const Error& error)
{
    switch (error.kind()) {
    case ErrorKind::Rejected:
        return rejected(error);
    case ErrorKind::Unauthorized:
        return unauthorized(error);
    case ErrorKind::SecretUnavailable:
        return {Field::Form, keychain(error.detail())};
    case ErrorKind::Offline:
        return {Field::Address,
            tr("Nobody answers at this address. Check it, and check the internet connection.")};
    case ErrorKind::Timeout:
        return {Field::Form, tr("The service did not answer in time. Try again in a moment.")};
    case ErrorKind::NotFound:
    case ErrorKind::Protocol:
        return {Field::Address,
            tr("Something answers at this address, but not as ZoomConnect does. Check the "
               "address.")};
    case ErrorKind::Storage:
        return {Field::Form, describe(error).sentence()};
    default:
        return {Field::Form,
            tr("The account could not be checked just now. Nothing was kept. Try again in a few "
               "minutes.")};
    }
}

} // namespace

ConnectProblem describeConnecting(const Error& error, bool isUsualAddress)
{
    if (isUsualAddress && error.kind() == ErrorKind::Offline) {
        return ConnectWords::offline();
    }
    return ConnectWords::of(error);
}

} // namespace Textdesk
