// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/programcredentials.h"

#include "ui/words/fieldwords.h"
#include "ui/words/timewords.h"

#include <QDateTime>
#include <QLocale>

namespace Textdesk {

ProgramCredentials::ProgramCredentials(Credentials& credentials, Clock& clock, QObject* parent)
    : CredentialDesk{parent}
    , m_credentials{credentials}
    , m_clock{clock}
{
    connect(&m_credentials, &Credentials::changed, this, &CredentialDesk::changed);
}

QString ProgramCredentials::when(qint64 ms) const
{
    const auto local = [](qint64 at) { return QDateTime::fromMSecsSinceEpoch(at); };
    return ms == 0 ? QString{} : dayAndTime(local(ms), local(m_clock.nowMs()), QLocale{});
}

std::vector<CredentialCard> ProgramCredentials::credentials() const
{
    const qint64 nowMs{m_clock.nowMs()};
    std::vector<CredentialCard> cards;
    for (const Credential& one : m_credentials.all()) {
        CredentialCard card;
        card.account = one.row.account;
        card.name = one.row.name;
        card.accountName = one.accountName;
        card.title = one.row.label.isEmpty() ? secretTitle(one.row.name) : one.row.label;
        card.masked = one.masked;
        card.ageDays = one.ageDays(nowMs);
        card.rotateDays = one.row.rotateDays;
        card.used = when(one.row.usedMs);
        card.proved = when(one.row.provedMs);
        card.isHere = one.row.createdMs > 0;
        card.isDue = one.isDue(nowMs);
        card.isDueSoon = one.isDueSoon(nowMs);
        card.isProvable = one.isRequired;
        cards.push_back(std::move(card));
    }
    return cards;
}

Call<SecretText>* ProgramCredentials::copy(AccountId account, const QString& name)
{
    return m_credentials.copy(account, name);
}

Call<Done>* ProgramCredentials::replace(
    AccountId account, const QString& name, const SecretText& value)
{
    auto* call = m_credentials.replace(account, name, value);
    call->then(this, [this, account](const Result<Done>& done) {
        if (done) {
            emit replaced(account);
        }
    });
    return call;
}

Call<Done>* ProgramCredentials::setRotateDays(AccountId account, const QString& name, int days)
{
    return m_credentials.setRotateDays(account, name, days);
}

} // namespace Textdesk
