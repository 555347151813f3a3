// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// search: what the window's search field finds, by the same words and operators.
#include "app/base/localzone.h"
#include "app/cli/messagelist.h"
#include "app/storage/messagesearch.h"

#include <QRegularExpression>

#include <atomic>

namespace Textdesk {

namespace {

QString misreadSentence(const MisreadOperator& misread)
{
    return misread.wants == MisreadOperator::Wants::Day
        ? QStringLiteral("'%1' names no day. Write it as 2026-03-05, 'today' or 'yesterday'.")
              .arg(misread.typed)
        : QStringLiteral("'%1' names no state. There is: %2.")
              .arg(misread.typed, searchStates().join(QStringLiteral(", ")));
}

// The window's field is still being typed in; here nothing more comes.
QString withoutValue(const QString& typed)
{
    static const QRegularExpression empty{
        QStringLiteral("(?:^|\\s)((?:from|with|line|is|after|before|on):)(?:\"\\s*\")?(?=\\s|$)"),
        QRegularExpression::CaseInsensitiveOption};
    return empty.match(typed).captured(1);
}

// Nothing after finishing with a usage error.
std::optional<SearchQuery> readQuery(CommandContext& context)
{
    const QString typed{typedSearch(context.arguments().positional())};
    if (typed.trimmed().isEmpty()) {
        context.usage(QStringLiteral("search needs the words to look for."));
        return std::nullopt;
    }
    if (const QString name{withoutValue(typed)}; !name.isEmpty()) {
        context.usage(
            QStringLiteral("'%1' needs what to look for behind the colon, without a space.")
                .arg(name));
        return std::nullopt;
    }
    SearchQuery query{parseSearch(typed, context.clock().now().toLocalTime().date(), localZone())};
    if (!query.misread.isEmpty()) {
        context.usage(misreadSentence(query.misread.constFirst()));
        return std::nullopt;
    }
    return query;
}

void search(CommandContext& context)
{
    const auto limit = context.limit();
    const auto query = limit ? readQuery(context) : std::nullopt;
    if (!query) {
        return;
    }
    // A search that nobody waits for any more must not hold up the end of the program.
    const auto stopped = std::make_shared<std::atomic<bool>>(false);
    context.whenStopped([&context, stopped] {
        *stopped = true;
        context.finish(Error{ErrorKind::Cancelled, QStringLiteral("stopped")});
    });
    context.engine()
        .database()
        .read<FoundPage>(
            [query = *query, limit = *limit, stopped](Connection& db) -> Result<FoundPage> {
                return findMessages(db, query, {}, limit, [stopped] { return stopped->load(); });
            })
        ->then(&context, [&context](const Result<FoundPage>& found) {
            if (!found) {
                context.finish(found.error());
                return;
            }
            showMessages(context, found->messages);
        });
}

} // namespace

QList<Command> searchCommands()
{
    return {
        {QStringLiteral("search"), QStringLiteral("TEXT [--limit COUNT]"),
            QStringLiteral("messages that hold all the words, newest first; from:NAME, line:NAME, "
                           "is:STATE, after:DAY, before:DAY and on:DAY narrow it (DAY as "
                           "2026-03-05, today or yesterday)"),
            {{QStringLiteral("limit"), true, false}}, 64, true, search},
    };
}

} // namespace Textdesk
