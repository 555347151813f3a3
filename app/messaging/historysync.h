// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the provider what happened while nobody told us: polling, catching up, and settling doubtful
// sends.
#pragma once

#include "app/accounts/accountlist.h"
#include "app/base/backoff.h"
#include "app/messaging/inbox.h"
#include "app/messaging/listing.h"
#include "app/messaging/unreadabledays.h"

#include <QDateTime>
#include <QHash>
#include <QObject>

#include <memory>
#include <optional>

namespace Textdesk {

struct SyncReport final {
    int newTexts{0};
    int stateChanges{0};
    int settled{0}; // doubtful sends that the provider knows: accepted now
    int notFound{0}; // doubtful sends that a complete listing does not show: a person decides
    int stillDoubtful{0}; // too young to be sure, or the listing was not complete
    int unreadable{0};
};

struct SyncOptions final {
    std::chrono::milliseconds interval{60000};
    std::chrono::milliseconds longestBackoff{600000};
    std::chrono::milliseconds withWebhook{900000}; // after a verified webhook
    std::chrono::milliseconds missCountsAfter{600000}; // a listing may lag behind
    int overlapDays{1}; // listings filter by whole days in the provider's zone
    int firstDays{7}; // how far back the first sync of an account looks
};

class HistorySync final : public QObject {
    Q_OBJECT
public:
    HistorySync(Database& database, AccountList& accounts, Inbox& inbox, Clock& clock,
        SyncOptions options = {}, QObject* parent = nullptr);
    ~HistorySync() override;

    // One full round for an account: incoming texts, states of open messages, doubtful sends.
    // Rounds of one account never overlap; a second request joins the one that is running.
    [[nodiscard]] Call<SyncReport>* syncNow(AccountId account);
    // Polls every account by itself from now on: its poll-seconds (60), backing off to 10 minutes
    // while it fails, every 15 minutes while verified webhooks come in.
    void startPolling();
    void stopPolling();
    // When the next poll of an account is due, in milliseconds from now; -1 if none is planned.
    [[nodiscard]] qint64 nextPollIn(AccountId account) const;
    // Until when everything that the provider lists is here; invalid before the first whole round.
    [[nodiscard]] QDateTime completeUntil(AccountId account) const;
    // Days of which something that the provider lists could not be read, so that it is missing.
    [[nodiscard]] std::optional<DaySpan> incompleteDays(AccountId account) const;
    // Why the last round of that account failed; nothing after a good one.
    [[nodiscard]] std::optional<Error> problemOf(AccountId account) const;

signals:
    // After a round; problemOf() says why it failed.
    void synced(Textdesk::AccountId account, bool ok);

private:
    struct Lane;
    void plan(AccountId account, std::chrono::milliseconds wait);
    void poll(AccountId account);
    [[nodiscard]] static bool canPoll(const Account& account);
    void roundEnded(AccountId account, const Result<SyncReport>& report);
    [[nodiscard]] std::chrono::milliseconds intervalOf(const Account& account) const;
    void planMissing();

    Database& m_database;
    AccountList& m_accounts;
    Inbox& m_inbox;
    Clock& m_clock;
    SyncOptions m_options;
    QHash<AccountId, std::shared_ptr<Lane>> m_lanes;
    QHash<AccountId, qint64> m_goodMs; // wall clock at the begin of the last whole round
    QHash<AccountId, Error> m_problems;
    bool m_polling{false};
};

} // namespace Textdesk
