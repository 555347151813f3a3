// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One round of asking a provider: incoming, then outgoing states, then each doubtful send.
#pragma once

#include "app/domain/message.h"
#include "app/messaging/historysync.h"

#include <QDate>

namespace Textdesk {

struct RoundServices final {
    Database& database;
    AccountList& accounts;
    Inbox& inbox;
    Clock& clock;
    SyncOptions options;
};

class SyncRound final : public QObject {
    Q_OBJECT
public:
    [[nodiscard]] static Call<SyncReport>* start(
        const RoundServices& services, const Account& account, QObject* service);

private:
    SyncRound(const RoundServices& services, const Account& account, QObject* service);
    void fetchIncoming();
    void fetchOutgoing();
    void listOutgoing();
    [[nodiscard]] std::vector<Message> doubtful() const;
    void loadDoubtful();
    void nextDoubt();
    void lookFor(const Message& doubtful);
    void looked(const Message& doubtful, bool seen, qint64 ageMs, const Result<ListingEnd>& end);
    void markNotFound(MessageId id);
    [[nodiscard]] HistoryFacet* history() const;
    void finish();
    void tell();

    // Applies each page before the next is fetched; then goes on with `then`, or fails the round.
    void list(const HistoryQuery& query, void (SyncRound::*then)());
    // Lists come newest first, so one of many pages that is cut off would leave a hole behind what
    // it brought. What is longer than a page goes day by day, the oldest first, each one marked.
    [[nodiscard]] bool shouldGoByDays(const HistoryPage& page) const;
    void listed();
    void dayDone();
    // All up to that day is here, or is known to be unreadable.
    void setMark(QDate until, void (SyncRound::*then)());
    [[nodiscard]] QDate today() const;
    [[nodiscard]] QDate since() const;

    RoundServices m_services;
    AccountId m_account;
    QDate m_firstDay;
    QDate m_from; // of what is asked for now
    bool m_byDays{false}; // that day (and the next, because a service may exclude the last one)
    std::vector<Message> m_doubtfulBefore; // at the begin of the round
    std::vector<Message> m_doubtful;
    SyncReport m_report;
    Call<SyncReport>* m_call;
};

} // namespace Textdesk
