// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/programupkeep.h"

#include "ui/shell/storenotice.h"

namespace Textdesk {

namespace {

const QLatin1String damageNotice{"store-damaged"};
const QLatin1String backupNotice{"no-backup"};

} // namespace

ProgramUpkeep::ProgramUpkeep(const UpkeepServices& services, QObject* parent)
    : QObject{parent}
    , m_services{services}
    , m_cleaning{services.effects.engine.database(), services.clock}
    , m_erasure{services.effects.engine.database(), services.clock}
    , m_diagnostics{services.effects.engine.database(), services.effects.settings}
    , m_care{services.effects.engine.database(), m_cleaning, services.clock}
    , m_effects{services.effects}
{
    addPage();
    BannerArea& banners{m_services.window.banners()};
    connect(&m_effects, &SettingsEffects::noticeRaised, &banners, &BannerArea::add);
    connect(&m_effects, &SettingsEffects::noticeCleared, &banners, &BannerArea::clear);
    connect(&m_care, &ProfileCare::damageFound, this, &ProgramUpkeep::tellDamage);
    connect(&m_care, &ProfileCare::backupFailed, this, &ProgramUpkeep::tellNoBackup);
    connect(&m_care, &ProfileCare::cared, &banners, [this, &banners] {
        if (m_care.dates().backedUpMs > 0 && !m_care.isDamaged()) {
            banners.clear(backupNotice);
        }
    });
    Database& database{services.effects.engine.database()};
    connect(&database, &Database::writingFailed, &banners, [&banners](const Error& error) {
        if (const auto notice = storeNotice(error)) {
            banners.add(*notice);
        }
    });
    connect(&database, &Database::writingWorks, &banners,
        [&banners] { banners.clear(storeNoticeKey()); });
    connect(&banners, &BannerArea::actionTriggered, this, &ProgramUpkeep::act);
}

void ProgramUpkeep::addPage()
{
    auto* page = new SettingsPage{m_services.effects.theme,
        {m_services.effects.settings, m_services.prompt, m_services.clock, m_cleaning, m_erasure,
            m_diagnostics, m_care, m_services.region,
            [this](const SecretText& password, std::function<void(const QString&)> told) {
                m_effects.keepProxyPassword(password, std::move(told));
            }},
        &m_services.window};
    m_services.window.setSettingsPage(page);
    connect(page, &SettingsPage::addAccountRequested, &m_services.window, &MainWindow::addAccount);
}

void ProgramUpkeep::begin()
{
    m_effects.begin();
    m_care.start();
}

void ProgramUpkeep::tellDamage()
{
    // What cannot be read may be an opt-out, and what cannot be written is sent a second time.
    m_services.effects.engine.outbox().stopClaiming();
    m_services.window.banners().add({damageNotice, Banner::Level::Problem,
        tr("Some of your message store is damaged."),
        tr("Nothing is sent from now on, and older backups are kept. The repair saves what can be "
           "read; it starts when Textdesk is opened the next time."),
        tr("Close and repair")});
}

void ProgramUpkeep::tellNoBackup(const Error& error)
{
    const bool room{error.detail() == QStringLiteral("no-room")
        || error.detail() == QStringLiteral("disk-full")};
    m_services.window.banners().add({backupNotice, Banner::Level::Warning,
        room ? tr("There is no room for today's backup.") : tr("Today's backup could not be made."),
        room ? tr(
            "Your messages and older backups are safe. Free some room on the disk; it is tried "
            "again every hour.")
             : tr("Your messages and older backups are safe. It is tried again every hour."),
        {}});
}

void ProgramUpkeep::act(const QString& notice)
{
    if (notice == damageNotice) {
        m_services.window.close();
    }
}

} // namespace Textdesk
