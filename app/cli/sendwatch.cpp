// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sendwatch.h"

#include "app/cli/explain.h"
#include "app/cli/json.h"
#include "app/cli/rowline.h"
#include "app/storage/messagetable.h"

#include <algorithm>

namespace Textdesk {

using namespace std::chrono_literals;

SendWatch::SendWatch(CommandContext& context, AccountId account, std::chrono::seconds wait)
    : QObject{&context}
    , m_context{context}
    , m_account{account}
    , m_wait{wait}
    , m_awake{context}
{ }

void SendWatch::start(SendPlan plan, Draft common)
{
    m_plan = std::move(plan);
    m_common = std::move(common);
    if (m_plan.drafts.empty()) {
        report();
        return;
    }
    m_context.whenStopped([this] { stop(); });
    m_context.engine().outbox().start()->then(this, [this](const Result<Done>& started) {
        if (!started) {
            m_context.finish(started.error());
        } else if (m_stopping) {
            m_context.finish(Error{ErrorKind::Cancelled, QStringLiteral("stopped")});
        } else {
            send();
        }
    });
}

void SendWatch::send()
{
    m_context.engine()
        .outbox()
        .send(m_plan.drafts)
        ->then(this, [this](const Result<std::vector<MessageId>>& ids) { stored(ids); });
}

void SendWatch::stored(const Result<std::vector<MessageId>>& ids)
{
    if (!ids) {
        m_context.finish(ids.error());
        return;
    }
    m_ids = *ids;
    m_stored = true;
    if (m_stopping && m_context.isGuest()) {
        report();
        return;
    }
    watch();
    look();
}

void SendWatch::watch()
{
    Engine& engine{m_context.engine()};
    connect(&engine.database(), &Database::changed, this, [this] { look(); });
    connect(&engine.outbox(), &Outbox::quiet, this, [this] { look(); });
    connect(&engine.outbox(), &Outbox::outcomeWaits, this, [this](const Error& error) {
        m_context.output().error(error);
        m_context.finish(ExitCode::OutcomeUnknown);
    });
}

void SendWatch::stop()
{
    m_stopping = true;
    if (m_context.isGuest()) {
        if (m_stored) {
            m_context.output().note(
                QStringLiteral("No longer waiting. What is stored goes out without this command."));
            report();
        }
        return; // else it ends as soon as it is known what was stored
    }
    m_context.output().note(
        QStringLiteral("Waiting for what is under way; stop again to end at once."));
    m_context.clock().after(stopPatience, this, [this] { report(); });
    look();
}

std::vector<Message> SendWatch::rows()
{
    std::vector<Message> rows;
    for (const MessageId id : m_ids) {
        Connection& reader{m_context.engine().database().reader()};
        if (auto message = MessageTable::find(reader, id)) {
            rows.push_back(std::move(*message));
        }
        if (reader.error() && !m_reported) {
            // Sent or not: it cannot be told from here.
            m_reported = true;
            m_context.output().error(*reader.error());
            m_context.finish(ExitCode::OutcomeUnknown);
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
    if (m_stopping) {
        if (m_stored && m_context.engine().outbox().isQuiet()) {
            report();
        }
        return;
    }
    const std::vector<Message> now{rows()};
    if (m_reported) {
        return;
    }
    if (!m_decided) {
        // Older texts may be under way too: ending now would leave them in doubt for nothing.
        if (!std::all_of(
                now.cbegin(), now.cend(), [this](const Message& m) { return isDecided(m); })
            || (!m_context.isGuest() && !m_context.engine().outbox().isQuiet())) {
            return;
        }
        m_decided = true;
        if (m_wait > 0s) {
            m_context.clock().after(m_wait, this, [this] { report(); });
            waitForDelivery();
        }
    }
    const bool delivered{std::all_of(now.cbegin(), now.cend(), [](const Message& m) {
        return isFinal(m.state) || m.state == DeliveryState::Queued
            || m.state == DeliveryState::Unknown;
    })};
    if (m_wait == 0s || delivered) {
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
    const std::vector<Message> final{rows()};
    if (m_reported) {
        return;
    }
    m_reported = true;
    m_context.output().array(listed(final));
    sayWhatWaits(final);
    m_context.finish(m_stopping ? stoppedVerdict(final) : verdict(final));
}

// In the order in which they were named; the refused ones were told in words before.
QJsonArray SendWatch::listed(const std::vector<Message>& rows)
{
    const QString account{m_context.accountName(m_account)};
    QJsonArray array;
    auto refused = m_plan.refused.cbegin();
    for (size_t i{0}; i <= rows.size(); ++i) {
        for (; refused != m_plan.refused.cend() && (refused->before <= i || i == rows.size());
             ++refused) {
            array.append(refusedJson(*refused, m_common, account));
        }
        if (i < rows.size()) {
            array.append(messageJson(rows[i], account));
            m_context.output().line(rowLine(rows[i]));
        }
    }
    return array;
}

// A script that sees no success must not send the text a second time: it is stored already.
void SendWatch::sayWhatWaits(const std::vector<Message>& rows)
{
    const Account* account{m_context.engine().accounts().find(m_account)};
    const bool waits{std::any_of(rows.cbegin(), rows.cend(), [](const Message& m) {
        return m.state == DeliveryState::Queued && m.reason.isEmpty() && m.scheduledMs == 0;
    })};
    if (waits && account && !account->row.paused.isEmpty()) {
        m_context.output().note(QStringLiteral("Stored, and not sent yet; do not send it again. ")
            + explainReason(account->row.paused));
    }
}

ExitCode SendWatch::stoppedVerdict(const std::vector<Message>& rows) const
{
    const auto any = [&rows](
                         const auto& is) { return std::any_of(rows.cbegin(), rows.cend(), is); };
    if (m_context.isGuest()) {
        // It goes on without us, so nobody here knows how it ends.
        const bool open{any([this](const Message& m) { return !isDecided(m); })};
        return open ? ExitCode::OutcomeUnknown : verdict(rows);
    }
    if (!m_stored || !m_context.engine().outbox().isQuiet()
        || any([](const Message& m) { return m.state == DeliveryState::Submitting; })) {
        return ExitCode::OutcomeUnknown;
    }
    const ExitCode usual{verdict(rows)};
    const bool waiting{any(
        [](const Message& m) { return m.state == DeliveryState::Queued && m.scheduledMs == 0; })};
    return usual == ExitCode::Done && waiting ? ExitCode::Failed : usual;
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
    const auto failed = m_plan.refused.size() + count([](const Message& m) {
        return m.state == DeliveryState::Failed;
    }) + count([account](const Message& m) {
        return m.state == DeliveryState::Queued && m.scheduledMs == 0
            && (!account || !account->row.paused.isEmpty());
    });
    if (failed == 0) {
        return ExitCode::Done;
    }
    return failed == rows.size() + m_plan.refused.size() ? ExitCode::Failed
                                                         : ExitCode::PartlyFailed;
}

} // namespace Textdesk
