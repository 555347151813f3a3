// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messaging/deletions.h"

#include "app/base/log.h"
#include "app/storage/forgetting.h"
#include "app/storage/messagetable.h"

#include <algorithm>

namespace Textdesk {

namespace {

constexpr qint64 retryMs{60'000};
// Timers stand still while a computer sleeps, so the wall clock is looked at now and then.
constexpr qint64 longestRestMs{60'000};

bool mayYetBeSent(const Message& message)
{
    return message.state == DeliveryState::Queued || message.state == DeliveryState::Submitting
        || message.state == DeliveryState::Unknown;
}

Result<std::vector<Message>> forgetAll(
    WriteContext& context, const std::vector<MessageId>& ids, DeleteWhere where, qint64 undoMs)
{
    std::vector<Message> messages;
    for (const MessageId id : ids) {
        const auto message = MessageTable::find(context.db, id);
        if (!message) {
            return fail(ErrorKind::NotFound, QStringLiteral("no-message"));
        }
        if (mayYetBeSent(*message)) {
            return fail(ErrorKind::Rejected, QStringLiteral("still-queued"));
        }
        messages.push_back(*message);
    }
    for (const Message& message : messages) {
        forgetMessage(context, message);
        if (where == DeleteWhere::HereAndAtProvider && !message.providerId.isEmpty()) {
            RemovalTable::askProvider(
                context, message.account, message.providerId, context.nowMs + undoMs);
        }
    }
    return messages;
}

} // namespace

Deletions::Deletions(Database& database, AccountList& accounts, Clock& clock, QObject* parent)
    : QObject{parent}
    , m_database{database}
    , m_accounts{accounts}
    , m_clock{clock}
{ }

void Deletions::start()
{
    m_started = true;
    plan();
}

bool Deletions::canDeleteAtProvider(AccountId account) const
{
    const Account* owner{m_accounts.find(account)};
    return owner && owner->provider && owner->provider->history();
}

Call<Done>* Deletions::removeMessages(
    const std::vector<MessageId>& ids, DeleteWhere where, qint64 undoMs)
{
    auto* call = new Call<Done>{this};
    m_database
        .write<std::vector<Message>>(WritePriority::Person,
            [ids, where, undoMs](
                WriteContext& context) { return forgetAll(context, ids, where, undoMs); })
        ->then(this, [this, call, undoMs](const Result<std::vector<Message>>& gone) {
            if (!gone) {
                call->settle(fail(gone.error()));
                return;
            }
            deleted({*gone, {}}, undoMs);
            call->settle(Done{});
        });
    return call;
}

Call<Done>* Deletions::removeConversation(ConversationId id, DeleteWhere where, qint64 undoMs)
{
    auto* call = new Call<Done>{this};
    m_database
        .write<Done>(WritePriority::Person,
            [id, where, undoMs](WriteContext& context) {
                return RemovalTable::hide(
                    context, id, context.nowMs + undoMs, where == DeleteWhere::HereAndAtProvider);
            })
        ->then(this, [this, call, id, undoMs](const Result<Done>& hidden) {
            if (hidden) {
                deleted({{}, id}, undoMs);
            }
            call->settle(hidden);
        });
    return call;
}

void Deletions::deleted(Last last, qint64 undoMs)
{
    m_last = std::move(last);
    m_undoTimer = std::make_unique<QObject>();
    m_clock.after(std::chrono::milliseconds{undoMs}, m_undoTimer.get(), [this] { forgetLast(); });
    plan();
}

void Deletions::forgetLast()
{
    m_last.reset();
    emit undoEnded();
}

Call<Done>* Deletions::undo()
{
    if (!m_last) {
        return settledCall<Done>(this, fail(ErrorKind::Rejected, QStringLiteral("too-late")));
    }
    const Last last{std::move(*m_last)};
    m_undoTimer.reset();
    forgetLast();
    return m_database.write<Done>(
        WritePriority::Person, [last](WriteContext& context) -> Result<Done> {
            if (last.conversation.isValid()) {
                if (!RemovalTable::show(context, last.conversation)) {
                    return fail(ErrorKind::Rejected, QStringLiteral("too-late"));
                }
                return Done{};
            }
            for (const Message& message : last.messages) {
                restoreMessage(context, message);
                RemovalTable::providerDone(context, {message.account, message.providerId});
            }
            return Done{};
        });
}

void Deletions::plan()
{
    if (!m_started || m_working || m_asking) {
        return;
    }
    const qint64 next{RemovalTable::nextDue(m_database.reader())};
    if (next < 0) {
        m_timer.reset();
        return;
    }
    m_timer = std::make_unique<QObject>();
    const qint64 rest{std::clamp(next - m_clock.nowMs(), qint64{0}, longestRestMs)};
    m_clock.after(std::chrono::milliseconds{rest}, m_timer.get(), [this] { work(); });
}

void Deletions::work()
{
    const ConversationId id{RemovalTable::due(m_database.reader(), m_clock.nowMs())};
    if (!id.isValid()) {
        askNext();
        return;
    }
    m_working = true;
    m_database
        .write<bool>(WritePriority::Bulk,
            [id](WriteContext& context) -> Result<bool> {
                return RemovalTable::removeSlice(context, id);
            })
        ->then(this, [this](const Result<bool>& more) {
            m_working = false;
            if (!more) {
                qCWarning(logMessaging) << "a conversation cannot go:" << more.error().detail();
                return; // with the next delete or start
            }
            plan();
        });
}

// One at a time: nobody waits for it, and a person's texts go first.
void Deletions::askNext()
{
    const auto due = RemovalTable::dueAtProvider(m_database.reader(), m_clock.nowMs(), 1);
    if (due.empty()) {
        plan();
        return;
    }
    const ProviderRemoval& removal{due.front()};
    if (!canDeleteAtProvider(removal.account)) {
        answered(removal, Done{}); // the account went: nobody is there to ask
        return;
    }
    m_asking = true;
    Call<Done>* asked{
        m_accounts.find(removal.account)->provider->history()->remove(removal.providerId)};
    const auto heard = std::make_shared<bool>(false);
    // Removed with its account meanwhile: it never answers.
    connect(asked, &QObject::destroyed, this, [this, removal, heard] {
        if (!*heard) {
            answered(removal, Done{});
        }
    });
    asked->then(this, [this, removal, heard](const Result<Done>& answer) {
        *heard = true;
        answered(removal, answer);
    });
}

void Deletions::answered(const ProviderRemoval& removal, const Result<Done>& answer)
{
    const bool later{!answer && answer.error().kind() != ErrorKind::NotFound
        && answer.error().kind() != ErrorKind::Rejected};
    if (!answer) {
        qCInfo(logMessaging) << "a delete was not taken by the provider:"
                             << errorKindName(answer.error().kind());
    }
    m_asking = true;
    m_database
        .write<Done>(WritePriority::Bulk,
            [removal, later](WriteContext& context) -> Result<Done> {
                if (later) {
                    RemovalTable::askProvider(
                        context, removal.account, removal.providerId, context.nowMs + retryMs);
                } else {
                    RemovalTable::providerDone(context, removal);
                }
                return Done{};
            })
        ->then(this, [this](const Result<Done>& written) {
            m_asking = false;
            if (written) {
                plan();
            }
        });
}

} // namespace Textdesk
