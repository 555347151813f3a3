// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messaging/inbox.h"

#include "app/base/log.h"
#include "app/storage/forgetting.h"
#include "app/storage/messagetable.h"
#include "app/storage/optouttable.h"

#include <QPointer>

#include <memory>

namespace Textdesk {

namespace {

// Long enough for a second press of Send, short enough for a reminder a little later.
constexpr qint64 justNowMs{60'000};

struct ReadMark final {
    AccountId account;
    QString providerId;
};

Result<ReadMark> markMessage(WriteContext& context, MessageId id, bool read)
{
    const auto message = MessageTable::find(context.db, id);
    if (!message || message->direction != Direction::In) {
        return fail(ErrorKind::NotFound, QStringLiteral("no-message"));
    }
    MessageTable::setRead(context, *message, read);
    return ReadMark{message->account, message->providerId};
}

} // namespace

Inbox::Inbox(Database& database, AccountList& accounts, Clock& clock, QObject* parent)
    : QObject{parent}
    , m_database{database}
    , m_accounts{accounts}
    , m_clock{clock}
{ }

template <typename T, typename F> Call<T>* Inbox::personWrite(F fn)
{
    return m_database.write<T>(WritePriority::Person, std::move(fn));
}

Call<Applied>* Inbox::apply(
    AccountId account, std::vector<InboundEvent> events, WritePriority priority)
{
    return m_database.write<Applied>(priority,
        [account, events = std::move(events), arrived = m_clock.nowMs()](WriteContext& context)
            -> Result<Applied> { return applyInbound(context, account, events, arrived); });
}

void Inbox::tellProvider(
    AccountId account, const QStringList& providerIds, bool read, Call<Done>* call)
{
    const Account* owner{m_accounts.find(account)};
    HistoryFacet* history{owner && owner->provider ? owner->provider->history() : nullptr};
    // Dies with the last of those that wait: answered, or gone together with the account.
    const std::shared_ptr<void> settling{nullptr, [call = QPointer<Call<Done>>{call}](void*) {
                                             if (call) {
                                                 call->settle(Done{});
                                             }
                                         }};
    for (const QString& providerId : providerIds) {
        if (!history || providerId.isEmpty()) {
            continue;
        }
        history->setRead(providerId, read)->then(this, [settling](const Result<Done>& told) {
            if (!told) {
                qCInfo(logMessaging)
                    << "read mark not taken by the provider:" << told.error().detail();
            }
        });
    }
}

Call<Done>* Inbox::setConversationRead(ConversationId id)
{
    auto* call = new Call<Done>{this};
    personWrite<std::pair<AccountId, QStringList>>(
        [id](WriteContext& context) -> Result<std::pair<AccountId, QStringList>> {
            const auto row = ConversationTable::find(context.db, id);
            if (!row) {
                return fail(ErrorKind::NotFound, QStringLiteral("no-conversation"));
            }
            return std::pair{row->account, MessageTable::setConversationRead(context, id)};
        })
        ->then(this, [this, call](const Result<std::pair<AccountId, QStringList>>& marked) {
            if (!marked) {
                call->settle(fail(marked.error()));
                return;
            }
            tellProvider(marked->first, marked->second, true, call);
        });
    return call;
}

Call<Done>* Inbox::setConversationUnread(ConversationId id)
{
    const MessageId newest{MessageTable::newestIncoming(m_database.reader(), id)};
    if (!newest.isValid()) {
        return settledCall<Done>(this, fail(ErrorKind::NotFound, QStringLiteral("no-message")));
    }
    return setRead(newest, false);
}

Call<Done>* Inbox::setRead(MessageId id, bool read)
{
    auto* call = new Call<Done>{this};
    personWrite<ReadMark>([id, read](WriteContext& context) {
        return markMessage(context, id, read);
    })->then(this, [this, call, read](const Result<ReadMark>& marked) {
        if (!marked) {
            call->settle(fail(marked.error()));
            return;
        }
        tellProvider(marked->account, {marked->providerId}, read, call);
    });
    return call;
}

Call<Done>* Inbox::deleteHere(MessageId id)
{
    return personWrite<Done>([id](WriteContext& context) -> Result<Done> {
        const auto message = MessageTable::find(context.db, id);
        if (!message) {
            return fail(ErrorKind::NotFound, QStringLiteral("no-message"));
        }
        if (message->state == DeliveryState::Queued || message->state == DeliveryState::Submitting
            || message->state == DeliveryState::Unknown) {
            return fail(ErrorKind::Rejected, QStringLiteral("still-queued"));
        }
        forgetMessage(context, *message);
        return Done{};
    });
}

Call<Done>* Inbox::remove(MessageId id, bool atProvider)
{
    const auto message = MessageTable::find(m_database.reader(), id);
    const Account* owner{message ? m_accounts.find(message->account) : nullptr};
    HistoryFacet* history{owner && owner->provider ? owner->provider->history() : nullptr};
    if (!atProvider || !history || message->providerId.isEmpty()) {
        return deleteHere(id);
    }
    auto* call = new Call<Done>{this};
    Call<Done>* asked{history->remove(message->providerId)};
    // Removed with its account meanwhile: nobody would ever answer.
    const auto answered = std::make_shared<bool>(false);
    connect(asked, &QObject::destroyed, call, [call, answered] {
        if (!*answered) {
            call->settle(fail(ErrorKind::Cancelled, QStringLiteral("account-gone")));
        }
    });
    asked->then(this, [this, id, call, answered](const Result<Done>& removed) {
        *answered = true;
        // Gone there already is what was asked for.
        if (!removed && removed.error().kind() != ErrorKind::NotFound) {
            call->settle(fail(removed.error()));
            return;
        }
        deleteHere(id)->then(call, [call](const Result<Done>& done) { call->settle(done); });
    });
    return call;
}

Call<Done>* Inbox::setDraft(ConversationId id, const QString& draft)
{
    return personWrite<Done>([id, draft](WriteContext& context) -> Result<Done> {
        ConversationTable::setDraft(context, id, draft);
        return Done{};
    });
}

Call<Done>* Inbox::setNewDraft(const NewDraft& draft)
{
    return personWrite<Done>([draft](WriteContext& context) -> Result<Done> {
        storeNewDraft(context, draft);
        return Done{};
    });
}

NewDraft Inbox::newDraft() const
{
    return storedNewDraft(m_database.reader());
}

bool Inbox::wasJustWritten(AccountId account, const QString& number, const QString& text) const
{
    const Account* owner{m_accounts.find(account)};
    const Result<Address> peer{Address::parse(number, owner ? owner->region() : QString{})};
    if (!peer) {
        return false;
    }
    Connection& db{m_database.reader()};
    const auto conversation = ConversationTable::findByPeer(db, account, peer->canonical());
    return conversation
        && MessageTable::hasTwin(db, *conversation, text, m_clock.nowMs() - justNowMs);
}

Call<ConversationId>* Inbox::openConversation(AccountId account, const QString& number)
{
    const Account* owner{m_accounts.find(account)};
    if (!owner) {
        return settledCall<ConversationId>(
            this, fail(ErrorKind::NotFound, QStringLiteral("no-account")));
    }
    const Result<Address> peer{Address::parse(number, owner->region())};
    if (!peer) {
        return settledCall<ConversationId>(this,
            fail(ErrorKind::Rejected, QStringLiteral("invalid-number: ") + peer.error().detail()));
    }
    return personWrite<ConversationId>(
        [account, canonical = peer->canonical()](WriteContext& context) -> Result<ConversationId> {
            return ConversationTable::findOrCreate(context, account, canonical);
        });
}

std::optional<ConversationRow> Inbox::conversation(ConversationId id) const
{
    return ConversationTable::find(m_database.reader(), id);
}

ConversationId Inbox::conversationOf(MessageId id) const
{
    const auto message = MessageTable::find(m_database.reader(), id);
    return message ? message->conversation : ConversationId{};
}

Call<Done>* Inbox::setOptedOut(const QString& number, const QString& region, bool optedOut)
{
    const Result<Address> peer{Address::parse(number, region)};
    if (!peer) {
        return settledCall<Done>(this,
            fail(ErrorKind::Rejected, QStringLiteral("invalid-number: ") + peer.error().detail()));
    }
    return personWrite<Done>(
        [canonical = peer->canonical(), optedOut](WriteContext& context) -> Result<Done> {
            if (optedOut) {
                OptOutRow row;
                row.peer = canonical;
                row.sinceMs = context.nowMs;
                row.source = QStringLiteral("person");
                OptOutTable::close(context, row);
            } else {
                OptOutTable::open(context, canonical, QStringLiteral("person"));
            }
            return Done{};
        });
}

} // namespace Textdesk
