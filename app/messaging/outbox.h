// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The one way out: every text is on disk before it is sent, and sent at most once.
#pragma once

#include "app/accounts/accountlist.h"
#include "app/base/backoff.h"
#include "app/messaging/draft.h"
#include "app/messaging/outcome.h"
#include "app/storage/outboxtable.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace Textdesk {

struct CheckedDraft;

struct OutboxOptions final {
    int unknownsBeforePause{3};
    qint64 overdueGraceMs{600000};
};

class Outbox final : public QObject {
    Q_OBJECT
public:
    Outbox(Database& database, AccountList& accounts, Clock& clock, OutboxOptions options = {},
        QObject* parent = nullptr);
    ~Outbox() override;

    // Recovers what a crash left behind (Submitting becomes Unknown), holds overdue scheduled texts
    // for a person, lifts pauses that a refusal would set again, and begins to send. Done at once
    // if it runs.
    [[nodiscard]] Call<Done>* start();

    // Validates all, then stores all in one transaction; nothing is stored if one is wrong. The ids
    // are in the order of the drafts. Errors: see checkDraft(); NotFound "no-account"; Rejected
    // "cannot-send" or "cannot-schedule"; Storage.
    [[nodiscard]] Call<std::vector<MessageId>>* send(const std::vector<Draft>& drafts);
    // Takes a queued text back that was not submitted yet; settles with the text. Rejected
    // "too-late".
    [[nodiscard]] Call<QString>* takeBack(MessageId id);
    // A person's (or script's) word on a message in doubt: sent = Accepted; not sent = queued
    // again. Also releases an overdue one (not sent) or drops it (sent). Rejected "not-in-doubt".
    [[nodiscard]] Call<Done>* settle(MessageId id, bool sent);
    // A failed text again, as a new message.
    [[nodiscard]] Call<MessageId>* sendAgain(MessageId id);
    // Lifts the pause and sends on.
    void resume(AccountId id);
    // The same for every account, before the first of them sends; but not where only a person's
    // word lifts the pause (needsPersonsWord()).
    void resumeAll();
    // The account waits before it tries again: it was offline or asked to slow down.
    [[nodiscard]] bool isHeldBack(AccountId id) const;
    // Looks for due work now.
    void pump();
    // The program is about to end: nothing more is taken up, what is under way may come back. What
    // waits stays on disk for the next start.
    void stopClaiming();

    // Nothing is being submitted and nothing is due (paused and waiting accounts included).
    [[nodiscard]] bool isQuiet() const;

signals:
    // isQuiet() may have changed to true.
    void quiet();
    // What became of a request could not be written; it is tried again until it is. Ending the
    // program now leaves that text in doubt.
    void outcomeWaits(const Textdesk::Error& error);
    // An account was paused; reason is "unauthorized", "no-credit", "secret", "wrong-address" or
    // "unknown-outcomes".
    void accountPaused(Textdesk::AccountId account, const QString& reason);

private:
    [[nodiscard]] Result<Done> mayGo(const Draft& draft) const;
    // Every recipient once, or why one of them cannot be texted.
    [[nodiscard]] Result<std::vector<CheckedDraft>> check(const std::vector<Draft>& drafts) const;
    struct Lane; // one account's running state
    Lane& lane(AccountId id);
    void pumpAccount(const Account& account);
    void claimed(AccountId id, int asked, const Result<std::vector<Message>>& rows);
    void pumpSoon();
    void lift(AccountId id);
    void submit(const Message& message);
    void answered(const Message& message, const Result<SendReceipt>& answer);
    void record(const Message& message, const SendOutcome& outcome, qint64 waitMs);
    [[nodiscard]] qint64 holdBack(Lane& lane, const SendOutcome& outcome) const;
    void pauseAfter(AccountId account, const SendOutcome& outcome);
    void pause(AccountId account, const QString& reason);
    void wakeAt(Lane& lane, qint64 dueMs);
    void reportQuiet();

    Database& m_database;
    AccountList& m_accounts;
    Clock& m_clock;
    OutboxOptions m_options;
    QHash<AccountId, std::shared_ptr<Lane>> m_lanes;
    bool m_started{false};
    bool m_pumpQueued{false};
    bool m_resuming{false};
    bool m_claimsNoMore{false};
};

} // namespace Textdesk
