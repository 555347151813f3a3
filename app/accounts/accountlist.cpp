// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/accountlist.h"

#include "app/accounts/accountadding.h"
#include "app/accounts/secretreading.h"
#include "app/storage/profileplace.h"

#include <algorithm>

namespace Textdesk {

AccountList::AccountList(const AccountServices& services, QObject* parent)
    : QObject{parent}
    , m_services{services}
{ }

AccountList::~AccountList() = default;

void AccountList::setPracticeRuntime(
    const QMap<QString, QString>& settings, const SecretMap& secrets)
{
    m_practiceSettings = settings;
    m_practiceSecrets = secrets;
}

std::unique_ptr<Provider> AccountList::makeProvider(const Account& account)
{
    const ProviderKind* kind{m_services.registry.find(account.row.provider)};
    if (!kind) {
        return nullptr;
    }
    return kind->make(account.config,
        [this, map = account.secrets, id = account.id()](const QString& name) {
            emit secretUsed(id, name);
            return map->value(name);
        },
        {m_services.http, m_services.clock});
}

void AccountList::install(
    const AccountRow& row, std::shared_ptr<SecretMap> secrets, const QString& problem)
{
    // A second load() while the first still reads secrets must not show an account twice.
    std::erase_if(m_accounts, [&row](const auto& one) { return one->id() == row.id; });
    auto account = std::make_unique<Account>();
    account->row = row;
    account->secrets = std::move(secrets);
    account->secretProblem = problem;
    QMap<QString, QString> settings{row.settings};
    if (row.practice) {
        settings.insert(m_practiceSettings);
    }
    account->config = m_services.registry.withDefaults({row.id, row.name, row.provider, settings});
    account->provider = makeProvider(*account);
    m_accounts.push_back(std::move(account));
}

void AccountList::sortAccounts()
{
    std::sort(m_accounts.begin(), m_accounts.end(),
        [](const auto& a, const auto& b) { return a->id() < b->id(); });
}

Call<Done>* AccountList::load()
{
    auto* call = new Call<Done>{this};
    m_accounts.clear();
    Connection& reader{m_services.database.reader()};
    std::vector<AccountRow> rows{AccountTable::all(reader)};
    if (reader.error()) {
        call->settle(fail(*reader.error()));
        return call;
    }
    auto left = std::make_shared<size_t>(rows.size());
    const auto oneDone = [this, left, call] {
        if (--*left == 0) {
            sortAccounts();
            call->settle(Done{});
            emit changed();
        }
    };
    if (rows.empty()) {
        call->settle(Done{});
    }
    for (const AccountRow& row : rows) {
        const ProviderKind* kind{m_services.registry.find(row.provider)};
        if (row.practice || !kind) {
            const bool running{!row.practice || !m_practiceSecrets.isEmpty()};
            install(row, std::make_shared<SecretMap>(m_practiceSecrets),
                running ? QString{} : QStringLiteral("practice-not-running"));
            oneDone();
            continue;
        }
        SecretReading::start(m_services.secrets, row.secretAccount(), kind->secrets, this)
            ->then(this, [this, row, oneDone](const Result<SecretsRead>& read) {
                install(row, read->secrets, read->problem);
                oneDone();
            });
    }
    return call;
}

std::vector<const Account*> AccountList::all() const
{
    std::vector<const Account*> accounts;
    accounts.reserve(m_accounts.size());
    for (const auto& account : m_accounts) {
        accounts.push_back(account.get());
    }
    return accounts;
}

Account* AccountList::mutableFind(AccountId id)
{
    const auto at = std::find_if(m_accounts.begin(), m_accounts.end(),
        [id](const auto& account) { return account->id() == id; });
    return at == m_accounts.end() ? nullptr : at->get();
}

const Account* AccountList::find(AccountId id) const
{
    const auto at = std::find_if(m_accounts.cbegin(), m_accounts.cend(),
        [id](const auto& account) { return account->id() == id; });
    return at == m_accounts.cend() ? nullptr : at->get();
}

const Account* AccountList::findByName(const QString& name) const
{
    const auto at =
        std::find_if(m_accounts.cbegin(), m_accounts.cend(), [&name](const auto& account) {
            return account->row.name.compare(name, Qt::CaseInsensitive) == 0;
        });
    return at == m_accounts.cend() ? nullptr : at->get();
}

Call<AccountId>* AccountList::add(const NewAccount& account, bool prove)
{
    const QString folded{account.name.trimmed().toCaseFolded()};
    if (m_busyNames.contains(folded)) {
        return settledCall<AccountId>(
            this, fail(ErrorKind::Rejected, QStringLiteral("name-taken")));
    }
    m_busyNames.insert(folded);
    auto* call = new Call<AccountId>{this};
    auto* adding = new AccountAdding{m_services, account, prove, this};
    const auto secrets = std::make_shared<SecretMap>(account.secrets);
    adding->start()->then(this, [this, call, secrets, folded](const Result<AccountRow>& stored) {
        m_busyNames.remove(folded);
        if (!stored) {
            call->settle(fail(stored.error()));
            return;
        }
        install(*stored, secrets, {});
        emit changed();
        call->settle(stored->id);
    });
    return call;
}

Call<Done>* AccountList::prove(AccountId id)
{
    const Account* account{find(id)};
    if (!account || !account->provider) {
        return settledCall<Done>(this, fail(ErrorKind::NotFound, QStringLiteral("no-account")));
    }
    if (!account->secretProblem.isEmpty()) {
        return settledCall<Done>(this, fail(ErrorKind::SecretUnavailable, account->secretProblem));
    }
    ProofFacet* proof{account->provider->proof()};
    if (!proof) {
        return settledCall<Done>(this, fail(ErrorKind::Rejected, QStringLiteral("no-proof")));
    }
    auto* call = new Call<Done>{this};
    Call<Done>* asked{proof->prove()};
    asked->then(this, [this, id, call](const Result<Done>& proved) {
        if (proved) {
            const Account* mended{find(id)};
            // That the service takes the token says nothing about who else sends from it.
            if (mended && !needsPersonsWord(mended->row.paused)) {
                setPaused(id, {});
            }
            emit this->proved(id);
        }
        call->settle(proved);
    });
    // The account may be removed meanwhile and takes its calls with it.
    connect(asked, &QObject::destroyed, call,
        [call] { call->settle(fail(ErrorKind::Cancelled, QStringLiteral("account-gone"))); });
    return call;
}

void AccountList::refreshBalance(AccountId id)
{
    constexpr qint64 betweenMs{15000};
    const qint64 now{m_services.clock.steadyMs()};
    const auto asked = m_balanceAskedMs.constFind(id);
    if (asked == m_balanceAskedMs.constEnd() || now - *asked >= betweenMs) {
        m_balanceAskedMs.insert(id, now);
        askBalance(id);
    } else if (*asked <= now) {
        const qint64 next{*asked + betweenMs};
        m_balanceAskedMs.insert(id, next);
        m_services.clock.after(
            std::chrono::milliseconds{next - now}, this, [this, id] { askBalance(id); });
    }
}

void AccountList::askBalance(AccountId id)
{
    const Account* account{find(id)};
    BalanceFacet* facet{account && account->provider && account->secretProblem.isEmpty()
            ? account->provider->balance()
            : nullptr};
    if (!facet) {
        return;
    }
    facet->balance()->then(this, [this, id](const Result<Balance>& told) {
        Account* asked{mutableFind(id)};
        const bool news{
            asked && told && (!asked->balance || asked->balance->amount != told->amount)};
        if (news) {
            asked->balance = *told;
            emit changed();
        }
    });
}

QString AccountList::providerDefault(const QString& provider, const QString& key) const
{
    return m_services.registry.withDefaults({{}, {}, provider, {}}).setting(key);
}

} // namespace Textdesk
