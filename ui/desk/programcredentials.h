// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The credential screens' desk over the real services.
#pragma once

#include "app/accounts/credentials.h"
#include "ui/credentials/credentialdesk.h"

namespace Textdesk {

class ProgramCredentials final : public CredentialDesk {
    Q_OBJECT
public:
    ProgramCredentials(Credentials& credentials, Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] std::vector<CredentialCard> credentials() const override;
    [[nodiscard]] Call<SecretText>* copy(AccountId account, const QString& name) override;
    [[nodiscard]] Call<Done>* replace(
        AccountId account, const QString& name, const SecretText& value) override;
    [[nodiscard]] Call<Done>* setRotateDays(
        AccountId account, const QString& name, int days) override;

signals:
    // A new value is in use.
    void replaced(Textdesk::AccountId account);

private:
    [[nodiscard]] QString when(qint64 ms) const;
    Credentials& m_credentials;
    Clock& m_clock;
};

} // namespace Textdesk
