// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/program.h"

#include <algorithm>

namespace Textdesk {

namespace {

// In a word of its own.
bool takesGlobalValue(const QString& word)
{
    return word == QStringLiteral("--profile") || word == QStringLiteral("--secrets");
}

// The command's words, skipping options that may stand before them.
QStringList commandWords(const QStringList& words)
{
    QStringList found;
    for (qsizetype i{0}; i < words.size() && found.size() < 2; ++i) {
        if (words[i] == QStringLiteral("--json")) {
            continue;
        }
        if (takesGlobalValue(words[i])) {
            ++i;
            continue;
        }
        if (words[i].startsWith(QStringLiteral("--"))) {
            const bool isGlobal{words[i].startsWith(QStringLiteral("--profile="))
                || words[i].startsWith(QStringLiteral("--secrets="))};
            if (found.isEmpty() || isGlobal) {
                continue;
            }
            break;
        }
        found.append(words[i]);
    }
    return found;
}

const Command* findCommand(const QStringList& words)
{
    for (qsizetype count{2}; count >= 1; --count) {
        const QString joined{words.mid(0, count).join(u' ')};
        for (const Command& command : allCommands()) {
            if (command.words == joined) {
                return &command;
            }
        }
    }
    return nullptr;
}

// The words of a command, or the first of several that begin with them: "account" has help, too.
QStringList helpWords(const QStringList& words)
{
    const QStringList named{commandWords(words)};
    const bool isBegin{
        std::any_of(allCommands().cbegin(), allCommands().cend(), [&named](const Command& command) {
            return (command.words + u' ').startsWith(named.join(u' ') + u' ');
        })};
    return isBegin || !findCommand(named.mid(0, 1)) ? named : named.mid(0, 1);
}

} // namespace

QList<OptionSpec> globalOptions()
{
    return {{QStringLiteral("profile"), true, false}, {QStringLiteral("json"), false, false},
        {QStringLiteral("secrets"), true, false}};
}

const QList<Command>& allCommands()
{
    static const QList<Command> commands{accountCommands() + sendCommands() + messageCommands()
        + searchCommands() + optOutCommands() + importCommands() + syncCommands() + outboxCommands()
        + serviceCommands() + textCommands() + doctorCommands() + completionCommands()};
    return commands;
}

Result<ParsedCall> parseCall(const QStringList& words)
{
    const QStringList named{commandWords(words)};
    const Command* command{findCommand(named)};
    if (!command) {
        return fail(ErrorKind::Rejected,
            named.isEmpty() ? QStringLiteral("Which command?") : notACommand(named));
    }
    Result<Arguments> arguments{Arguments::parse(words, command->options + globalOptions())};
    if (!arguments) {
        return fail(arguments.error());
    }
    const auto commandLength = command->words.count(u' ') + 1;
    if (arguments->positional().mid(0, commandLength).join(u' ') != command->words) {
        return fail(ErrorKind::Rejected, QStringLiteral("Give the command before its words."));
    }
    arguments->dropPositional(int(commandLength));
    if (arguments->positional().size() > command->positional) {
        // Behind "--secret token" it may be the secret itself.
        const bool mayBeSecret{arguments->has(QStringLiteral("secret"))};
        const QString word{mayBeSecret
                ? QStringLiteral("The last word")
                : QStringLiteral("'%1'").arg(arguments->positional().constLast())};
        return fail(ErrorKind::Rejected,
            QStringLiteral("%1 is too much: %2 %3").arg(word, command->words, command->usage));
    }
    return ParsedCall{command, std::move(*arguments)};
}

// Names the commands that begin with the same word.
QString notACommand(const QStringList& words)
{
    QStringList near;
    for (const Command& command : allCommands()) {
        if (command.words.startsWith(words.constFirst() + u' ')) {
            near.append(command.words);
        }
    }
    const QString sentence{QStringLiteral("'%1' is not a command.").arg(words.join(u' '))};
    return near.isEmpty()
        ? sentence
        : sentence + QStringLiteral(" There is: ") + near.join(QStringLiteral(", ")) + u'.';
}

QStringList fromCommandOn(const QStringList& words)
{
    qsizetype at{0};
    while (at < words.size()) {
        const QString& word{words[at]};
        const bool isGlobal{word == QStringLiteral("--json")
            || word.startsWith(QStringLiteral("--profile="))
            || word.startsWith(QStringLiteral("--secrets="))};
        if (!isGlobal && !takesGlobalValue(word)) {
            break;
        }
        at += isGlobal ? 1 : 2;
    }
    return words.mid(at);
}

bool hasHelpFor(const QStringList& words)
{
    const QString named{helpWords(words).join(u' ')};
    return named.isEmpty()
        || std::any_of(
            allCommands().cbegin(), allCommands().cend(), [&named](const Command& command) {
                return (command.words + u' ').startsWith(named + u' ');
            });
}

QString helpText(const QStringList& words)
{
    QList<Command> commands;
    const QStringList named{helpWords(words)};
    for (const Command& command : allCommands()) {
        if (!named.isEmpty() && (command.words + u' ').startsWith(named.join(u' ') + u' ')) {
            commands.append(command);
        }
    }
    if (commands.isEmpty()) {
        commands = allCommands();
    }
    QString help{QStringLiteral(
        "textdesk-cli [--profile DIR] [--json] [--secrets keychain|vault|env] COMMAND\n\n")};
    for (const Command& command : commands) {
        help += QStringLiteral("  %1 %2\n      %3\n")
                    .arg(command.words, command.usage, command.summary);
    }
    help +=
        QStringLiteral("\nExit codes: 0 done, 1 failed, 2 usage, 3 not authorised, 4 partly "
                       "failed, 5 outcome unknown, 6 no network.\n"
                       "Secrets come from the keychain; with --secrets vault from a file under a "
                       "passphrase (TEXTDESK_VAULT_PASSPHRASE, typed, or the first line of "
                       "input); with --secrets env from TEXTDESK_SECRET_<ACCOUNT>_<NAME>.\n");
    return help;
}

} // namespace Textdesk
