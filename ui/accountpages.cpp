// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accountpages.h"

#include "app/webhook/webhookrouter.h"
#include "ui/accounts/accountspage.h"
#include "ui/accounts/keepingpage.h"
#include "ui/accounts/wizardpage.h"
#include "ui/credentials/credentialspage.h"
#include "ui/shell/actiontable.h"

namespace Textdesk {

namespace {

AccountDeskServices deskServices(const AccountPageServices& services)
{
    Engine& engine{services.engine};
    return {engine.accounts(), engine.credentials(), engine.outbox(), engine.sync(), services.clock,
        webhookPath,
        [&engine] {
            const WebhookListener& listener{engine.listener()};
            return QStringLiteral("http://127.0.0.1:%1")
                .arg(listener.isListening() ? listener.port() : defaultListenerPort);
        },
        services.region};
}

} // namespace

AccountPages::AccountPages(const AccountPageServices& services, QObject* parent)
    : QObject{parent}
    , m_services{services}
    , m_accounts{deskServices(services)}
    , m_credentials{services.engine.credentials(), services.clock}
    , m_keeping{services.engine.keeping()}
{
    buildAccounts();
    buildWizard();
    buildKeeping();
    connect(&services.engine.listener(), &WebhookListener::listeningChanged, &m_accounts,
        &AccountDesk::changed);
}

void AccountPages::buildAccounts()
{
    MainWindow& window{m_services.window};
    auto* accounts = new AccountsPage{m_services.theme, m_accounts, m_services.prompt, &window};
    connect(accounts, &AccountsPage::addRequested, &window, &MainWindow::addAccount);
    window.addPage({QStringLiteral("accounts"), QStringLiteral("phone"), tr("Accounts"), accounts,
        [accounts] { accounts->focusFirst(); }, false});
    auto* credentials =
        new CredentialsPage{m_services.theme, m_services.clock, m_credentials, &window};
    window.addPage({QStringLiteral("credentials"), QStringLiteral("credentials"), tr("Credentials"),
        credentials, [credentials] { credentials->focusFirst(); }, false});
    const auto replace = [credentials, &window](AccountId account) {
        window.goTo(QStringLiteral("credentials"));
        credentials->beginReplacing(account);
    };
    connect(&window, &MainWindow::credentialRequested, this, replace);
    connect(credentials, &CredentialsPage::keepingWanted, &window,
        [&window] { window.goTo(QStringLiteral("keychain")); });
    connect(accounts, &AccountsPage::credentialRequested, this, replace);
    // A new token is asked about at once, so that the light tells the truth.
    connect(&m_credentials, &ProgramCredentials::replaced, this,
        [this](AccountId account) { (void)m_services.engine.sync().syncNow(account); });
}

void AccountPages::buildWizard()
{
    MainWindow& window{m_services.window};
    auto* wizard = new WizardPage{m_services.theme, m_accounts, m_keeping, &window};
    window.addPage(
        {QStringLiteral("wizard"), {}, {}, wizard, [wizard] { wizard->focusFirst(); }, true});
    connect(&window, &MainWindow::connectRequested, wizard, [wizard, &window] {
        wizard->resume();
        window.goTo(QStringLiteral("wizard"));
    });
    connect(wizard, &WizardPage::cancelled, &window, &MainWindow::addAccount);
    connect(wizard, &WizardPage::done, &window,
        [&window](AccountId id) { window.startConversation({}, id); });
}

void AccountPages::buildKeeping()
{
    MainWindow& window{m_services.window};
    auto* page = new KeepingPage{m_services.theme, m_keeping, &window};
    window.addPage(
        {QStringLiteral("keychain"), {}, {}, page, [page] { page->focusFirst(); }, true});
    connect(page, &KeepingPage::left, &window, [&window] { window.goTo(QStringLiteral("inbox")); });
    connect(
        &window.banners(), &BannerArea::actionTriggered, &window, [&window](const QString& key) {
            if (key == QLatin1String{ProgramKeeping::noticeKey}) {
                window.goTo(QStringLiteral("keychain"));
            }
        });
    window.actions().add(
        {QStringLiteral("program.keeping"), ActionGroup::Program, tr("Where your tokens are kept"),
            {}, [&window] { window.goTo(QStringLiteral("keychain")); }, {}});
    connect(&m_keeping, &KeepingDesk::changed, this, &AccountPages::tellAboutKeeping);
}

void AccountPages::begin()
{
    tellAboutKeeping();
    if (m_keeping.state() == KeepingState::VaultLocked) {
        m_services.window.goTo(QStringLiteral("keychain"));
    }
}

void AccountPages::tellAboutKeeping()
{
    const auto notice = m_keeping.notice();
    const QString words{notice ? notice->what : QString{}};
    if (words == m_told) {
        return;
    }
    m_told = words;
    if (notice) {
        m_services.window.banners().add(*notice);
    } else {
        m_services.window.banners().clear(QLatin1String{ProgramKeeping::noticeKey});
    }
}

} // namespace Textdesk
