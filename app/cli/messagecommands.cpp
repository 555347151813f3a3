// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// messages, search, conversations, optouts, sync.
#include "app/cli/command.h"
#include "app/cli/explain.h"
#include "app/cli/json.h"
#include "app/storage/messagetable.h"
#include "app/storage/optouttable.h"
#include "app/storage/searchindex.h"

namespace Textdesk {

namespace {

constexpr int defaultLimit{100};

void showMessages(CommandContext& context, const std::vector<Message>& messages)
{
    QJsonArray array;
    for (const Message& m : messages) {
        array.append(messageJson(m, context.accountName(m.account)));
        context.output().line(QStringLiteral("%1  %2  %3 %4  %5  %6").arg(m.id.toString(), isoTime(m.atMs),
            m.direction == Direction::In ? QStringLiteral("from") : QStringLiteral("to"), m.peer,
            deliveryStateName(m.state), m.text));
    }
    context.output().array(array);
    context.finish(ExitCode::Done);
}

std::optional<int> limitOf(CommandContext& context)
{
    bool ok{true};
    const int limit{context.arguments()
                        .value(QStringLiteral("limit"), QString::number(defaultLimit))
                        .toInt(&ok)};
    if (!ok || limit < 1) {
        context.usage(QStringLiteral("--limit takes a number from 1."));
        return std::nullopt;
    }
    return limit;
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
    const auto limit = limitOf(context);
    if (!limit) {
        return;
    }
    Connection& reader{context.engine().database().reader()};
    const auto messages = MessageTable::newest(reader, account, {}, *limit);
    if (reader.error()) {
        context.finish(*reader.error());
        return;
    }
    showMessages(context, messages);
}

std::optional<Message> positionalMessage(CommandContext& context)
{
    if (context.arguments().positional().isEmpty()) {
        context.usage(QStringLiteral("The message's id is needed."));
        return std::nullopt;
    }
    const auto id = MessageId::fromString(context.arguments().positional().constFirst());
    auto message = id.isValid() ? MessageTable::find(context.engine().database().reader(), id) : std::nullopt;
    if (!message) {
        context.finish(Error{ErrorKind::NotFound, QStringLiteral("no-message")});
    }
    return message;
}

void showMessage(CommandContext& context)
{
    const auto message = positionalMessage(context);
    if (!message) {
        return;
    }
    const QJsonObject object{messageJson(*message, context.accountName(message->account))};
    for (auto it = object.begin(); it != object.end(); ++it) {
        context.output().line(QStringLiteral("%1: %2").arg(it.key(), it.value().toVariant().toString()));
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
        const auto message = MessageTable::find(context.engine().database().reader(), id);
        context.output().line(message ? deliveryStateName(message->state) : QStringLiteral("deleted"));
        context.output().object(message
                ? messageJson(*message, context.accountName(message->account))
                : QJsonObject{{QStringLiteral("id"), id.toString()}, {QStringLiteral("deleted"), true}});
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
    const auto limit = limitOf(context);
    if (!limit) {
        return;
    }
    if (words.trimmed().isEmpty()) {
        context.usage(QStringLiteral("search needs the words to look for."));
        return;
    }
    using Messages = std::vector<Message>;
    context.engine().database()
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
    const auto limit = limitOf(context);
    if (!limit) {
        return;
    }
    QJsonArray array;
    const auto rows = ConversationTable::page(
        context.engine().database().reader(), ConversationFilter::All, 0, {}, *limit);
    for (const ConversationRow& row : rows) {
        array.append(conversationJson(row, context.accountName(row.account)));
        context.output().line(QStringLiteral("%1  %2  %3 unread  %4").arg(
            row.id.toString(), row.peer, QString::number(row.unread), row.preview));
    }
    context.output().array(array);
    context.finish(ExitCode::Done);
}

void listOptOuts(CommandContext& context)
{
    const auto limit = limitOf(context);
    if (!limit) {
        return;
    }
    QJsonArray array;
    for (const OptOutRow& row : OptOutTable::all(context.engine().database().reader(), *limit)) {
        const QString account{row.account.isValid() ? context.accountName(row.account) : QString{}};
        array.append(QJsonObject{{QStringLiteral("peer"), row.peer},
            {QStringLiteral("since"), isoTime(row.sinceMs)}, {QStringLiteral("source"), row.source},
            {QStringLiteral("account"), account},
            {QStringLiteral("message"), row.message.isValid() ? row.message.toString() : QString{}}});
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
    context.engine().inbox().setOptedOut(number, regionOf(context), optedOut)->then(
        &context, [&context, number, optedOut](const Result<Done>& done) {
            if (!done) {
                context.finish(done.error());
                return;
            }
            context.output().line(optedOut ? QStringLiteral("Nobody texts this number from here any more.")
                                           : QStringLiteral("This number may be texted again."));
            const Result<Address> peer{Address::parse(number, regionOf(context))};
            context.output().object({{QStringLiteral("peer"), peer ? peer->canonical() : number},
                {QStringLiteral("optedOut"), optedOut}});
            context.finish(ExitCode::Done);
        });
}

// One account after the other; the worst outcome decides the exit code.
class SyncAll final : public QObject {
public:
    SyncAll(CommandContext& context, std::vector<const Account*> accounts)
        : QObject{&context}
        , m_context{context}
    {
        for (const Account* account : accounts) {
            m_left.emplace_back(account->id(), account->row.name);
        }
    }
    void next()
    {
        if (m_left.empty()) {
            m_context.output().array(m_array);
            m_context.finish(m_code);
            return;
        }
        const auto [id, name] = m_left.front();
        m_left.erase(m_left.begin());
        m_context.engine().sync().syncNow(id)->then(
            this, [this, name = name](const Result<SyncReport>& report) { add(name, report); });
    }

private:
    void add(const QString& name, const Result<SyncReport>& report)
    {
        if (!report) {
            m_context.output().error(report.error());
            m_code = exitCodeOf(report.error());
            m_array.append(QJsonObject{{QStringLiteral("account"), name},
                {QStringLiteral("error"), errorKindName(report.error().kind())}});
        } else {
            m_context.output().line(
                QStringLiteral("%1: %2 new, %3 state changes, %4 doubtful settled, %5 not found, %6 still in doubt")
                    .arg(name).arg(report->newTexts).arg(report->stateChanges).arg(report->settled)
                    .arg(report->notFound).arg(report->stillDoubtful));
            m_array.append(QJsonObject{{QStringLiteral("account"), name},
                {QStringLiteral("new"), report->newTexts},
                {QStringLiteral("stateChanges"), report->stateChanges},
                {QStringLiteral("settled"), report->settled},
                {QStringLiteral("notFound"), report->notFound},
                {QStringLiteral("stillDoubtful"), report->stillDoubtful},
                {QStringLiteral("unreadable"), report->unreadable}});
        }
        next();
    }

    CommandContext& m_context;
    std::vector<std::pair<AccountId, QString>> m_left;
    QJsonArray m_array;
    ExitCode m_code{ExitCode::Done};
};

void sync(CommandContext& context)
{
    std::vector<const Account*> accounts{context.engine().accounts().all()};
    if (context.arguments().has(QStringLiteral("account"))) {
        const Account* named{context.accountFromOption()};
        if (!named) {
            return;
        }
        accounts = {named};
    }
    (new SyncAll{context, std::move(accounts)})->next();
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
        {QStringLiteral("messages show"), id, QStringLiteral("one message"), {}, 1, true, showMessage},
        {QStringLiteral("messages mark-read"), id, QStringLiteral("here and at the provider"), {}, 1, true,
            [](CommandContext& context) { markMessage(context, true); }},
        {QStringLiteral("messages mark-unread"), id, QStringLiteral("here and at the provider"), {}, 1, true,
            [](CommandContext& context) { markMessage(context, false); }},
        {QStringLiteral("messages delete"), QStringLiteral("ID [--here-only]"),
            QStringLiteral("here and at the provider"), {{QStringLiteral("here-only"), false, false}}, 1, true,
            deleteMessage},
        {QStringLiteral("search"), QStringLiteral("TEXT [--limit COUNT]"),
            QStringLiteral("messages that hold all the words, newest first"), {limit}, 64, true, search},
        {QStringLiteral("conversations"), QStringLiteral("[--limit COUNT]"),
            QStringLiteral("conversations, newest first"), {limit}, 0, true, listConversations},
        {QStringLiteral("optouts list"), QStringLiteral("[--limit COUNT]"),
            QStringLiteral("people who are not to be texted"), {limit}, 0, true, listOptOuts},
        {QStringLiteral("optouts add"), QStringLiteral("NUMBER"), QStringLiteral("close a person on every line"),
            {}, 1, true, [](CommandContext& context) { changeOptOut(context, true); }},
        {QStringLiteral("optouts remove"), QStringLiteral("NUMBER"), QStringLiteral("open a person again"), {}, 1,
            true, [](CommandContext& context) { changeOptOut(context, false); }},
        {QStringLiteral("sync"), QStringLiteral("[--account N]"),
            QStringLiteral("ask the provider for news and settle doubtful sends"), {account}, 0, true, sync},
    };
}

} // namespace Textdesk
