// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// optouts list, add, remove.
#include "app/cli/command.h"
#include "app/cli/json.h"
#include "app/storage/optouttable.h"

namespace Textdesk {

namespace {

void listOptOuts(CommandContext& context)
{
    const auto limit = context.limit();
    if (!limit) {
        return;
    }
    const auto rows =
        context.read([limit](Connection& db) { return OptOutTable::all(db, *limit); });
    if (!rows) {
        return;
    }
    QJsonArray array;
    for (const OptOutRow& row : *rows) {
        const QString account{row.account.isValid() ? context.accountName(row.account) : QString{}};
        array.append(QJsonObject{{QStringLiteral("peer"), row.peer},
            {QStringLiteral("since"), isoTime(row.sinceMs)}, {QStringLiteral("source"), row.source},
            {QStringLiteral("account"), account},
            {QStringLiteral("message"),
                row.message.isValid() ? row.message.toString() : QString{}}});
        context.output().line(
            QStringLiteral("%1  since %2  (%3)").arg(row.peer, isoTime(row.sinceMs), row.source));
    }
    context.output().array(array);
    context.finish(ExitCode::Done);
}

// The default region of the first account, so that a national spelling means what it means there.
QString regionOf(CommandContext& context)
{
    const auto accounts = context.engine().accounts().all();
    return accounts.empty() ? QString{} : accounts.front()->region();
}

void changeOptOut(CommandContext& context, bool optedOut)
{
    if (context.arguments().positional().isEmpty()) {
        context.usage(QStringLiteral("The number is needed."));
        return;
    }
    const QString number{context.arguments().positional().constFirst()};
    context.engine()
        .inbox()
        .setOptedOut(number, regionOf(context), optedOut)
        ->then(&context, [&context, number, optedOut](const Result<Done>& done) {
            if (!done) {
                context.finish(done.error());
                return;
            }
            context.output().line(optedOut
                    ? QStringLiteral("Nobody texts this number from here any more.")
                    : QStringLiteral("This number may be texted again."));
            const Result<Address> peer{Address::parse(number, regionOf(context))};
            context.output().object({{QStringLiteral("peer"), peer ? peer->canonical() : number},
                {QStringLiteral("optedOut"), optedOut}});
            context.finish(ExitCode::Done);
        });
}

} // namespace

QList<Command> optOutCommands()
{
    const OptionSpec limit{QStringLiteral("limit"), true, false};
    return {
        {QStringLiteral("optouts list"), QStringLiteral("[--limit COUNT]"),
            QStringLiteral("people who are not to be texted"), {limit}, 0, true, listOptOuts},
        {QStringLiteral("optouts add"), QStringLiteral("NUMBER"),
            QStringLiteral("close a person on every line"), {}, 1, true,
            [](CommandContext& context) { changeOptOut(context, true); }},
        {QStringLiteral("optouts remove"), QStringLiteral("NUMBER"),
            QStringLiteral("open a person again"), {}, 1, true,
            [](CommandContext& context) { changeOptOut(context, false); }},
    };
}

} // namespace Textdesk
