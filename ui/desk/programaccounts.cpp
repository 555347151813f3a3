// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/programaccounts.h"

#include "ui/desk/accounthealth.h"
#include "ui/words/timewords.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace Textdesk {

namespace {

const QString& purposeReplies()
{
    static const QString word{QStringLiteral("replies")};
    return word;
}

// What a person fills in at first; the rest of the settings have good defaults.
bool isAskedFor(const SettingField& field)
{
    return field.required || field.appliesTo == QLatin1String{"region"};
}

} // namespace

ProgramAccounts::ProgramAccounts(const AccountDeskServices& services, QObject* parent)
    : AccountDesk{parent}
    , m_services{services}
{
    connect(&m_services.credentials, &Credentials::changed, this, &AccountDesk::changed);
    connect(&m_services.sync, &HistorySync::synced, this, [this](AccountId id, bool ok) {
        Contact& contact{m_contacts[id]};
        contact.isGood = ok;
        contact.lastMs = ok ? m_services.clock.nowMs() : contact.lastMs;
        emit changed();
    });
}

std::vector<AccountCard> ProgramAccounts::cards() const
{
    std::vector<AccountCard> cards;
    for (const Account* account : m_services.accounts.all()) {
        cards.push_back(cardOf(*account));
    }
    return cards;
}

AccountCard ProgramAccounts::cardOf(const Account& account) const
{
    const qint64 nowMs{m_services.clock.nowMs()};
    const auto token = m_services.credentials.find(account.id(), QStringLiteral("token"));
    const HealthFacts facts{m_services.sync.problemOf(account.id()), token && token->isDue(nowMs)};
    const AccountHealth health{healthOf(account, facts)};
    AccountCard card;
    card.id = account.id();
    card.name = account.row.name;
    const ProviderKind* kind{m_services.accounts.registry().find(account.row.provider)};
    card.provider = kind ? kind->displayName : account.row.provider;
    card.isPractice = account.row.practice;
    card.health = health.health;
    card.isRefused = health.isRefused;
    card.state = health.note;
    if (account.balance) {
        //: What is left at the provider, e.g. "412 credits".
        card.balance = tr("%1 credits").arg(QLocale{}.toString(account.balance->amount, 'f', 0));
    }
    card.incoming = incomingOf(account);
    card.contact = contactOf(account);
    card.isPaused = !account.row.paused.isEmpty();
    card.colour = account.row.shownColour();
    return card;
}

QString ProgramAccounts::incomingOf(const Account& account) const
{
    if (account.row.practice) {
        return tr("Replies come in at once, from a make-believe service on this computer.");
    }
    const int seconds{std::max(10, account.config.setting(QStringLiteral("poll-seconds")).toInt())};
    const QString often{seconds % 60 == 0 ? tr("every %n minute(s)", nullptr, seconds / 60)
                                          : tr("every %n second(s)", nullptr, seconds)};
    if (account.row.webhookVerifiedMs > 0) {
        return tr("Replies come in by webhook; Textdesk also asks the provider now and then, so "
                  "that nothing is missed.");
    }
    return account.provider && account.provider->history()
        ? tr("Textdesk asks the provider for replies %1. With the webhook addresses they come in "
             "at once.")
              .arg(often)
        : tr("Replies come in by webhook only: paste the addresses at the provider.");
}

QString ProgramAccounts::contactOf(const Account& account) const
{
    const auto token = m_services.credentials.find(account.id(), QStringLiteral("token"));
    const qint64 used{token ? token->row.usedMs : 0};
    const qint64 lastMs{std::max({m_contacts.value(account.id()).lastMs,
        account.row.webhookVerifiedMs, m_contacts.value(account.id()).isGood ? used : 0})};
    if (lastMs == 0) {
        return {};
    }
    const auto local = [](qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms); };
    //: When the provider was last in touch, e.g. "Last contact: 14:32".
    return tr("Last contact: %1")
        .arg(dayAndTime(local(lastMs), local(m_services.clock.nowMs()), QLocale{}));
}

std::vector<ProviderChoice> ProgramAccounts::providers() const
{
    std::vector<ProviderChoice> choices;
    for (const QString& key : m_services.accounts.registry().keys()) {
        choices.push_back({key, m_services.accounts.registry().find(key)->displayName});
    }
    return choices;
}

