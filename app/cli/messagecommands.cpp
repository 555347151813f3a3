// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// messages, search, conversations.
#include "app/cli/command.h"
#include "app/cli/explain.h"
#include "app/cli/json.h"
#include "app/storage/messagetable.h"
#include "app/storage/searchindex.h"

namespace Textdesk {

namespace {

void showMessages(CommandContext& context, const std::vector<Message>& messages)
{
    QJsonArray array;
    for (const Message& m : messages) {
        array.append(messageJson(m, context.accountName(m.account)));
        context.output().line(
            QStringLiteral("%1  %2  %3 %4  %5  %6")
                .arg(m.id.toString(), isoTime(m.atMs),
                    m.direction == Direction::In ? QStringLiteral("from") : QStringLiteral("to"),
                    m.peer, deliveryStateName(m.state), m.text));
    }
    context.output().array(array);
    context.finish(ExitCode::Done);
}

void listMessages(CommandContext& context)
{
    AccountId account;
    if (context.arguments().has(QStringLiteral("account"))) {
        const Account* named{context.accountFromOption()};
        if (!named) {
            return;
        }
        account = named->id();
    }
    const auto limit = context.limit();
    if (!limit) {
        return;
    }
    const auto messages =
        context.read([&](Connection& db) { return MessageTable::newest(db, account, {}, *limit); });
    if (messages) {
        showMessages(context, *messages);
    }
}

std::optional<Message> positionalMessage(CommandContext& context)
{
    if (context.arguments().positional().isEmpty()) {
        context.usage(QStringLiteral("The message's id is needed."));
        return std::nullopt;
    }
    const auto id = MessageId::fromString(context.arguments().positional().constFirst());
    const auto found = context.read(
        [id](Connection& db) { return id.isValid() ? MessageTable::find(db, id) : std::nullopt; });
    if (!found) {
        return std::nullopt;
    }
    if (!*found) {
        context.finish(Error{ErrorKind::NotFound, QStringLiteral("no-message")});
    }
    return *found;
}

void showMessage(CommandContext& context)
{
    const auto message = positionalMessage(context);
    if (!message) {
        return;
    }
    const QJsonObject object{messageJson(*message, context.accountName(message->account))};
    for (auto it = object.begin(); it != object.end(); ++it) {
        context.output().line(
            QStringLiteral("%1: %2").arg(it.key(), it.value().toVariant().toString()));
    }
    if (!message->reason.isEmpty()) {
        context.output().line(explainReason(message->reason));
    }
    context.output().object(object);
    context.finish(ExitCode::Done);
}

// Ends the command with the message as it stands now, or with the error.
void endWithMessage(CommandContext& context, MessageId id, Call<Done>* call)
{
    call->then(&context, [&context, id](const Result<Done>& done) {
        if (!done) {
            context.finish(done.error());
            return;
        }
        const auto found =
            context.read([id](Connection& db) { return MessageTable::find(db, id); });
        if (!found) {
            return;
        }
        const std::optional<Message>& message{*found};
        context.output().line(
            message ? deliveryStateName(message->state) : QStringLiteral("deleted"));
        context.output().object(message
                ? messageJson(*message, context.accountName(message->account))
                : QJsonObject{
                    {QStringLiteral("id"), id.toString()}, {QStringLiteral("deleted"), true}});
        context.finish(ExitCode::Done);
    });
}

void markMessage(CommandContext& context, bool read)
{
    if (const auto message = positionalMessage(context)) {
        endWithMessage(context, message->id, context.engine().inbox().setRead(message->id, read));
    }
}

void deleteMessage(CommandContext& context)
{
    if (const auto message = positionalMessage(context)) {
        const bool hereOnly{context.arguments().has(QStringLiteral("here-only"))};
        endWithMessage(
            context, message->id, context.engine().inbox().remove(message->id, !hereOnly));
    }
}

void search(CommandContext& context)
{
    const QString words{context.arguments().positional().join(u' ')};
    const auto limit = context.limit();
    if (!limit) {
        return;
    }
    if (words.trimmed().isEmpty()) {
        context.usage(QStringLiteral("search needs the words to look for."));
        return;
    }
    using Messages = std::vector<Message>;
    context.engine()
        .database()
        .read<Messages>([words, limit = *limit](Connection& db) -> Result<Messages> {
            Messages messages;
            for (const MessageId id : searchMessages(db, words, {}, limit)) {
                if (auto message = MessageTable::find(db, id)) {
                    messages.push_back(std::move(*message));
                }
            }
            return messages;
        })
        ->then(&context, [&context](const Result<Messages>& found) {
            if (!found) {
                context.finish(found.error());
                return;
            }
            showMessages(context, *found);
        });
}

void listConversations(CommandContext& context)
{
    const auto limit = context.limit();
    if (!limit) {
        return;
    }
    const auto rows = context.read([limit](Connection& db) {
        return ConversationTable::page(db, ConversationFilter::All, 0, {}, *limit);
    });
    if (!rows) {
        return;
    }
    QJsonArray array;
    for (const ConversationRow& row : *rows) {
        array.append(conversationJson(row, context.accountName(row.account)));
        context.output().line(
            QStringLiteral("%1  %2  %3 unread  %4")
                .arg(row.id.toString(), row.peer, QString::number(row.unread), row.preview));
    }
    context.output().array(array);
    context.finish(ExitCode::Done);
}

} // namespace

QList<Command> messageCommands()
{
    const OptionSpec account{QStringLiteral("account"), true, false};
    const OptionSpec limit{QStringLiteral("limit"), true, false};
    const QString id{QStringLiteral("ID")};
    return {
        {QStringLiteral("messages list"), QStringLiteral("[--account N] [--limit COUNT]"),
            QStringLiteral("the newest messages"), {account, limit}, 0, true, listMessages},
        {QStringLiteral("messages show"), id, QStringLiteral("one message"), {}, 1, true,
            showMessage},
        {QStringLiteral("messages mark-read"), id, QStringLiteral("here and at the provider"), {},
            1, true, [](CommandContext& context) { markMessage(context, true); }},
        {QStringLiteral("messages mark-unread"), id, QStringLiteral("here and at the provider"), {},
            1, true, [](CommandContext& context) { markMessage(context, false); }},
        {QStringLiteral("messages delete"), QStringLiteral("ID [--here-only]"),
            QStringLiteral("here and at the provider"),
            {{QStringLiteral("here-only"), false, false}}, 1, true, deleteMessage},
        {QStringLiteral("search"), QStringLiteral("TEXT [--limit COUNT]"),
            QStringLiteral("messages that hold all the words, newest first"), {limit}, 64, true,
            search},
        {QStringLiteral("conversations"), QStringLiteral("[--limit COUNT]"),
            QStringLiteral("conversations, newest first"), {limit}, 0, true, listConversations},
    };
}

} // namespace Textdesk
