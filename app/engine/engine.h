// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One profile at work: the services above the store, built in one order for the window and the
// command line.
#pragma once

#include "app/accounts/accountlist.h"
#include "app/accounts/credentials.h"
#include "app/accounts/secretkeeping.h"
#include "app/messaging/deletions.h"
#include "app/messaging/historysync.h"
#include "app/messaging/inboundgate.h"
#include "app/messaging/inbox.h"
#include "app/messaging/outbox.h"
#include "app/messaging/triage.h"
#include "app/people/contactlist.h"
#include "app/storage/profilelock.h"
#include "app/webhook/webhooklistener.h"

#include <memory>

namespace Textdesk {

// What comes from outside; all of it outlives the engine.
struct EngineServices final {
    Clock& clock;
    HttpClient& http;
    Secrets& secrets;
    const ProviderRegistry& registry;
};

// Where the webhook addresses point unless a person chooses another port.
constexpr quint16 defaultListenerPort{8477};

class Engine final {
public:
    // Takes the profile's lock and opens its database. Errors: those of ProfileLock::take and
    // Database::open; Storage "damaged" if an earlier run found it so, and "store-gone: FILE"
    // where nothing but backups is left, the newest of them FILE.
    [[nodiscard]] static Result<std::unique_ptr<Engine>> open(
        const QString& profileFolder, const EngineServices& services);
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;
    ~Engine();

    [[nodiscard]] Database& database() { return *m_database; }
    [[nodiscard]] AccountList& accounts() { return *m_accounts; }
    [[nodiscard]] Credentials& credentials() { return *m_credentials; }
    [[nodiscard]] SecretKeeping& keeping() { return *m_keeping; }
    [[nodiscard]] Inbox& inbox() { return *m_inbox; }
    [[nodiscard]] Outbox& outbox() { return *m_outbox; }
    [[nodiscard]] ContactList& people() { return *m_people; }
    [[nodiscard]] Triage& triage() { return *m_triage; }
    [[nodiscard]] Deletions& deletions() { return *m_deletions; }
    [[nodiscard]] HistorySync& sync() { return *m_sync; }
    [[nodiscard]] InboundGate& gate() { return *m_gate; }
    [[nodiscard]] WebhookListener& listener() { return *m_listener; }
    [[nodiscard]] const QString& profileFolder() const { return m_folder; }

private:
    Engine(QString folder, std::unique_ptr<ProfileLock> lock, std::unique_ptr<Database> database,
        const EngineServices& services);

    // In the order of construction; destroyed from the last: nothing is asked for news once its
    // store is gone.
    QString m_folder;
    std::unique_ptr<ProfileLock> m_lock;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<AccountList> m_accounts;
    std::unique_ptr<Credentials> m_credentials;
    std::unique_ptr<SecretKeeping> m_keeping;
    std::unique_ptr<Inbox> m_inbox;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<ContactList> m_people;
    std::unique_ptr<Triage> m_triage;
    std::unique_ptr<Deletions> m_deletions;
    std::unique_ptr<HistorySync> m_sync;
    std::unique_ptr<InboundGate> m_gate;
    std::unique_ptr<WebhookListener> m_listener;
};

} // namespace Textdesk