ProviderForm ProgramAccounts::form(const QString& provider) const
{
    ProviderForm form;
    form.provider = provider;
    const ProviderKind* kind{m_services.accounts.registry().find(provider)};
    if (!kind) {
        return form;
    }
    const auto add = [&form](const SettingField& field, const QString& start) {
        form.fields.push_back({field.key, field.appliesTo, start, field.required});
    };
    // The address is right for nearly everybody, so it comes after what has to be typed.
    for (const bool withDefault : {false, true}) {
        for (const SettingField& field : kind->settings) {
            const bool isRegion{field.appliesTo == QLatin1String{"region"}};
            if (isAskedFor(field) && !field.defaultValue.isEmpty() == withDefault) {
                add(field, isRegion ? m_services.region() : field.defaultValue);
            }
        }
        for (const SecretField& secret : kind->secrets) {
            if (!withDefault && secret.required) {
                form.fields.push_back({secret.name, QStringLiteral("secret"), {}, true});
            }
        }
    }
    return form;
}

Call<AccountId>* ProgramAccounts::connectAccount(const AccountRequest& request)
{
    NewAccount account;
    account.provider = request.provider;
    account.name = request.name;
    account.settings = request.settings;
    account.secrets = request.secrets;
    account.onlyOnce = true;
    return m_services.accounts.add(account, true);
}

std::vector<WebhookAddress> ProgramAccounts::addresses(AccountId id) const
{
    const Account* account{m_services.accounts.find(id)};
    if (!account || account->row.practice || !account->provider || !account->provider->inbound()) {
        return {};
    }
    QString outside{publicAddress(id)};
    while (outside.endsWith(u'/')) {
        outside.chop(1);
    }
    std::vector<WebhookAddress> all;
    for (const QString& purpose : {purposeReplies(), QStringLiteral("reports")}) {
        const QString path{m_services.webhookPath(account->row.webhookKey, purpose)};
        all.push_back(
            {purpose, purpose == purposeReplies() ? tr("Replies") : tr("Delivery reports"),
                m_services.localBase() + path, outside.isEmpty() ? QString{} : outside + path});
    }
    return all;
}

QString ProgramAccounts::publicAddress(AccountId id) const
{
    const Account* account{m_services.accounts.find(id)};
    return account ? account->config.setting(QStringLiteral("public-url")) : QString{};
}

Call<Done>* ProgramAccounts::setPublicAddress(AccountId id, const QString& url)
{
    return m_services.accounts.setSetting(id, QStringLiteral("public-url"), url);
}

Call<Done>* ProgramAccounts::setLook(AccountId id, const QString& name, int colour)
{
    return m_services.accounts.setLook(id, name, colour);
}

Call<Done>* ProgramAccounts::test(AccountId id)
{
    auto* call = m_services.accounts.prove(id);
    call->then(this, [this, id](const Result<Done>& proved) {
        if (proved) {
            m_contacts.insert(id, {true, m_services.clock.nowMs()});
            m_services.accounts.refreshBalance(id);
            emit changed();
        }
    });
    return call;
}

void ProgramAccounts::setPaused(AccountId id, bool paused)
{
    if (paused) {
        m_services.accounts.setPaused(id, QStringLiteral("person"));
    } else {
        m_services.outbox.resume(id);
    }
}

QString ProgramAccounts::dependents(AccountId id) const
{
    const AccountUse use{m_services.accounts.use(id)};
    QStringList sentences;
    if (use.conversations > 0) {
        sentences.append(tr("%n conversation(s) stay readable, but you can no longer answer.",
            nullptr, use.conversations));
    }
    if (use.waiting > 0) {
        sentences.append(tr("%n waiting text(s) will not be sent.", nullptr, use.waiting));
    }
    sentences.append(
        tr("Its secrets are taken out of their keeping, and its webhook addresses stop "
           "working."));
    return sentences.join(u' ');
}

Call<Done>* ProgramAccounts::remove(AccountId id)
{
    return m_services.accounts.remove(id);
}

} // namespace Textdesk
