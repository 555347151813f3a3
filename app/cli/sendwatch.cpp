// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sendwatch.h"

#include "app/cli/json.h"
#include "app/cli/rowline.h"
#include "app/storage/messagetable.h"

#include <algorithm>

namespace Textdesk {

using namespace std::chrono_literals;

SendWatch::SendWatch(CommandContext& context, AccountId account, int waitSeconds)
    : QObject{&context}
    , m_context{context}
    , m_account{account}
    , m_waitSeconds{waitSeconds}
{ }

void SendWatch::start(std::vector<Draft> drafts)
{
    Engine& engine{m_context.engine()};
    engine.outbox().start()->then(
        this, [this, drafts = std::move(drafts)](const Result<Done>& started) {
            if (!started) {
                m_context.finish(started.error());
                return;
            }
            m_context.engine().outbox().send(drafts)->then(
                this, [this](const Result<std::vector<MessageId>>& ids) { stored(ids); });
        });
}

void SendWatch::stored(const Result<std::vector<MessageId>>& ids)
{
    if (!ids) {
        m_context.finish(ids.error());
        return;
    }
    m_ids = *ids;
    Engine& engine{m_context.engine()};
    connect(&engine.database(), &Database::changed, this, [this] { look(); });
    connect(&engine.outbox(), &Outbox::quiet, this, [this] { look(); });
    connect(&engine.outbox(), &Outbox::outcomeWaits, this, [this](const Error& error) {
        m_context.output().error(error);
        m_context.finish(ExitCode::OutcomeUnknown);
    });
    look();
}

std::vector<Message> SendWatch::rows()
{
    std::vector<Message> rows;
    for (const MessageId id : m_ids) {
        if (auto message = MessageTable::find(m_context.engine().database().reader(), id)) {
            rows.push_back(std::move(*message));
        }
    }
    return rows;
}

bool SendWatch::isDecided(const Message& message) const
{
    if (message.state == DeliveryState::Submitting) {
        return false;
    }
    if (message.state != DeliveryState::Queued) {
        return true;
    }
    // Waiting is an answer too: with a due time, or because the account may not send now.
    const Account* account{m_context.engine().accounts().find(m_account)};
    return message.dueMs > m_context.clock().nowMs() || !account || !account->maySend()
        || message.reason == QStringLiteral("overdue")
        || m_context.engine().outbox().isHeldBack(m_account);
}

void SendWatch::look()
{
    if (m_reported) {
        return;
    }
    const std::vector<Message> now{rows()};
    if (!m_decided) {
        // Older texts may be under way too: ending now would leave them in doubt for nothing.
        if (!std::all_of(
                now.cbegin(), now.cend(), [this](const Message& m) { return isDecided(m); })
            || !m_context.engine().outbox().isQuiet()) {
            return;
        }
        m_decided = true;
        if (m_waitSeconds > 0) {
            m_context.clock().after(
                std::chrono::seconds{m_waitSeconds}, this, [this] { report(); });
            waitForDelivery();
        }
    }
    const bool delivered{std::all_of(now.cbegin(), now.cend(), [](const Message& m) {
        return isFinal(m.state) || m.state == DeliveryState::Queued
            || m.state == DeliveryState::Unknown;
    })};
    if (m_waitSeconds == 0 || delivered) {
        report();
    }
}

void SendWatch::waitForDelivery()
{
    if (m_reported) {
        return;
    }
    static constexpr auto between = 2s;
    m_context.engine().sync().syncNow(m_account)->then(this, [this](const Result<SyncReport>&) {
        look();
        m_context.clock().after(between, this, [this] { waitForDelivery(); });
    });
}

void SendWatch::report()
{
    if (m_reported) {
        return;
    }
    m_reported = true;
    const std::vector<Message> final{rows()};
    QJsonArray array;
    for (const Message& message : final) {
        array.append(messageJson(message, m_context.accountName(message.account)));
        m_context.output().line(rowLine(message));
    }
    m_context.output().array(array);
    m_context.finish(verdict(final));
}

ExitCode SendWatch::verdict(const std::vector<Message>& rows) const
{
    const auto count = [&rows](const auto& is) {
        return size_t(std::count_if(rows.cbegin(), rows.cend(), is));
    };
    const auto unknown = count([](const Message& m) { return m.state == DeliveryState::Unknown; });
    if (unknown > 0) {
        return ExitCode::OutcomeUnknown;
    }
    const auto refused = count([](const Message& m) {
        return m.state == DeliveryState::Queued
            && (m.reason == QStringLiteral("unauthorized") || m.reason == QStringLiteral("secret"));
    });
    if (refused > 0) {
        return ExitCode::NotAuthorised;
    }
    const auto offline = count([](const Message& m) {
        return m.state == DeliveryState::Queued && m.reason == QStringLiteral("offline");
    });
    if (offline > 0) {
        return ExitCode::NoNetwork;
    }
    const Account* account{m_context.engine().accounts().find(m_account)};
    const auto failed = count([](const Message& m) { return m.state == DeliveryState::Failed; })
        + count([account](const Message& m) {
              return m.state == DeliveryState::Queued && m.scheduledMs == 0
                  && (!account || !account->row.paused.isEmpty());
          });
    if (failed == 0) {
        return ExitCode::Done;
    }
    return failed == rows.size() ? ExitCode::Failed : ExitCode::PartlyFailed;
}

} // namespace Textdesk
