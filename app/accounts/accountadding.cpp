// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/accountadding.h"

#include "app/accounts/webhookkey.h"
#include "app/storage/credentialtable.h"

namespace Textdesk {

AccountAdding::AccountAdding(
    const AccountServices& services, const NewAccount& account, bool prove, QObject* service)
    : m_services{services}
    , m_new{account}
    , m_prove{prove}
    , m_call{new Call<AccountRow>{service}}
{
    setParent(m_call);
    m_new.name = m_new.name.trimmed();
    m_config = services.registry.withDefaults({{}, m_new.name, m_new.provider, m_new.settings});
}

Call<AccountRow>* AccountAdding::start()
{
    if (const auto checked = check(); !checked) {
        m_call->settle(fail(checked.error()));
        return m_call;
    }
    m_secretName = freeSecretName();
    if (m_prove) {
        proveStep();
    } else {
        m_toKeep = m_new.secrets.keys();
        keepNextSecret();
    }
    return m_call;
}

Result<Done> AccountAdding::check() const
{
    const ProviderKind* kind{m_services.registry.find(m_new.provider)};
    if (!kind) {
        return fail(ErrorKind::Rejected, QStringLiteral("unknown-provider"));
    }
    if (m_new.name.isEmpty()) {
        return fail(ErrorKind::Rejected, QStringLiteral("name-empty"));
    }
    for (const AccountRow& row : AccountTable::all(m_services.database.reader())) {
        if (row.name.compare(m_new.name, Qt::CaseInsensitive) == 0) {
            return fail(ErrorKind::Rejected, QStringLiteral("name-taken"));
        }
    }
    for (const SettingField& field : kind->settings) {
        if (field.required && m_config.setting(field.key).trimmed().isEmpty()) {
            return fail(ErrorKind::Rejected, QStringLiteral("missing: ") + field.key);
        }
    }
    for (auto it = m_new.settings.cbegin(); it != m_new.settings.cend(); ++it) {
        const bool known{std::any_of(kind->settings.cbegin(), kind->settings.cend(),
            [&it](const SettingField& field) { return field.key == it.key(); })};
        if (!known) {
            return fail(ErrorKind::Rejected, QStringLiteral("unknown-setting: ") + it.key());
        }
    }
    for (const SecretField& field : kind->secrets) {
        if (field.required && m_new.secrets.value(field.name).isEmpty()) {
            return fail(ErrorKind::Rejected, QStringLiteral("missing: ") + field.name);
        }
    }
    if (const QString other{m_new.onlyOnce ? twin(*kind) : QString{}}; !other.isEmpty()) {
        return fail(ErrorKind::Rejected, QStringLiteral("login-taken: ") + other);
    }
    return kind->validate ? kind->validate(m_config) : Result<Done>{Done{}};
}

QString AccountAdding::twin(const ProviderKind& kind) const
{
    const auto plain = [](QString value) {
        value = value.trimmed().toLower();
        while (value.endsWith(u'/')) {
            value.chop(1);
        }
        return value;
    };
    for (const AccountRow& row : AccountTable::all(m_services.database.reader())) {
        if (row.practice || row.provider != m_new.provider) {
            continue;
        }
        const AccountConfig config{
            m_services.registry.withDefaults({row.id, row.name, row.provider, row.settings})};
        bool isLogin{false};
        bool isSame{true};
        for (const SettingField& field : kind.settings) {
            const bool isName{field.required || field.key == QLatin1String{"email"}};
            if (isName || field.key == QLatin1String{"base-url"}) {
                const QString mine{plain(m_config.setting(field.key))};
                isLogin = isLogin || (isName && !mine.isEmpty());
                isSame = isSame && plain(config.setting(field.key)) == mine;
            }
        }
        if (isLogin && isSame) {
            return row.name;
        }
    }
    return {};
}

QString AccountAdding::freeSecretName() const
{
    const std::vector<AccountRow> rows{AccountTable::all(m_services.database.reader())};
    const auto isUsed = [&rows](const QString& name) {
        return std::any_of(rows.cbegin(), rows.cend(), [&name](const AccountRow& row) {
            return row.secretAccount().compare(name, Qt::CaseInsensitive) == 0;
        });
    };
    QString name{m_new.name};
    for (int number{2}; isUsed(name); ++number) {
        name = QStringLiteral("%1 (%2)").arg(m_new.name).arg(number);
    }
    return name;
}

void AccountAdding::proveStep()
{
    const ProviderKind* kind{m_services.registry.find(m_new.provider)};
    const auto secrets = std::make_shared<SecretMap>(m_new.secrets);
    m_provider =
        kind->make(m_config, [secrets](const QString& name) { return secrets->value(name); },
            {m_services.http, m_services.clock});
    if (!m_provider) {
        giveUp(Error{ErrorKind::Rejected, QStringLiteral("unusable-settings")});
        return;
    }
    ProofFacet* proof{m_provider->proof()};
    if (!proof) {
        m_toKeep = m_new.secrets.keys();
        keepNextSecret();
        return;
    }
    proof->prove()->then(this, [this](const Result<Done>& proved) {
        if (!proved) {
            m_call->settle(fail(proved.error()));
            return;
        }
        m_toKeep = m_new.secrets.keys();
        keepNextSecret();
    });
}

void AccountAdding::keepNextSecret()
{
    if (m_toKeep.isEmpty() || m_new.practice) {
        storeStep(); // the practice account's secrets live in memory only
        return;
    }
    const SecretKey key{m_secretName, m_toKeep.takeFirst()};
    const SecretText value{m_new.secrets.value(key.name)};
    if (value.isEmpty()) {
        keepNextSecret();
        return;
    }
    m_services.secrets.read(key)->then(this, [this, key, value](const Result<SecretText>& present) {
        if (present && *present == value) {
            keepNextSecret(); // e.g. from the environment, which cannot be written
        } else {
            writeSecret(key, value, present.value_or(SecretText{}));
        }
    });
}

void AccountAdding::writeSecret(
    const SecretKey& key, const SecretText& value, const SecretText& before)
{
    m_services.secrets.write(key, value)
        ->then(this, [this, key, before](const Result<Done>& written) {
            if (!written) {
                giveUp(written.error());
                return;
            }
            m_before.insert(key.name, before);
            keepNextSecret();
        });
}

QStringList AccountAdding::requiredSecrets() const
{
    QStringList names;
    for (const SecretField& field : m_services.registry.find(m_new.provider)->secrets) {
        if (field.required) {
            names.append(field.name);
        }
    }
    return names;
}

void AccountAdding::storeStep()
{
    AccountRow row;
    row.name = m_new.name;
    row.provider = m_new.provider;
    row.settings = m_new.settings;
    row.practice = m_new.practice;
    row.webhookKey = newWebhookKey();
    row.secretName = m_secretName == m_new.name ? QString{} : m_secretName;
    const QStringList names{row.practice ? QStringList{} : m_new.secrets.keys()};
    const QStringList proved{m_provider ? requiredSecrets() : QStringList{}};
    m_services.database
        .write<AccountRow>(WritePriority::Person,
            [row, names, proved](WriteContext& context) {
                return AccountTable::insert(context, row).map([&](AccountId id) {
                    AccountRow stored{row};
                    stored.id = id;
                    stored.createdMs = context.nowMs;
                    for (const QString& name : names) {
                        CredentialTable::begin(
                            context, id, name, proved.contains(name), QStringLiteral("added"));
                    }
                    return stored;
                });
            })
        ->then(this, [this](const Result<AccountRow>& stored) {
            if (!stored) {
                giveUp(stored.error());
                return;
            }
            m_call->settle(stored);
        });
}

void AccountAdding::giveUp(const Error& error)
{
    if (m_before.isEmpty()) {
        m_call->settle(fail(error));
        return;
    }
    // Best effort; a leftover secret of a name that does not exist harms nobody. What was there
    // before may belong to an account of this name that was added at the same time.
    const SecretKey key{m_secretName, m_before.firstKey()};
    const SecretText before{m_before.take(key.name)};
    Call<Done>* undone{
        before.isEmpty() ? m_services.secrets.remove(key) : m_services.secrets.write(key, before)};
    // Awaited: a program that ends with this answer would leave them in the keychain.
    undone->then(this, [this, error](const Result<Done>&) { giveUp(error); });
}

} // namespace Textdesk
