// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/credentials.h"

#include "app/accounts/replacing.h"

#include <algorithm>

namespace Textdesk {

namespace {

constexpr qint64 dayMs{86400000};
constexpr std::chrono::seconds usedWrittenEvery{60};
constexpr int longestRotation{3650}; // days

const SecretField* fieldOf(
    const ProviderRegistry& registry, const Account* account, const QString& name)
{
    const ProviderKind* kind{
        account && !account->row.practice ? registry.find(account->row.provider) : nullptr};
    if (!kind) {
        return nullptr;
    }
    const auto at = std::find_if(kind->secrets.cbegin(), kind->secrets.cend(),
        [&name](const SecretField& field) { return field.name == name; });
    return at == kind->secrets.cend() ? nullptr : &*at;
}

} // namespace

int Credential::ageDays(qint64 nowMs) const
{
    return row.createdMs == 0 ? 0 : int(std::max<qint64>(0, nowMs - row.createdMs) / dayMs);
}

bool Credential::isDue(qint64 nowMs) const
{
    return row.createdMs > 0 && row.rotateDays > 0 && ageDays(nowMs) >= row.rotateDays;
}

bool Credential::isDueSoon(qint64 nowMs) const
{
    return row.createdMs > 0 && row.rotateDays > 0 && ageDays(nowMs) * 10 >= row.rotateDays * 9;
}

Credentials::Credentials(const AccountServices& services, AccountList& accounts, QObject* parent)
    : QObject{parent}
    , m_services{services}
    , m_accounts{accounts}
{
    connect(&m_accounts, &AccountList::secretUsed, this, &Credentials::noteUsed);
    connect(&m_accounts, &AccountList::proved, this, &Credentials::noteProved);
    connect(&m_accounts, &AccountList::changed, this, &Credentials::changed);
}

Credentials::~Credentials() = default;

std::vector<Credential> Credentials::all() const
{
    std::vector<Credential> found;
    std::vector<CredentialRow> rows{CredentialTable::all(m_services.database.reader())};
    for (const Account* account : m_accounts.all()) {
        const ProviderKind* kind{m_services.registry.find(account->row.provider)};
        if (account->row.practice || !kind) {
            continue;
        }
        for (const SecretField& field : kind->secrets) {
            Credential one;
            const auto row = std::find_if(rows.cbegin(), rows.cend(), [&](const auto& candidate) {
                return candidate.account == account->id() && candidate.name == field.name;
            });
            const SecretText value{account->secrets->value(field.name)};
            one.row = row != rows.cend()
                ? *row
                : CredentialRow{account->id(), field.name, {},
                    value.isEmpty() ? 0 : account->row.createdMs, 0, 0, 90};
            one.row.usedMs = std::max(one.row.usedMs, m_used.value({account->id(), field.name}, 0));
            one.accountName = account->row.name;
            one.masked = value.isEmpty() ? QString{} : value.masked();
            one.isRequired = field.required;
            found.push_back(std::move(one));
        }
    }
    return found;
}

std::optional<Credential> Credentials::find(AccountId account, const QString& name) const
{
    for (const Credential& one : all()) {
        if (one.row.account == account && one.row.name == name) {
            return one;
        }
    }
    return std::nullopt;
}

template <typename F> Call<Done>* Credentials::personWrite(F fn)
{
    auto* call = new Call<Done>{this};
    m_services.database.write<Done>(WritePriority::Person, std::move(fn))
        ->then(this, [this, call](const Result<Done>& written) {
            call->settle(written);
            emit changed();
        });
    return call;
}

Call<SecretText>* Credentials::copy(AccountId account, const QString& name)
{
    const Account* holder{m_accounts.find(account)};
    const bool known{fieldOf(m_services.registry, holder, name) != nullptr};
    const SecretText value{known ? holder->secrets->value(name) : SecretText{}};
    if (value.isEmpty()) {
        return settledCall<SecretText>(this, fail(secretError(QLatin1String{"not-found"})));
    }
    // Written down first: nobody shall have a copy that the log does not know.
    auto* call = new Call<SecretText>{this};
    m_services.database
        .write<Done>(WritePriority::Person,
            [account, name](WriteContext& context) -> Result<Done> {
                CredentialTable::note(context, account, name, QStringLiteral("copied"));
                return Done{};
            })
        ->then(this, [call, value](const Result<Done>& written) {
            call->settle(written ? Result<SecretText>{value} : fail(written.error()));
        });
    return call;
}

Call<Done>* Credentials::replace(AccountId account, const QString& name, const SecretText& value)
{
    const Account* holder{m_accounts.find(account)};
    if (!holder) {
        return settledCall<Done>(this, fail(ErrorKind::NotFound, QStringLiteral("no-account")));
    }
    const SecretField* field{fieldOf(m_services.registry, holder, name)};
    if (!field) {
        return settledCall<Done>(this, fail(ErrorKind::NotFound, QStringLiteral("no-credential")));
    }
    if (value.isEmpty()) {
        return settledCall<Done>(this, fail(ErrorKind::Rejected, QStringLiteral("empty")));
    }
    // A harmless call shows that a required secret works; there is none that uses the others.
    auto* replacing =
        new SecretReplacing{m_services, m_accounts, {account, name, value, field->required}, this};
    return replacing->start();
}

Call<Done>* Credentials::setRotateDays(AccountId account, const QString& name, int days)
{
    if (days < 0 || days > longestRotation) {
        return settledCall<Done>(this, fail(ErrorKind::Rejected, QStringLiteral("days")));
    }
    return personWrite([account, name, days](WriteContext& context) -> Result<Done> {
        return CredentialTable::setRotateDays(context, account, name, days)
            ? Result<Done>{Done{}}
            : fail(ErrorKind::NotFound, QStringLiteral("no-credential"));
    });
}

Call<Done>* Credentials::setLabel(AccountId account, const QString& name, const QString& label)
{
    constexpr qsizetype longestLabel{80};
    const QString kept{label.simplified().left(longestLabel)};
    return personWrite([account, name, kept](WriteContext& context) -> Result<Done> {
        return CredentialTable::setLabel(context, account, name, kept)
            ? Result<Done>{Done{}}
            : fail(ErrorKind::NotFound, QStringLiteral("no-credential"));
    });
}

void Credentials::noteProved(AccountId account)
{
    const Account* holder{m_accounts.find(account)};
    const ProviderKind* kind{holder ? m_services.registry.find(holder->row.provider) : nullptr};
    if (!kind || holder->row.practice) {
        return;
    }
    QStringList names;
    for (const SecretField& field : kind->secrets) {
        if (field.required) {
            names.append(field.name);
        }
    }
    (void)personWrite([account, names](WriteContext& context) -> Result<Done> {
        for (const QString& name : names) {
            CredentialTable::setProved(context, account, name);
        }
        return Done{};
    });
}

// A thousand texts a second use a token a thousand times; the table hears of it once a minute.
void Credentials::noteUsed(AccountId account, const QString& name)
{
    const SecretField* field{fieldOf(m_services.registry, m_accounts.find(account), name)};
    // A webhook's key is asked for whenever the rules are made; it is used when one comes in.
    if (!field || !field->required) {
        return;
    }
    m_used.insert({account, name}, m_services.clock.nowMs());
    m_usedIsNews = true;
    if (!m_writePlanned) {
        m_writePlanned = true;
        writeUsed();
        m_services.clock.after(usedWrittenEvery, this, [this] {
            m_writePlanned = false;
            if (m_usedIsNews) {
                writeUsed();
            }
        });
    }
}

void Credentials::writeUsed()
{
    m_usedIsNews = false;
    (void)m_services.database.write<Done>(
        WritePriority::Bulk, [used = m_used](WriteContext& context) -> Result<Done> {
            for (auto it = used.cbegin(); it != used.cend(); ++it) {
                CredentialTable::setUsed(context, it.key().first, it.key().second, it.value());
            }
            return Done{};
        });
}

} // namespace Textdesk
