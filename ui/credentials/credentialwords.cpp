// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/credentials/credentialwords.h"

#include "ui/words/errorwords.h"

#include <QCoreApplication>

namespace Textdesk {

namespace {

class CredentialTexts final {
    Q_DECLARE_TR_FUNCTIONS(CredentialTexts)
public:
    static QString age(const CredentialCard& card);
    static QString use(const CredentialCard& card);
    static QString problem(const Error& error);
};

QString CredentialTexts::age(const CredentialCard& card)
{
    if (!card.isHere) {
        return tr("There is none. It is not needed for sending.");
    }
    if (card.rotateDays == 0) {
        return tr("%n day(s) old", nullptr, card.ageDays);
    }
    //: Age of a secret against the period after which it should be replaced.
    const QString age{tr("Age: %1 of %n day(s)", nullptr, card.rotateDays).arg(card.ageDays)};
    return card.isDue    ? tr("%1: it is time to replace it.").arg(age)
        : card.isDueSoon ? tr("%1: replace it soon.").arg(age)
                         : age;
}

QString CredentialTexts::use(const CredentialCard& card)
{
    QStringList parts;
    if (!card.used.isEmpty()) {
        parts.append(tr("Last used: %1").arg(card.used));
    }
    if (!card.proved.isEmpty()) {
        parts.append(tr("Proved: %1").arg(card.proved));
    }
    return parts.join(QStringLiteral(" · "));
}

QString CredentialTexts::problem(const Error& error)
{
    switch (error.kind()) {
    case ErrorKind::Cancelled:
        return tr("Stopped. The old one stays in use.");
    case ErrorKind::Unauthorized:
        return tr("The service did not accept the new one. The old one stays in use. Copy it again "
                  "from the portal.");
    case ErrorKind::Offline:
    case ErrorKind::Timeout:
        return tr("The service cannot be reached, so the new one could not be tried. The old one "
                  "stays in use. Try again in a moment.");
    case ErrorKind::SecretUnavailable:
        return tr("The keychain did not take it. The old one stays in use. Unlock the keychain and "
                  "try again.");
    case ErrorKind::Storage:
        return tr("The new one is in use, but its date could not be written down. Free some disk "
                  "space.");
    default:
        return tr("%1 The old one stays in use.").arg(describe(error).what);
    }
}

} // namespace

QString ageWords(const CredentialCard& card)
{
    return CredentialTexts::age(card);
}

QString useWords(const CredentialCard& card)
{
    return CredentialTexts::use(card);
}

QString describeReplacing(const Error& error)
{
    return CredentialTexts::problem(error);
}

} // namespace Textdesk
