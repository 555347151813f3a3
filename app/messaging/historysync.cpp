// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messaging/historysync.h"

#include "app/base/log.h"
#include "app/messaging/syncround.h"

namespace Textdesk {

struct HistorySync::Lane final {
    Call<SyncReport>* running{nullptr};
    Backoff backoff;
    std::unique_ptr<QObject> timer; // deleting it cancels the plan
    qint64 dueSteadyMs{-1};
    qint64 begunMs{0}; // of the round that is running
};

HistorySync::HistorySync(Database& database, AccountList& accounts, Inbox& inbox, Clock& clock,
    SyncOptions options, QObject* parent)
    : QObject{parent}
    , m_database{database}
    , m_accounts{accounts}
    , m_inbox{inbox}
    , m_clock{clock}
    , m_options{options}
{
    connect(&m_accounts, &AccountList::changed, this, &HistorySync::planMissing);
}

HistorySync::~HistorySync() = default;

Call<SyncReport>* HistorySync::syncNow(AccountId id)
{
    const Account* account{m_accounts.find(id)};
    if (!account || !account->provider) {
        return settledCall<SyncReport>(
            this, fail(ErrorKind::NotFound, QStringLiteral("no-account")));
    }
    if (!account->secretProblem.isEmpty()) {
        return settledCall<SyncReport>(
            this, fail(ErrorKind::SecretUnavailable, account->secretProblem));
    }
    if (!account->provider->history()) {
        return settledCall<SyncReport>(this, SyncReport{});
    }
    auto& lane = m_lanes[id];
    if (!lane) {
        lane = std::make_shared<Lane>(
            Lane{nullptr, Backoff{intervalOf(*account), m_options.longestBackoff}, nullptr, -1, 0});
    }
    if (!lane->running) {
        lane->begunMs = m_clock.nowMs();
        lane->running =
            SyncRound::start({m_database, m_accounts, m_inbox, m_clock, m_options}, *account, this);
        lane->running->then(
            this, [this, id](const Result<SyncReport>& report) { roundEnded(id, report); });
    }
    auto* joined = new Call<SyncReport>{this};
    lane->running->then(
        joined, [joined](const Result<SyncReport>& report) { joined->settle(report); });
    return joined;
}

void HistorySync::roundEnded(AccountId id, const Result<SyncReport>& report)
{
    const std::shared_ptr<Lane> kept{m_lanes.value(id)};
    Lane& lane{*kept}; // a running round keeps its lane
    lane.running = nullptr;
    const Account* account{m_accounts.find(id)};
    if (report) {
        lane.backoff.reset();
        m_problems.remove(id);
        m_goodMs.insert(id, lane.begunMs);
    } else {
        m_problems.insert(id, report.error());
        qCInfo(logMessaging) << "sync failed:" << errorKindName(report.error().kind())
                             << report.error().detail();
    }
    if (m_polling && account) {
        const auto wait =
            report ? intervalOf(*account) : lane.backoff.next(report.error().retryAfter());
        plan(id, wait);
    }
    emit synced(id, report.has_value());
}

std::chrono::milliseconds HistorySync::intervalOf(const Account& account) const
{
    const qint64 sinceWebhook{m_clock.nowMs() - account.row.webhookVerifiedMs};
    constexpr qint64 dayMs{86400000};
    if (account.row.webhookVerifiedMs > 0 && sinceWebhook < dayMs) {
        return m_options.withWebhook;
    }
    const int seconds{account.config.setting(QStringLiteral("poll-seconds")).toInt()};
    constexpr int shortest{10};
    return seconds >= shortest ? std::chrono::milliseconds{seconds * qint64{1000}}
                               : m_options.interval;
}

void HistorySync::plan(AccountId id, std::chrono::milliseconds wait)
{
    Lane& lane{*m_lanes[id]};
    lane.timer = std::make_unique<QObject>();
    lane.dueSteadyMs = m_clock.steadyMs() + wait.count();
    m_clock.after(wait, lane.timer.get(), [this, id] { poll(id); });
}

void HistorySync::poll(AccountId id)
{
    if (const auto lane = m_lanes.value(id)) {
        lane->timer.reset();
        lane->dueSteadyMs = -1;
    }
    if (const Account * account{m_accounts.find(id)}; account && canPoll(*account)) {
        (void)syncNow(id);
    } else if (const auto lane = m_lanes.value(id); lane && !lane->running) {
        m_lanes.remove(id); // planned again when the account is back or mended
    }
}

bool HistorySync::canPoll(const Account& account)
{
    return account.provider && account.provider->history() && account.secretProblem.isEmpty();
}

void HistorySync::planMissing()
{
    if (!m_polling) {
        return;
    }
    for (const Account* account : m_accounts.all()) {
        const auto lane = m_lanes.value(account->id());
        if (canPoll(*account) && (!lane || (!lane->running && !lane->timer))) {
            (void)syncNow(account->id());
        }
    }
}

void HistorySync::startPolling()
{
    m_polling = true;
    planMissing();
}

void HistorySync::stopPolling()
{
    m_polling = false;
    for (const auto& lane : m_lanes) {
        lane->timer.reset();
        lane->dueSteadyMs = -1;
    }
}

QDateTime HistorySync::completeUntil(AccountId account) const
{
    if (const qint64 good{m_goodMs.value(account, 0)}; good > 0) {
        return QDateTime::fromMSecsSinceEpoch(good);
    }
    // Of an earlier start only the day is known.
    const QString mark{AccountTable::syncMark(
        m_database.reader(), account, QStringLiteral("synced-until-day"))}; // SyncRound's
    return QDate::fromString(mark, Qt::ISODate).startOfDay();
}

std::optional<DaySpan> HistorySync::incompleteDays(AccountId account) const
{
    return unreadableDays(m_database.reader(), account);
}

std::optional<Error> HistorySync::problemOf(AccountId account) const
{
    const auto found = m_problems.constFind(account);
    return found == m_problems.cend() ? std::nullopt : std::optional{*found};
}

qint64 HistorySync::nextPollIn(AccountId account) const
{
    const auto lane = m_lanes.value(account);
    return !lane || lane->dueSteadyMs < 0 ? -1 : lane->dueSteadyMs - m_clock.steadyMs();
}

} // namespace Textdesk
