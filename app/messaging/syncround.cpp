// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messaging/syncround.h"

#include "app/base/log.h"
#include "app/messaging/reference.h"
#include "app/messaging/unreadabledays.h"
#include "app/storage/messagetable.h"

namespace Textdesk {

namespace {

constexpr int mostDoubtful{500};

QString syncedUntilKind()
{
    return QStringLiteral("synced-until-day");
}

// One message's question may be refused or answered with rubbish without spoiling the others.
bool isAboutThisQuery(const Error& error)
{
    return error.kind() == ErrorKind::Rejected || error.kind() == ErrorKind::Protocol
        || error.kind() == ErrorKind::NotFound;
}

bool mentions(const HistoryPage& page, const QString& reference)
{
    for (const InboundEvent& event : page.events) {
        const auto* seen = std::get_if<OutgoingSeen>(&event);
        if (seen && fromWire(seen->report.dataField).reference == reference) {
            return true;
        }
    }
    return false;
}

} // namespace

Call<SyncReport>* SyncRound::start(
    const RoundServices& services, const Account& account, QObject* service)
{
    auto* round = new SyncRound{services, account, service};
    Call<SyncReport>* call{round->m_call};
    round->m_firstDay = round->since();
    round->m_from = round->m_firstDay;
    round->m_doubtfulBefore = round->doubtful();
    round->fetchIncoming();
    return call;
}

SyncRound::SyncRound(const RoundServices& services, const Account& account, QObject* service)
    : m_services{services}
    , m_account{account.id()}
    , m_call{new Call<SyncReport>{service}}
{
    setParent(m_call);
}

HistoryFacet* SyncRound::history() const
{
    // Looked up each time: a removed account takes its facets with it.
    const Account* account{m_services.accounts.find(m_account)};
    return account && account->provider ? account->provider->history() : nullptr;
}

QDate SyncRound::today() const
{
    return m_services.clock.now().date();
}

QDate SyncRound::since() const
{
    const QDate mark{QDate::fromString(
        AccountTable::syncMark(m_services.database.reader(), m_account, syncedUntilKind()),
        Qt::ISODate)};
    // A mark from a day when the clock was wrong must not leave a gap.
    return mark.isValid() ? std::min(mark, today()).addDays(-m_services.options.overlapDays)
                          : today().addDays(-m_services.options.firstDays);
}

// The last two days stay one question, so that ordinary polling stays one.
bool SyncRound::shouldGoByDays(const HistoryPage& page) const
{
    const bool isLong{page.totalElements >= 0
            ? page.totalElements > qint64(page.providerIds.size())
            : page.providerIds.size() >= size_t(HistoryQuery{}.pageSize)};
    return !m_byDays && page.page == 1 && isLong && m_from.addDays(2) <= today();
}

void SyncRound::list(const HistoryQuery& query, void (SyncRound::*then)())
{
    const auto tooLong = std::make_shared<bool>(false);
    Listing::start([this] { return history(); }, query,
        [this, tooLong](const HistoryPage& page, const std::function<void(bool)>& next) {
            if (shouldGoByDays(page)) {
                *tooLong = true;
                next(true);
                return;
            }
            m_report.unreadable += page.unreadable;
            m_services.inbox.apply(m_account, page.events, WritePriority::Bulk)
                ->then(this, [this, next](const Result<Applied>& applied) {
                    if (!applied) {
                        m_call->settle(fail(applied.error()));
                        return;
                    }
                    m_report.newTexts += applied->newTexts;
                    m_report.stateChanges += applied->stateChanges;
                    next(false);
                });
        },
        m_call)
        ->then(this, [this, then, tooLong](const Result<ListingEnd>& end) {
            if (!end) {
                m_call->settle(fail(end.error()));
            } else if (*tooLong) {
                m_byDays = true;
                fetchIncoming();
            } else {
                (this->*then)();
            }
        });
}

void SyncRound::fetchIncoming()
{
    HistoryQuery query;
    query.incoming = true;
    query.receivedFrom = m_from;
    if (m_byDays) {
        query.receivedTo = m_from.addDays(1);
    }
    list(query, &SyncRound::fetchOutgoing);
}

void SyncRound::fetchOutgoing()
{
    constexpr qint64 dayMs{86400000};
    const qint64 from{m_from.startOfDay(Qt::UTC).toMSecsSinceEpoch() - dayMs};
    // Not on this thread: of a hundred thousand texts of a campaign it looks at each.
    m_services.database
        .read<bool>([account = m_account, from](Connection& db) -> Result<bool> {
            return MessageTable::hasOpenOutgoing(db, account, from);
        })
        ->then(this, [this](const Result<bool>& anyOpen) {
            if (!anyOpen) {
                m_call->settle(fail(anyOpen.error()));
            } else if (*anyOpen) {
                listOutgoing();
            } else {
                listed();
            }
        });
}

void SyncRound::listOutgoing()
{
    HistoryQuery query;
    query.incoming = false;
    query.sentFrom = m_from;
    if (m_byDays) {
        query.sentTo = m_from.addDays(1);
    }
    list(query, &SyncRound::listed);
}

void SyncRound::listed()
{
    if (!m_byDays) {
        loadDoubtful();
        return;
    }
    // So that a round that is cut off after this goes on with the day after it.
    setMark(m_from.addDays(1 + m_services.options.overlapDays), &SyncRound::dayDone);
}

void SyncRound::dayDone()
{
    m_from = m_from.addDays(1);
    m_byDays = m_from.addDays(2) <= today();
    fetchIncoming();
}

void SyncRound::setMark(QDate until, void (SyncRound::*then)())
{
    m_services.database
        .write<Done>(WritePriority::Bulk,
            [account = m_account, until, listed = DaySpan{m_firstDay, std::min(until, today())},
                anyUnreadable = m_report.unreadable > 0](WriteContext& context) -> Result<Done> {
                AccountTable::setSyncMark(
                    context, account, syncedUntilKind(), until.toString(Qt::ISODate));
                noteListedDays(context, account, listed, anyUnreadable);
                return Done{};
            })
        ->then(this, [this, then](const Result<Done>& marked) {
            if (!marked) {
                m_call->settle(fail(marked.error()));
                return;
            }
            (this->*then)();
        });
}

std::vector<Message> SyncRound::doubtful() const
{
    return MessageTable::withState(
        m_services.database.reader(), m_account, DeliveryState::Unknown, mostDoubtful);
}

void SyncRound::loadDoubtful()
{
    m_doubtful = doubtful();
    // The lists that came first may have named some already.
    for (const Message& message : m_doubtfulBefore) {
        const auto now = MessageTable::find(m_services.database.reader(), message.id);
        m_report.settled += now && now->state != DeliveryState::Unknown ? 1 : 0;
    }
    m_doubtfulBefore.clear();
    nextDoubt();
}

void SyncRound::nextDoubt()
{
    if (m_doubtful.empty()) {
        finish();
        return;
    }
    const Message message{m_doubtful.back()};
    m_doubtful.pop_back();
    lookFor(message);
}

void SyncRound::lookFor(const Message& doubtful)
{
    HistoryQuery query;
    query.incoming = false;
    query.dataField = toWire(doubtful.dataField, doubtful.reference);
    const auto seen = std::make_shared<bool>(false);
    const qint64 age{m_services.clock.nowMs() - doubtful.stateMs};
    Listing::start([this] { return history(); }, query,
        [this, seen, doubtful](const HistoryPage& page, const std::function<void(bool)>& next) {
            *seen = *seen || mentions(page, doubtful.reference);
            m_services.inbox.apply(m_account, page.events, WritePriority::Bulk)
                ->then(this, [this, seen, next](const Result<Applied>& applied) {
                    if (!applied) {
                        m_call->settle(fail(applied.error()));
                        return;
                    }
                    next(*seen);
                });
        },
        m_call)
        ->then(this, [this, seen, age, doubtful](const Result<ListingEnd>& end) {
            looked(doubtful, *seen, age, end);
        });
}

void SyncRound::looked(
    const Message& doubtful, bool seen, qint64 ageMs, const Result<ListingEnd>& end)
{
    if (!end && !isAboutThisQuery(end.error())) {
        m_call->settle(fail(end.error())); // the next question would fare no better
        return;
    }
    if (seen) {
        ++m_report.settled; // applying the page did it
        nextDoubt();
        return;
    }
    const bool complete{end && end->complete && end->unreadable == 0};
    if (!complete || ageMs < m_services.options.missCountsAfter.count()) {
        ++m_report.stillDoubtful;
        nextDoubt();
        return;
    }
    ++m_report.notFound;
    markNotFound(doubtful.id);
}

void SyncRound::markNotFound(MessageId id)
{
    m_services.database
        .write<Done>(WritePriority::SendState,
            [id](WriteContext& context) -> Result<Done> {
                const QString reason{QStringLiteral("not-found-at-provider")};
                auto message = MessageTable::find(context.db, id);
                if (message && message->state == DeliveryState::Unknown
                    && message->reason != reason) {
                    message->reason = reason;
                    MessageTable::updateState(context, *message);
                }
                return Done{};
            })
        ->then(this, [this](const Result<Done>& marked) {
            if (!marked) {
                m_call->settle(fail(marked.error()));
                return;
            }
            nextDoubt();
        });
}

void SyncRound::finish()
{
    setMark(today(), &SyncRound::tell);
}

void SyncRound::tell()
{
    m_call->settle(m_report);
}

} // namespace Textdesk
