// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// outbox list, run, settle.
#include "app/cli/command.h"
#include "app/cli/explain.h"
#include "app/cli/json.h"
#include "app/cli/rowline.h"
#include "app/storage/messagetable.h"

namespace Textdesk {

namespace {

constexpr int mostListed{100000};

// Why a run left something behind, the gravest first.
ExitCode verdict(const std::vector<const Account*>& accounts, const std::vector<Message>& open)
{
    const auto anyAccount = [&accounts](const auto& is) {
        return std::any_of(accounts.cbegin(), accounts.cend(), is);
    };
    const auto anyMessage = [&open](const auto& is) {
        return std::any_of(open.cbegin(), open.cend(), is);
    };
    if (anyMessage([](const Message& m) { return m.state == DeliveryState::Unknown; })) {
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
    return anyAccount([](const Account* a) { return !a->row.paused.isEmpty(); }) ? ExitCode::Failed
                                                                                 : ExitCode::Done;
}

void listOutbox(CommandContext& context)
{
    QJsonArray array;
    for (const Message& m :
        OutboxTable::open(context.engine().database().reader(), {}, mostListed)) {
        array.append(messageJson(m, context.accountName(m.account)));
        context.output().line(rowLine(m));
    }
    context.output().array(array);
    context.finish(ExitCode::Done);
}

void reportRun(CommandContext& context)
{
    QJsonArray array;
    for (const Account* account : context.engine().accounts().all()) {
        const OutboxCounts counts{
            OutboxTable::counts(context.engine().database().reader(), account->id())};
        array.append(QJsonObject{{QStringLiteral("account"), account->row.name},
            {QStringLiteral("queued"), counts.queued}, {QStringLiteral("unknown"), counts.unknown},
            {QStringLiteral("paused"), account->row.paused}});
        context.output().line(QStringLiteral("%1: %2 waiting, %3 in doubt%4")
                                  .arg(account->row.name)
                                  .arg(counts.queued)
                                  .arg(counts.unknown)
                                  .arg(account->row.paused.isEmpty() ? QString{}
                                                                     : QStringLiteral(". ")
                                              + explainReason(account->row.paused)));
    }
    context.output().array(array);
    const auto open = OutboxTable::open(context.engine().database().reader(), {}, mostListed);
    context.finish(verdict(context.engine().accounts().all(), open));
}

void runOutbox(CommandContext& context)
{
    Outbox& outbox{context.engine().outbox()};
    outbox.start()->then(&context, [&context, &outbox](const Result<Done>& started) {
        if (!started) {
            context.finish(started.error());
            return;
        }
        QObject::connect(&outbox, &Outbox::quiet, &context, [&context, &outbox] {
            outbox.disconnect(&context); // it may fall quiet again before the program ends
            reportRun(context);
        });
        outbox.resumeAll(); // asking for a run is the person's word to go on
    });
}

void settle(CommandContext& context)
{
    const bool sent{context.arguments().has(QStringLiteral("sent"))};
    const bool notSent{context.arguments().has(QStringLiteral("not-sent"))};
    if (context.arguments().positional().isEmpty() || sent == notSent) {
        context.usage(
            QStringLiteral("outbox settle needs the message's id and --sent or --not-sent."));
        return;
    }
    const auto id = MessageId::fromString(context.arguments().positional().constFirst());
    context.engine().outbox().settle(id, sent)->then(
        &context, [&context, id](const Result<Done>& settled) {
            if (!settled) {
                context.finish(settled.error());
                return;
            }
            const auto message = MessageTable::find(context.engine().database().reader(), id);
            if (message) {
                context.output().line(deliveryStateName(message->state));
                context.output().object(
                    messageJson(*message, context.accountName(message->account)));
            }
            context.finish(ExitCode::Done);
        });
}

} // namespace

QList<Command> outboxCommands()
{
    return {
        {QStringLiteral("outbox list"), {}, QStringLiteral("what waits, is on its way or in doubt"),
            {}, 0, true, listOutbox},
        {QStringLiteral("outbox run"), {}, QStringLiteral("send what is due, lifting pauses"), {},
            0, true, runOutbox},
        {QStringLiteral("outbox settle"), QStringLiteral("ID --sent|--not-sent"),
            QStringLiteral("your word on a message in doubt; --not-sent queues it again"),
            {{QStringLiteral("sent"), false, false}, {QStringLiteral("not-sent"), false, false}}, 1,
            true, settle},
    };
}

} // namespace Textdesk
