// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// outbox list, run, settle.
#include "app/cli/command.h"
#include "app/cli/explain.h"
#include "app/cli/json.h"
#include "app/cli/outboxrun.h"
#include "app/cli/rowline.h"
#include "app/storage/messagetable.h"
#include "app/storage/profileplace.h"

#include <algorithm>

namespace Textdesk {

namespace {

bool waitsFor(const std::vector<Message>& open, AccountId account)
{
    return std::any_of(open.cbegin(), open.cend(), [account](const Message& message) {
        return message.account == account && message.state == DeliveryState::Queued;
    });
}

void listOutbox(CommandContext& context)
{
    const auto open =
        context.read([](Connection& db) { return OutboxTable::open(db, {}, mostListed); });
    if (!open) {
        return;
    }
    QJsonArray array;
    for (const Message& m : *open) {
        array.append(messageJson(m, context.accountName(m.account)));
        context.output().line(rowLine(m));
    }
    for (const Account* account : context.engine().accounts().all()) {
        if (needsPersonsWord(account->row.paused)) {
            context.output().note(
                account->row.name + QStringLiteral(": ") + explainReason(account->row.paused));
        }
        if (!account->secretProblem.isEmpty() && waitsFor(*open, account->id())) {
            context.output().note(
                QStringLiteral("%1: %2 What waits stays here until then.")
                    .arg(account->row.name,
                        explain(Error{ErrorKind::SecretUnavailable, account->secretProblem})));
        }
    }
    context.output().array(array);
    context.finish(ExitCode::Done);
}

QString settledSentence(const Message& message)
{
    switch (message.state) {
    case DeliveryState::Queued:
    case DeliveryState::Submitting:
        return QStringLiteral("Queued again; it goes out when Textdesk is open, or by 'outbox "
                              "run'.");
    case DeliveryState::Failed:
        return explainReason(message.reason);
    default:
        return QStringLiteral("Taken as sent.");
    }
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
            const auto found =
                context.read([id](Connection& db) { return MessageTable::find(db, id); });
            if (!found) {
                return;
            }
            const std::optional<Message>& message{*found};
            if (!message) {
                context.output().line(QStringLiteral("Dropped; it is not sent."));
                context.output().object(
                    {{QStringLiteral("id"), id.toString()}, {QStringLiteral("deleted"), true}});
            } else {
                context.output().line(settledSentence(*message));
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
        {QStringLiteral("outbox run"), QStringLiteral("[--confirm]"),
            QStringLiteral("send what is due, lifting pauses; --confirm also those of a copied or "
                           "restored profile"),
            {{QStringLiteral("confirm"), false, false}}, 0, true,
            [](CommandContext& context) { (new OutboxRun{context})->start(); }},
        {QStringLiteral("outbox settle"), QStringLiteral("ID --sent|--not-sent"),
            QStringLiteral("your word on a message in doubt; --not-sent queues it again"),
            {{QStringLiteral("sent"), false, false}, {QStringLiteral("not-sent"), false, false}}, 1,
            true, settle},
    };
}

} // namespace Textdesk
