// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where secrets are kept and whether they can be had: what the keychain page may ask for.
#pragma once

#include "app/accounts/secretkeeping.h"
#include "app/base/call.h"

#include <QObject>

namespace Textdesk {

class KeepingDesk : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual KeepingState state() const = 0;
    [[nodiscard]] virtual QString keychainName() const = 0;
    [[nodiscard]] virtual bool canMakeVault() const = 0;
    // Errors: those of SecretKeeping.
    [[nodiscard]] virtual Call<Done>* unlock(const SecretText& passphrase) = 0;
    [[nodiscard]] virtual Call<Done>* makeVault(const SecretText& passphrase) = 0;
    [[nodiscard]] virtual Call<Done>* tryAgain() = 0;
    // Whether they are kept in the profile under a passphrase, and not in the keychain.
    [[nodiscard]] virtual bool usesVault() const = 0;
    [[nodiscard]] virtual Call<Done>* changePassphrase(
        const SecretText& old, const SecretText& fresh) = 0;
    [[nodiscard]] virtual Call<Done>* moveToKeychain() = 0;

signals:
    void changed();
};

} // namespace Textdesk
