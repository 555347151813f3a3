// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/outboxrun.h"

#include "app/cli/explain.h"
#include "app/storage/profileplace.h"

#include <algorithm>

namespace Textdesk {

namespace {

// As the end of a line, empty when nothing holds the account back.
QString whyHeld(const Account& account)
{
    const QString why{!account.secretProblem.isEmpty()
            ? explain(Error{ErrorKind::SecretUnavailable, account.secretProblem})
            : explainReason(account.row.paused)};
    return why.isEmpty() ? QString{} : QStringLiteral(". ") + why;
}

} // namespace

OutboxRun::OutboxRun(CommandContext& context)
    : QObject{&context}
    , m_context{context}
    , m_awake{context}
{ }

void OutboxRun::start()
{
    m_context.whenStopped([this] { stop(); });
    m_context.engine().outbox().start()->then(this, [this](const Result<Done>& started) {
        if (!started) {
            m_context.finish(started.error());
        } else {
            run();
        }
    });
}

void OutboxRun::run()
{
    Outbox& outbox{m_context.engine().outbox()};
    connect(&outbox, &Outbox::quiet, this, [this] { report(); });
    connect(&outbox, &Outbox::outcomeWaits, this, [this](const Error& error) {
        m_context.output().error(error);
        m_context.finish(ExitCode::OutcomeUnknown);
    });
    if (m_stopping) {
        outbox.pump(); // what the start began goes on; no pause is lifted any more
    } else {
        if (m_context.arguments().has(QStringLiteral("confirm"))) {
            confirmAll();
        }
        outbox.resumeAll(); // asking for a run is the person's word to go on
    }
}

// Copied and restored profiles wait for more than a script that runs every hour.
void OutboxRun::confirmAll()
{
    for (const Account* account : m_context.engine().accounts().all()) {
        if (needsPersonsWord(account->row.paused)) {
            m_context.engine().outbox().resume(account->id());
        }
    }
}

void OutboxRun::stop()
{
    m_stopping = true;
    if (m_context.isGuest()) {
        m_context.output().note(
            QStringLiteral("No longer waiting. What is due goes out without this command."));
        report();
        return;
    }
    m_context.output().note(
        QStringLiteral("Waiting for what is under way; stop again to end at once."));
    m_context.clock().after(stopPatience, this, [this] { report(); });
}

void OutboxRun::report()
{
    if (m_reported) {
        return; // it may fall quiet again before the program ends
    }
    m_reported = true;
    QJsonArray array;
    for (const Account* account : m_context.engine().accounts().all()) {
        const auto counts = m_context.read(
            [id = account->id()](Connection& db) { return OutboxTable::counts(db, id); });
        if (!counts) {
            return;
        }
        array.append(accountLine(*account, *counts));
    }
    const auto open =
        m_context.read([](Connection& db) { return OutboxTable::open(db, {}, mostListed); });
    if (open) {
        m_context.output().array(array);
        m_context.finish(verdict(*open));
    }
}

QJsonObject OutboxRun::accountLine(const Account& account, const OutboxCounts& counts) const
{
    const QString& paused{account.row.paused};
    m_context.output().line(QStringLiteral("%1: %2 waiting, %3 in doubt%4")
                                .arg(account.row.name)
                                .arg(counts.queued)
                                .arg(counts.unknown)
                                .arg(whyHeld(account)));
    return {{QStringLiteral("account"), account.row.name},
        {QStringLiteral("queued"), counts.queued}, {QStringLiteral("unknown"), counts.unknown},
        {QStringLiteral("paused"), paused},
        {QStringLiteral("secretProblem"), account.secretProblem}};
}

// Why the run left something behind, the gravest first.
ExitCode OutboxRun::verdict(const std::vector<Message>& open) const
{
    const auto accounts = m_context.engine().accounts().all();
    const auto anyAccount = [&accounts](const auto& is) {
        return std::any_of(accounts.cbegin(), accounts.cend(), is);
    };
    const auto anyMessage = [&open](const auto& is) {
        return std::any_of(open.cbegin(), open.cend(), is);
    };
    if ((m_stopping && !m_context.engine().outbox().isQuiet()) || anyMessage([](const Message& m) {
            return m.state == DeliveryState::Unknown || m.state == DeliveryState::Submitting;
        })) {
        return ExitCode::OutcomeUnknown;
    }
    if (anyAccount([](const Account* a) {
            return a->row.paused == QStringLiteral("unauthorized") || !a->secretProblem.isEmpty();
        })) {
        return ExitCode::NotAuthorised;
    }
    if (anyMessage([](const Message& m) {
            return m.state == DeliveryState::Queued && m.reason == QStringLiteral("offline");
        })) {
        return ExitCode::NoNetwork;
    }
    const bool left{m_stopping && anyMessage([](const Message& m) {
        return m.state == DeliveryState::Queued && m.scheduledMs == 0;
    })};
    const bool paused{anyAccount([](const Account* a) { return !a->row.paused.isEmpty(); })};
    return left || paused ? ExitCode::Failed : ExitCode::Done;
}

} // namespace Textdesk
