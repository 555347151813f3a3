// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/secretreading.h"

namespace Textdesk {

Call<SecretsRead>* SecretReading::start(
    Secrets& secrets, const QString& account, const QList<SecretField>& fields, QObject* service)
{
    auto* reading = new SecretReading{secrets, account, fields, service};
    Call<SecretsRead>* call{reading->m_call};
    reading->readNext();
    return call;
}

SecretReading::SecretReading(
    Secrets& secrets, QString account, QList<SecretField> fields, QObject* service)
    : m_secrets{secrets}
    , m_account{std::move(account)}
    , m_fields{std::move(fields)}
    , m_result{std::make_shared<SecretMap>(), {}}
    , m_call{new Call<SecretsRead>{service}}
{
    setParent(m_call); // dies with the call
}

void SecretReading::readNext()
{
    if (m_fields.isEmpty()) {
        m_call->settle(m_result);
        return;
    }
    const SecretField field{m_fields.takeFirst()};
    m_secrets.read({m_account, field.name})
        ->then(this, [this, field](const Result<SecretText>& read) {
            if (read) {
                m_result.secrets->insert(field.name, *read);
            } else if (field.required && m_result.problem.isEmpty()) {
                m_result.problem = read.error().detail();
            }
            readNext();
        });
}

} // namespace Textdesk
