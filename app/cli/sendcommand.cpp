// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// send: from the words of a call to rows that are accepted, failed, unknown or waiting.
#include "app/cli/sendwatch.h"

namespace Textdesk {

namespace {

// Milliseconds, 0 without --at; without a zone the computer's own counts.
std::optional<qint64> readTime(CommandContext& context)
{
    const QString at{context.arguments().value(QStringLiteral("at"))};
    if (at.isEmpty()) {
        if (context.arguments().has(QStringLiteral("hand-over"))) {
            context.usage(QStringLiteral("--hand-over goes with --at."));
            return std::nullopt;
        }
        return 0;
    }
    const QDateTime time{QDateTime::fromString(at, Qt::ISODate)};
    if (!time.isValid()) {
        context.usage(
            QStringLiteral("--at takes an ISO 8601 time such as 2026-03-02T18:00+02:00."));
        return std::nullopt;
    }
    if (time.toMSecsSinceEpoch() <= context.clock().nowMs()) {
        context.usage(
            QStringLiteral("--at takes a time to come; without it the text goes out now."));
        return std::nullopt;
    }
    return time.toMSecsSinceEpoch();
}

std::optional<QString> readText(CommandContext& context)
{
    const bool given{context.arguments().has(QStringLiteral("message"))};
    const QString file{context.arguments().value(QStringLiteral("message-file"))};
    if (given == !file.isEmpty()) {
        context.usage(
            QStringLiteral("Give the text with --message TEXT or --message-file F (one of them)."));
        return std::nullopt;
    }
    if (given) {
        return context.arguments().value(QStringLiteral("message"));
    }
    const auto source = context.caller().file(file);
    if (!source) {
        context.usage(QStringLiteral("The file '%1' cannot be read.").arg(file));
        return std::nullopt;
    }
    QByteArray bytes{*source};
    if (bytes.startsWith("\xef\xbb\xbf")) {
        bytes.remove(0, 3); // the mark some editors put first is no part of the text
    }
    QString text{QString::fromUtf8(bytes)};
    if (text.toUtf8() != bytes) {
        context.usage(QStringLiteral("The file '%1' is not UTF-8 text.").arg(file));
        return std::nullopt;
    }
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    // The last line feed belongs to the file, not to the text.
    if (text.endsWith(u'\n')) {
        text.chop(1);
    }
    return text;
}

// Before anything goes out, so that it stands in a log even if this is cut off.
void tellRefusals(CommandContext& context, const SendPlan& plan)
{
    for (const RefusedRecipient& recipient : plan.refused) {
        context.output().error(recipient.error, recipient.to);
    }
    if (plan.repeated > 0) {
        context.output().note(plan.repeated == 1
                ? QStringLiteral("1 repeated number left out.")
                : QStringLiteral("%1 repeated numbers left out.").arg(plan.repeated));
    }
}

void runSend(CommandContext& context)
{
    const Account* account{context.accountFromOption()};
    if (!account) {
        return;
    }
    const QStringList recipients{context.arguments().values(QStringLiteral("to"))};
    if (recipients.isEmpty()) {
        context.usage(QStringLiteral("--to NUMBER is needed."));
        return;
    }
    const auto text = readText(context);
    const auto at = text ? readTime(context) : std::nullopt;
    if (!text || !at) {
        return;
    }
    const auto wait = context.seconds(QStringLiteral("wait"));
    if (!wait) {
        return;
    }
    if (!account->secretProblem.isEmpty()) {
        context.finish(Error{ErrorKind::SecretUnavailable, account->secretProblem});
        return;
    }
    Draft common;
    common.account = account->id();
    common.text = *text;
    common.campaign = context.arguments().value(QStringLiteral("campaign"));
    common.dataField = context.arguments().value(QStringLiteral("data"));
    common.scheduledMs = *at;
    common.handOver = context.arguments().has(QStringLiteral("hand-over"));
    const Result<SendPlan> plan{planSend(common, recipients, account->region())};
    if (!plan) {
        context.finish(plan.error());
        return;
    }
    tellRefusals(context, *plan);
    auto* watch = new SendWatch{context, account->id(), *wait};
    watch->start(*plan, common);
}

} // namespace

QList<Command> sendCommands()
{
    return {
        {QStringLiteral("send"),
            QStringLiteral("--account N --to NUMBER [--to ...] (--message TEXT | --message-file F) "
                           "[--at ISO8601 "
                           "[--hand-over]] [--campaign C] [--data D] [--wait SECONDS]"),
            QStringLiteral(
                "send one text to one or more people; a number that cannot be texted is named and "
                "stops nobody else"),
            {{QStringLiteral("account"), true, false}, {QStringLiteral("to"), true, true},
                {QStringLiteral("message"), true, false},
                {QStringLiteral("message-file"), true, false}, {QStringLiteral("at"), true, false},
                {QStringLiteral("hand-over"), false, false},
                {QStringLiteral("campaign"), true, false}, {QStringLiteral("data"), true, false},
                {QStringLiteral("wait"), true, false}},
            0, true, runSend},
    };
}

} // namespace Textdesk
