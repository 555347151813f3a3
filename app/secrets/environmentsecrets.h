// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets from environment variables, for servers and build machines without a keychain. Read-only.
#pragma once

#include "app/secrets/secrets.h"

#include <QProcessEnvironment>
#include <QStringList>

namespace Textdesk {

class EnvironmentSecrets final : public Secrets {
    Q_OBJECT
public:
    explicit EnvironmentSecrets(const QProcessEnvironment& environment, QObject* parent = nullptr);

    // A variable that is set but empty counts as not found.
    [[nodiscard]] Call<SecretText>* read(const SecretKey& key) override;
    [[nodiscard]] Call<Done>* write(const SecretKey& key, const SecretText& value) override;
    [[nodiscard]] Call<Done>* remove(const SecretKey& key) override;
    [[nodiscard]] QString backendName() const override { return QStringLiteral("environment"); }

private:
    QProcessEnvironment m_environment;
};

// "TEXTDESK_SECRET_<ACCOUNT>_<NAME>": ASCII letters in upper case, digits, and an underscore for
// every other character.
[[nodiscard]] QString environmentVariableName(const SecretKey& key);
// Whether any secret of one account would be read from a variable of the other one; names are those
// that accounts have ("token", "webhook-key").
[[nodiscard]] bool environmentNamesCollide(
    const QString& account, const QString& other, const QStringList& names);

} // namespace Textdesk
