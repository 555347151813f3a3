// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/engine.h"

#include "app/storage/backup.h"
#include "app/storage/profileplace.h"
#include "app/storage/rescuemark.h"

namespace Textdesk {

Result<std::unique_ptr<Engine>> Engine::open(
    const QString& profileFolder, const EngineServices& services)
{
    auto lock = ProfileLock::take(profileFolder);
    if (!lock) {
        return fail(lock.error());
    }
    if (wantsRescue(profileFolder)) {
        return fail(ErrorKind::Storage, QStringLiteral("damaged")); // it was found before
    }
    if (isStoreGone(profileFolder)) {
        return fail(ErrorKind::Storage,
            QStringLiteral("store-gone: ")
                + backupsOf(profileFolder + QStringLiteral("/textdesk.db")).front().file);
    }
    // Before anything can be sent: a copy of a profile waits for a person.
    auto database = Database::open(profileFolder + QStringLiteral("/textdesk.db"), services.clock,
        [&profileFolder](
            Connection& db) { return settleIn(db, ProfilePlace::here(profileFolder)); });
    if (!database) {
        return fail(database.error());
    }
    return std::unique_ptr<Engine>{
        new Engine{profileFolder, std::move(*lock), std::move(*database), services}};
}

Engine::Engine(QString folder, std::unique_ptr<ProfileLock> lock,
    std::unique_ptr<Database> database, const EngineServices& services)
    : m_folder{std::move(folder)}
    , m_lock{std::move(lock)}
    , m_database{std::move(database)}
    , m_accounts{std::make_unique<AccountList>(AccountServices{
          *m_database, services.secrets, services.registry, services.http, services.clock})}
    , m_credentials{std::make_unique<Credentials>(
          AccountServices{
              *m_database, services.secrets, services.registry, services.http, services.clock},
          *m_accounts)}
    , m_keeping{std::make_unique<SecretKeeping>(*m_accounts, services.secrets)}
    , m_inbox{std::make_unique<Inbox>(*m_database, *m_accounts, services.clock)}
    , m_outbox{std::make_unique<Outbox>(*m_database, *m_accounts, services.clock)}
    , m_people{std::make_unique<ContactList>(*m_database)}
    , m_triage{std::make_unique<Triage>(*m_database, services.clock)}
    , m_deletions{std::make_unique<Deletions>(*m_database, *m_accounts, services.clock)}
    , m_sync{std::make_unique<HistorySync>(*m_database, *m_accounts, *m_inbox, services.clock)}
    , m_gate{std::make_unique<InboundGate>(*m_database, *m_accounts, services.clock)}
    , m_listener{std::make_unique<WebhookListener>(*m_gate, services.clock)}
{ }

Engine::~Engine() = default;

} // namespace Textdesk
