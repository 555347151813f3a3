// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the credential screens can ask of the program behind them.
#pragma once

#include "app/base/call.h"
#include "app/base/ids.h"
#include "app/base/secrettext.h"

#include <QObject>

#include <vector>

namespace Textdesk {

// One secret, without its value.
struct CredentialCard final {
    AccountId account;
    QString name; // "token"
    QString accountName;
    QString title; // "API token", or what the person calls it
    QString masked; // empty: there is none, or it cannot be read now
    int ageDays{0};
    int rotateDays{90}; // 0 = never asked for
    QString used; // when it was last used, in words
    QString proved; // when the service last took it, in words
    bool isHere{false}; // there is a value, readable or not
    bool isDue{false};
    bool isDueSoon{false};
    bool isProvable{false};
    friend bool operator==(const CredentialCard&, const CredentialCard&) = default;
};

class CredentialDesk : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual std::vector<CredentialCard> credentials() const = 0;
    // The value, for the clipboard; the copy is written down.
    [[nodiscard]] virtual Call<SecretText>* copy(AccountId account, const QString& name) = 0;
    // Proved before the old one is overwritten; may be cancelled.
    [[nodiscard]] virtual Call<Done>* replace(
        AccountId account, const QString& name, const SecretText& value) = 0;
    [[nodiscard]] virtual Call<Done>* setRotateDays(
        AccountId account, const QString& name, int days) = 0;

signals:
    void changed();
};

} // namespace Textdesk
