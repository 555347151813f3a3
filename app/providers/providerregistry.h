// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of account there are: the settings and secrets each asks for, and how to make one.
#pragma once

#include "app/base/clock.h"
#include "app/base/ids.h"
#include "app/base/secrettext.h"
#include "app/net/httpclient.h"
#include "app/providers/provider.h"

#include <QHash>
#include <QMap>

#include <functional>

namespace Textdesk {

struct SettingField final {
    QString key; // "base-url"
    QString defaultValue;
    QStringList choices; // empty: free text
    bool required{false};
    QString appliesTo{}; // reserved for forms: "url", "email", "region", "zone", "seconds", "text",
                         // "choice"
};

struct SecretField final {
    QString name; // "token"
    bool required{false};
};

struct AccountConfig final {
    AccountId id;
    QString name;
    QString provider; // "zoomconnect"
    QMap<QString, QString> settings;

    // The account's value, else the provider's default (filled in by the registry before use).
    [[nodiscard]] QString setting(const QString& key) const { return settings.value(key); }
};

// Asked for at the moment of use, so that a rotated secret is used at once; null pointer type when
// absent.
using SecretSource = std::function<SecretText(const QString& name)>;

struct ProviderServices final {
    HttpClient& http;
    Clock& clock;
};

struct ProviderKind final {
    QString key; // "zoomconnect"
    QString displayName; // "ZoomConnect"
    QList<SettingField> settings;
    QList<SecretField> secrets;
    // Error Rejected with a detail naming the setting that is wrong, e.g. "base-url: insecure".
    std::function<Result<Done>(const AccountConfig&)> validate;
    std::function<std::unique_ptr<Provider>(
        const AccountConfig&, SecretSource, const ProviderServices&)>
        make;
};

class ProviderRegistry final {
public:
    void add(ProviderKind kind);
    [[nodiscard]] const ProviderKind* find(const QString& key) const;
    [[nodiscard]] QStringList keys() const;
    // config with every missing setting at its default.
    [[nodiscard]] AccountConfig withDefaults(AccountConfig config) const;

private:
    QList<ProviderKind> m_kinds;
};

} // namespace Textdesk
