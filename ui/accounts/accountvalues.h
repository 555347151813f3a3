// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The plain values that pass between the account screens and the services behind them.
#pragma once

#include "app/base/ids.h"
#include "app/base/secrettext.h"
#include "ui/widgets/healthlist.h"

#include <QMap>
#include <QString>

#include <vector>

namespace Textdesk {

// One account as its card shows it; every text is ready to be read.
struct AccountCard final {
    AccountId id;
    QString name;
    QString provider; // "ZoomConnect"
    bool isPractice{false};
    Health health{Health::Idle};
    QString state; // why the light is as it is, and what to do
    QString balance; // "412 credits"; empty when the provider did not say
    QString incoming; // how texts come in, and every how long
    QString contact; // when the provider last answered
    bool isPaused{false};
    bool isRefused{false}; // a new token mends it
    int colour{0}; // of its line, an index into the label colours
    friend bool operator==(const AccountCard&, const AccountCard&) = default;
};

// Where the provider has to send what comes in.
struct WebhookAddress final {
    QString purpose; // "replies", "reports"
    QString title; // in words
    QString local; // for a relay or tunnel on this computer
    QString outside; // for the provider; empty while no public address is set
    friend bool operator==(const WebhookAddress&, const WebhookAddress&) = default;
};

struct ProviderChoice final {
    QString key;
    QString name;
};

// One line of a provider's form, as the provider declares it.
struct FormField final {
    QString key; // "base-url", or a secret's name
    QString kind; // "url", "email", "region", "text", "secret"
    QString start; // what stands there at first
    bool isRequired{false};
};

struct ProviderForm final {
    QString provider;
    std::vector<FormField> fields;
};

struct AccountRequest final {
    QString provider;
    QString name;
    QMap<QString, QString> settings;
    QMap<QString, SecretText> secrets;
};

} // namespace Textdesk
