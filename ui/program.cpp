// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/program.h"

#include "app/base/localzone.h"
#include "app/base/log.h"
#include "app/storage/accounttable.h"
#include "app/storage/conversationtable.h"
#include "app/storage/outboxtable.h"
#include "ui/options.h"

#include <QLocale>

namespace Textdesk {

namespace {

constexpr int mostWaiting{1000};

QString regionOfThisComputer()
{
    const QString name{QLocale::system().name()}; // "en_ZA"; "C" knows no region
    const QString region{name.section(u'_', 1, 1).left(2)};
    return region.size() == 2 ? region : QStringLiteral("ZA");
}

} // namespace

Program::Program(std::unique_ptr<Engine> engine, const ProgramServices& services)
    : m_services{services}
    , m_engine{std::move(engine)}
    , m_practice{*m_engine, services.clock, services.http}
    , m_conversations{m_engine->database(), m_engine->accounts()}
    , m_found{m_engine->database(), m_engine->accounts(), services.clock}
{
    buildDesk();
    buildWindow();
}

Program::~Program() = default;

std::function<QString()> Program::region() const
{
    return [&settings = m_services.settings] {
        const QString chosen{settings.text(Setting::DefaultRegion)};
        return chosen.isEmpty() ? regionOfThisComputer() : chosen;
    };
}

void Program::buildWindow()
{
    m_window = std::make_unique<MainWindow>(
        m_services.theme, m_services.clock, *m_desk, m_services.prompt);
    connect(m_window.get(), &MainWindow::themeChosen, this, [this](Theme::Choice choice) {
        m_services.settings.set(Setting::Theme, themeName(choice));
    });
    m_accountPages = std::make_unique<AccountPages>(AccountPageServices{
        *m_engine, m_services.clock, m_services.theme, m_services.prompt, *m_window, region()});
    m_desktop = std::make_unique<ProgramDesktop>(ProgramDesktopServices{*m_engine, m_services.clock,
        m_services.settings, m_services.prompt, *m_desk, *m_window, m_services.buses});
    m_upkeep = std::make_unique<ProgramUpkeep>(UpkeepServices{
        {*m_engine, m_services.http, m_services.settings, m_services.theme, m_services.secrets},
        m_services.clock, m_services.prompt, *m_window, region()});
    connect(&m_upkeep->care(), &ProfileCare::damageFound, m_desk.get(),
        [this] { m_desk->setStoreTrouble(QStringLiteral("store-damaged")); });
}

void Program::buildDesk()
{
    Database& database{m_engine->database()};
    m_desk = std::make_unique<ProgramDesk>(DeskServices{m_engine->accounts(), m_engine->inbox(),
        m_engine->outbox(), m_engine->sync(), m_engine->people(), m_engine->triage(),
        m_engine->deletions(), m_practice, m_conversations, m_found,
        [&database](QObject* parent) {
            return new MessageModel{database, localZone(), parent};
        },
        [&settings = m_services.settings] { return qint64{settings.number(Setting::UndoMs)}; },
        !AccountTable::all(database.reader()).empty(), region(),
        [clock = &m_services.clock] { return clock->now().toLocalTime(); },
        [engine = m_engine.get(), clock = &m_services.clock](AccountId id) {
            const auto token = engine->credentials().find(id, QStringLiteral("token"));
            return token && token->isDue(clock->nowMs());
        },
        [&database](ConversationId id) {
            std::vector<MessageId> waiting;
            Connection& db{database.reader()};
            const auto row = ConversationTable::find(db, id);
            for (const Message& message :
                row ? OutboxTable::open(db, row->account, mostWaiting) : std::vector<Message>{}) {
                if (message.conversation == id && message.state == DeliveryState::Queued) {
                    waiting.push_back(message.id);
                }
            }
            return waiting;
        }});
    connect(&database, &Database::writingFailed, m_desk.get(), [this](const Error& error) {
        m_desk->setStoreTrouble(error.detail() == QStringLiteral("disk-full")
                ? error.detail()
                : QStringLiteral("cannot-write"));
    });
    connect(
        &database, &Database::writingWorks, m_desk.get(), [this] { m_desk->setStoreTrouble({}); });
    // With the desk as context: the listener stops after the practice service is gone.
    connect(&m_engine->listener(), &WebhookListener::listeningChanged, m_desk.get(),
        [this] { m_practice.connectWebhooks(); });
}

void Program::start()
{
    m_practice.startForStoredAccount();
    loadAccounts();
    m_accountPages->begin();
    m_window->show();
    m_upkeep->begin();
}

void Program::loadAccounts()
{
    m_engine->accounts().load()->then(this, [this](const Result<Done>& loaded) {
        emit accountsLoaded(loaded ? nullptr : &loaded.error());
        if (!loaded) {
            qCWarning(logUi) << "accounts cannot be read:" << loaded.error().detail();
            return;
        }
        listen(quint16(m_services.settings.number(Setting::ListenerPort)));
    });
}

void Program::listen(quint16 port)
{
    ListenerOptions options;
    options.port = port;
    options.address = QHostAddress{m_services.settings.text(Setting::ListenerAddress)};
    m_engine->listener().start(options)->then(this, [this, port](const Result<quint16>& started) {
        if (!started && port != 0) {
            // The usual port is taken; replies still come in by polling, practice uses any port.
            listen(0);
            return;
        }
        go();
    });
}

void Program::go()
{
    m_engine->triage().start();
    m_engine->deletions().start();
    m_engine->outbox().start()->then(this, [this](const Result<Done>& started) {
        if (started) {
            m_engine->sync().startPolling();
        }
    });
}

} // namespace Textdesk
