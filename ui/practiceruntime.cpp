// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/practiceruntime.h"

#include "app/domain/address.h"
#include "app/webhook/webhookrouter.h"

#include <QCoreApplication>

namespace Textdesk {

namespace {

PracticeOptions optionsFor(const QString& profileFolder)
{
    PracticeOptions options;
    // So that a restarted program still finds what it sent at its make-believe provider.
    options.ledgerFile = profileFolder + QStringLiteral("/practice-ledger.jsonl");
    return options;
}

} // namespace

PracticeRuntime::PracticeRuntime(Engine& engine, Clock& clock, HttpClient& http)
    : m_engine{engine}
    , m_service{clock, http, optionsFor(engine.profileFolder())}
{ }

void PracticeRuntime::startForStoredAccount()
{
    for (const AccountRow& row : AccountTable::all(m_engine.database().reader())) {
        if (row.practice) {
            (void)start();
            return;
        }
    }
}

Result<NewAccount> PracticeRuntime::start()
{
    if (!m_service.isRunning()) {
        if (const auto started = m_service.start(0); !started) {
            return fail(started.error());
        }
    }
    NewAccount account;
    account.provider = QStringLiteral("zoomconnect");
    account.name = QCoreApplication::translate("PracticeRuntime", "Practice");
    account.practice = true;
    account.settings.insert(QStringLiteral("base-url"), m_service.baseUrl());
    account.settings.insert(QStringLiteral("email"), m_service.email());
    account.secrets.insert(QStringLiteral("token"), m_service.token());
    account.secrets.insert(QStringLiteral("webhook-key"), m_service.webhookKey());
    m_engine.accounts().setPracticeRuntime(account.settings, account.secrets);
    return account;
}

void PracticeRuntime::connectWebhooks()
{
    if (!m_service.isRunning() || !m_engine.listener().isListening()) {
        return;
    }
    for (const Account* account : m_engine.accounts().all()) {
        if (account->row.practice) {
            const auto url = [&](const char* purpose) {
                return QUrl{
                    QStringLiteral("http://127.0.0.1:%1%2")
                        .arg(m_engine.listener().port())
                        .arg(webhookPath(account->row.webhookKey, QString::fromLatin1(purpose)))};
            };
            m_service.setWebhookUrls(url("replies"), url("reports"));
        }
    }
}

std::vector<PracticeTip> PracticeRuntime::tips() const
{
    std::vector<PracticeTip> tips;
    for (const PracticeNumber& number : practiceNumbers()) {
        // As a person here would write it; Textdesk itself takes any spelling.
        const QString spelled{Address::fromCanonical(number.number).display(QStringLiteral("ZA"))};
        tips.push_back({spelled, number.explanation});
    }
    return tips;
}

} // namespace Textdesk
