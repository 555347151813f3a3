// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// messages, conversations.
#include "app/cli/command.h"
#include "app/cli/explain.h"
#include "app/cli/json.h"
#include "app/cli/messagelist.h"
#include "app/storage/messagetable.h"

namespace Textdesk {

namespace {

// "  (desk)" in a profile with several accounts, where a line must say whose it is.
QString whereSeveral(CommandContext& context, const QString& account)
{
    return context.engine().accounts().all().size() < 2 ? QString{}
                                                        : QStringLiteral("  (%1)").arg(account);
}

} // namespace

void showMessages(CommandContext& context, const std::vector<Message>& messages)
{
    QJsonArray array;
    for (const Message& m : messages) {
        const QString account{context.accountName(m.account)};
        array.append(messageJson(m, account));
        context.output().line(
            QStringLiteral("%1  %2%3  %4 %5  %6  %7")
                .arg(m.id.toString(), isoTime(m.atMs), whereSeveral(context, account),
                    m.direction == Direction::In ? QStringLiteral("from") : QStringLiteral("to"),
                    m.peer, deliveryStateName(m.state), m.text));
    }
    context.output().array(array);
    context.finish(ExitCode::Done);
}

namespace {

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
        const bool isReason{it.key() == QStringLiteral("reason")};
        const QString value{it.value().toVariant().toString()};
        if (!value.isEmpty()) {
            context.output().line(
                QStringLiteral("%1: %2").arg(it.key(), isReason ? explainReason(value) : value));
        }
    }
    context.output().object(object);
    context.finish(ExitCode::Done);
}

// Ends the command with what was done and the message as it stands now, or with the error.
void endWithMessage(
    CommandContext& context, MessageId id, const QString& sentence, Call<Done>* call)
{
    call->then(&context, [&context, id, sentence](const Result<Done>& done) {
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
        context.output().line(sentence);
        context.output().object(message
                ? messageJson(*message, context.accountName(message->account))
                : QJsonObject{
                    {QStringLiteral("id"), id.toString()}, {QStringLiteral("deleted"), true}});
        context.finish(ExitCode::Done);
    });
}

void markMessage(CommandContext& context, bool read)
{
    const auto message = positionalMessage(context);
    if (!message) {
        return;
    }
    if (message->direction == Direction::Out) {
        context.finish(Error{ErrorKind::Rejected, QStringLiteral("not-incoming")});
        return;
    }
    endWithMessage(context, message->id,
        read ? QStringLiteral("Marked as read, here and at the provider.")
             : QStringLiteral("Marked as not read, here and at the provider."),
        context.engine().inbox().setRead(message->id, read));
}

void deleteMessage(CommandContext& context)
{
    if (const auto message = positionalMessage(context)) {
        const bool hereOnly{context.arguments().has(QStringLiteral("here-only"))};
        endWithMessage(context, message->id,
            hereOnly ? QStringLiteral("Deleted here; the provider keeps its copy.")
                     : QStringLiteral("Deleted, here and at the provider."),
            context.engine().inbox().remove(message->id, !hereOnly));
    }
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
        const QString account{context.accountName(row.account)};
        const QString name{context.engine().people().namesAt(row.peer)};
        QJsonObject object{conversationJson(row, account)};
        object.insert(QStringLiteral("name"), name);
        array.append(object);
        context.output().line(
            QStringLiteral("%1  %2%3%4  %5 unread  %6")
                .arg(row.id.toString(), row.peer, name.isEmpty() ? QString{} : u' ' + name,
                    whereSeveral(context, account), QString::number(row.unread), row.preview));
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
        {QStringLiteral("conversations"), QStringLiteral("[--limit COUNT]"),
            QStringLiteral("conversations, newest first"), {limit}, 0, true, listConversations},
    };
}

} // namespace Textdesk
