// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One account as the rest of the program sees it: what is stored, its provider, and whether it may
// send.
#pragma once

#include "app/providers/providerregistry.h"
#include "app/storage/accounttable.h"

#include <QMap>

#include <memory>
#include <optional>

namespace Textdesk {

// Shared with the provider, which asks for a secret at the moment of use.
using SecretMap = QMap<QString, SecretText>;

struct Account final {
    AccountRow row;
    AccountConfig config; // settings with the provider's defaults filled in
    std::shared_ptr<SecretMap> secrets;
    std::unique_ptr<Provider> provider; // null if the provider kind is not known to this program
    std::optional<Balance> balance; // as last told by the provider
    QString
        secretProblem; // "not-found", "locked", ... of a required secret; empty when all is there

    [[nodiscard]] AccountId id() const { return row.id; }
    [[nodiscard]] QString region() const { return config.setting(QStringLiteral("region")); }
    [[nodiscard]] bool maySend() const
    {
        return provider && secretProblem.isEmpty() && row.paused.isEmpty();
    }
};

struct NewAccount final {
    QString provider;
    QString name;
    QMap<QString, QString> settings;
    SecretMap secrets;
    bool practice{false};
    bool onlyOnce{false}; // refused where the same login is connected under another name
};

} // namespace Textdesk
