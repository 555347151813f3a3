// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// optouts list, add, remove.
#include "app/cli/command.h"
#include "app/cli/json.h"
#include "app/storage/optouttable.h"

namespace Textdesk {

namespace {

QString sourceWords(const QString& source)
{
    if (source == QStringLiteral("stop-word")) {
        return QStringLiteral("they wrote STOP");
    }
    return source == QStringLiteral("provider") ? QStringLiteral("the provider said so")
                                                : QStringLiteral("closed here by hand");
}

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
        context.output().line(QStringLiteral("%1  since %2  (%3)")
                                  .arg(row.peer, isoTime(row.sinceMs), sourceWords(row.source)));
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

// What the person wrote, as an address; nothing after finishing with why it is none.
std::optional<Address> positionalNumber(CommandContext& context)
{
    if (context.arguments().positional().isEmpty()) {
        context.usage(QStringLiteral("The number is needed."));
        return std::nullopt;
    }
    const QString number{context.arguments().positional().constFirst()};
    const Result<Address> peer{Address::parse(number, regionOf(context))};
    if (!peer) {
        context.finish(Error{ErrorKind::Rejected, QStringLiteral("not-a-number")}, number);
        return std::nullopt;
    }
    return *peer;
}

void changeOptOut(CommandContext& context, const Address& peer, bool optedOut, const QString& said)
{
    context.engine()
        .inbox()
        .setOptedOut(peer.canonical(), regionOf(context), optedOut)
        ->then(&context, [&context, peer, optedOut, said](const Result<Done>& done) {
            if (!done) {
                context.finish(done.error());
                return;
            }
            context.output().line(said);
            context.output().object({{QStringLiteral("peer"), peer.canonical()},
                {QStringLiteral("optedOut"), optedOut}});
            context.finish(ExitCode::Done);
        });
}

std::optional<bool> isClosed(CommandContext& context, const Address& peer)
{
    return context.read(
        [&peer](Connection& db) { return OptOutTable::isClosed(db, peer.canonical()); });
}

void addOptOut(CommandContext& context)
{
    const auto peer = positionalNumber(context);
    if (!peer) {
        return;
    }
    if (!peer->canReceive()) {
        context.finish(Error{ErrorKind::Rejected, QStringLiteral("not-a-number")},
            context.arguments().positional().constFirst());
        return;
    }
    if (const auto closed = isClosed(context, *peer)) {
        changeOptOut(context, *peer, true,
            *closed ? QStringLiteral("%1 was closed already; nothing was changed.")
                          .arg(peer->canonical())
                    : QStringLiteral("Nobody texts %1 from here any more.").arg(peer->canonical()));
    }
}

void removeOptOut(CommandContext& context)
{
    const auto peer = positionalNumber(context);
    const auto closed = peer ? isClosed(context, *peer) : std::nullopt;
    if (!closed) {
        return;
    }
    if (!*closed) {
        context.finish(Error{ErrorKind::NotFound, QStringLiteral("not-closed")}, peer->canonical());
        return;
    }
    changeOptOut(
        context, *peer, false, QStringLiteral("%1 may be texted again.").arg(peer->canonical()));
}

} // namespace

QList<Command> optOutCommands()
{
    const OptionSpec limit{QStringLiteral("limit"), true, false};
    return {
        {QStringLiteral("optouts list"), QStringLiteral("[--limit COUNT]"),
            QStringLiteral("people who are not to be texted"), {limit}, 0, true, listOptOuts},
        {QStringLiteral("optouts add"), QStringLiteral("NUMBER"),
            QStringLiteral("close a person on every line"), {}, 1, true, addOptOut},
        {QStringLiteral("optouts remove"), QStringLiteral("NUMBER"),
            QStringLiteral("open a person again"), {}, 1, true, removeOptOut},
    };
}

} // namespace Textdesk
