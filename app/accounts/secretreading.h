// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads all secrets of one account, one after the other, and says what is missing.
#pragma once

#include "app/accounts/account.h"
#include "app/secrets/secrets.h"

#include <QObject>

namespace Textdesk {

struct SecretsRead final {
    std::shared_ptr<SecretMap> secrets;
    QString problem; // detail of the first required secret that could not be read
};

class SecretReading final : public QObject {
    Q_OBJECT
public:
    // Never fails: problems are in the result. Deletes itself.
    [[nodiscard]] static Call<SecretsRead>* start(Secrets& secrets, const QString& account,
        const QList<SecretField>& fields, QObject* service);

private:
    SecretReading(Secrets& secrets, QString account, QList<SecretField> fields, QObject* service);
    void readNext();

    Secrets& m_secrets;
    QString m_account;
    QList<SecretField> m_fields;
    SecretsRead m_result;
    Call<SecretsRead>* m_call;
};

} // namespace Textdesk
