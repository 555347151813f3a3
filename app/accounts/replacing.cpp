// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/replacing.h"

#include "app/storage/credentialtable.h"

namespace Textdesk {

SecretReplacing::SecretReplacing(
    const AccountServices& services, AccountList& accounts, NewSecret secret, QObject* service)
    : m_services{services}
    , m_accounts{accounts}
    , m_new{std::move(secret)}
    , m_call{new Call<Done>{service}}
{
    setParent(m_call);
}

Call<Done>* SecretReplacing::start()
{
    const Account* account{m_accounts.find(m_new.account)};
    m_accountName = account->row.secretAccount();
    const ProviderKind* kind{m_services.registry.find(account->row.provider)};
    const auto secrets = std::make_shared<SecretMap>(*account->secrets);
    secrets->insert(m_new.name, m_new.value);
    m_provider =
        kind->make(account->config, [secrets](const QString& name) { return secrets->value(name); },
            {m_services.http, m_services.clock});
    ProofFacet* proof{m_provider ? m_provider->proof() : nullptr};
    if (!proof || !m_new.needsProof) {
        keep();
        return m_call;
    }
    Call<Done>* asked{proof->prove()};
    m_call->onCancel([asked = QPointer<Call<Done>>{asked}] {
        if (asked) {
            asked->cancel();
        }
    });
    asked->then(this, [this](const Result<Done>& proved) {
        if (!proved) {
            refused(proved.error());
        } else if (!m_call->isSettled()) {
            keep();
        }
    });
    return m_call;
}

void SecretReplacing::refused(const Error& error)
{
    if (error.kind() != ErrorKind::Unauthorized) {
        m_call->settle(fail(error));
        return;
    }
    m_services.database
        .write<Done>(WritePriority::Person,
            [account = m_new.account, name = m_new.name](WriteContext& context) -> Result<Done> {
                CredentialTable::note(context, account, name, QStringLiteral("refused"));
                return Done{};
            })
        ->then(this, [this, error](const Result<Done>&) { m_call->settle(fail(error)); });
}

void SecretReplacing::keep()
{
    m_services.secrets.write({m_accountName, m_new.name}, m_new.value)
        ->then(this, [this](const Result<Done>& written) {
            if (!written) {
                m_call->settle(fail(written.error()));
                return;
            }
            m_accounts.installSecret(m_new.account, m_new.name, m_new.value);
            record();
        });
}

void SecretReplacing::record()
{
    m_services.database
        .write<Done>(WritePriority::Person,
            [fresh = m_new](WriteContext& context) -> Result<Done> {
                CredentialTable::begin(context, fresh.account, fresh.name, fresh.needsProof,
                    QStringLiteral("replaced"));
                return Done{};
            })
        ->then(this, [this](const Result<Done>& written) { m_call->settle(written); });
}

} // namespace Textdesk
