// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// completion: what a shell needs to finish this program's words, made from the table of commands,
// so that a new one is known there too.
#include "app/cli/program.h"

namespace Textdesk {

namespace {

QStringList dashed(const QList<OptionSpec>& options)
{
    QStringList names;
    for (const OptionSpec& option : options) {
        names.append(QStringLiteral("--") + option.name);
    }
    return names;
}

QStringList firstWords()
{
    QStringList first{QStringLiteral("help")};
    for (const Command& command : allCommands()) {
        first.append(command.words.section(u' ', 0, 0));
    }
    first.removeDuplicates();
    return first;
}

// "add list test ..." of "account"; empty for a command of one word.
QStringList secondWords(const QString& first)
{
    QStringList second;
    for (const Command& command : allCommands()) {
        if (command.words.startsWith(first + u' ')) {
            second.append(command.words.section(u' ', 1));
        }
    }
    return second;
}

// What stands behind these is a file, behind --profile a folder.
const QStringList& fileOptions()
{
    static const QStringList names{QStringLiteral("--message-file"), QStringLiteral("--file"),
        QStringLiteral("--rejects"), QStringLiteral("--ledger")};
    return names;
}

// One line of a case statement for each command that has any.
QString optionCases(const QString& pattern)
{
    QString cases;
    for (const Command& command : allCommands()) {
        const bool isOneWord{!command.words.contains(u' ')};
        cases += pattern.arg(command.words + (isOneWord ? QStringLiteral(" ") : QString{}),
            dashed(command.options + globalOptions()).join(u' '));
    }
    return cases;
}

QString groupCases(const QString& pattern)
{
    QString cases;
    const QStringList firsts{firstWords()};
    for (const QString& first : firsts) {
        if (const QStringList second{secondWords(first)}; !second.isEmpty()) {
            cases += pattern.arg(first, second.join(u' '));
        }
    }
    return cases;
}

QStringList valueOptions()
{
    QStringList names;
    QList<OptionSpec> all{globalOptions()};
    for (const Command& command : allCommands()) {
        all += command.options;
    }
    for (const OptionSpec& option : all) {
        if (option.takesValue) {
            names.append(QStringLiteral("--") + option.name);
        }
    }
    names.removeDuplicates();
    return names;
}

// %1: options before a file; %2: before any value; %3: a case for each command with its options;
// %4: first words; %5: a case for each first word with its second ones.
constexpr auto bashTemplate =
    R"(# Completions of textdesk-cli for bash, made by 'textdesk-cli completion bash'.
_textdesk_cli() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} first= second= options= i
    COMPREPLY=()
    case $prev in
        --profile) mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return ;;
        --secrets) mapfile -t COMPREPLY < <(compgen -W 'keychain vault env' -- "$cur"); return ;;
        %1) mapfile -t COMPREPLY < <(compgen -f -- "$cur"); return ;;
        %2) return ;;
    esac
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
            %2) ((i++)) ;;
            -*) ;;
            *) if [[ -z $first ]]; then first=${COMP_WORDS[i]}; else second=${COMP_WORDS[i]}; break; fi ;;
        esac
    done
    case "$first $second" in
%3    esac
    if [[ $cur == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$cur")
        return
    fi
    case $first in
        '') mapfile -t COMPREPLY < <(compgen -W '%4' -- "$cur"); return ;;
    esac
    if [[ -z $second ]]; then
        case $first in
%5        esac
    fi
    [[ "$first $second" != "import messages" ]] || mapfile -t COMPREPLY < <(compgen -f -- "$cur")
}
complete -F _textdesk_cli textdesk-cli
)";

QString forBash()
{
    return QString::fromLatin1(bashTemplate)
        .arg(fileOptions().join(u'|'), valueOptions().join(u'|'),
            optionCases(QStringLiteral("        \"%1\"*) options='%2' ;;\n")),
            firstWords().join(u' '),
            groupCases(QStringLiteral("            %1) mapfile -t COMPREPLY < <(compgen -W '%2' -- "
                                      "\"$cur\"); return ;;\n")));
}

QString forZsh()
{
    return QStringLiteral(R"(#compdef textdesk-cli
# Completions of textdesk-cli for zsh, made by 'textdesk-cli completion zsh'.
_textdesk_cli() {
    if [[ $PREFIX != -* ]]; then
        if (( CURRENT == 2 )); then
            compadd -- %1
            return
        fi
        if (( CURRENT == 3 )); then
            case $words[2] in
%2            esac
        fi
        _files
        return
    fi
    case "$words[2] $words[3]" in
%3    esac
}
_textdesk_cli "$@"
)")
        .arg(firstWords().join(u' '),
            groupCases(QStringLiteral("                %1) compadd -- %2; return ;;\n")),
            optionCases(QStringLiteral("        \"%1\"*) compadd -- %2 ;;\n")));
}

QString quoted(QString words)
{
    return u'\'' + words.replace(u'\'', QStringLiteral("\\'")) + u'\'';
}

QString fishOptions(const QString& condition, const QList<OptionSpec>& options)
{
    QString lines;
    for (const OptionSpec& option : options) {
        lines +=
            QStringLiteral("complete -c textdesk-cli%1 -l %2%3\n")
                .arg(condition, option.name, option.takesValue ? QStringLiteral(" -r") : QString{});
    }
    return lines;
}

QString forFish()
{
    QString script{QStringLiteral(
        "# Completions of textdesk-cli for fish, made by 'textdesk-cli completion fish'.\n")};
    script += fishOptions({}, globalOptions());
    script +=
        QStringLiteral("complete -c textdesk-cli -f -n __fish_use_subcommand -a help -d 'how a "
                       "command is called'\n");
    for (const Command& command : allCommands()) {
        const QString first{command.words.section(u' ', 0, 0)};
        const QString second{command.words.section(u' ', 1)};
        const QString seen{QStringLiteral("__fish_seen_subcommand_from ") + first};
        if (second.isEmpty()) {
            script += QStringLiteral("complete -c textdesk-cli -f -n __fish_use_subcommand -a %1 "
                                     "-d %2\n")
                          .arg(first, quoted(command.summary));
            script += fishOptions(QStringLiteral(" -n '%1'").arg(seen), command.options);
            continue;
        }
        script +=
            QStringLiteral("complete -c textdesk-cli -f -n __fish_use_subcommand -a %1\n"
                           "complete -c textdesk-cli -f -n '%2; and not "
                           "__fish_seen_subcommand_from %3' -a %4 -d %5\n")
                .arg(first, seen, secondWords(first).join(u' '), second, quoted(command.summary));
        script += fishOptions(
            QStringLiteral(" -n '%1; and __fish_seen_subcommand_from %2'").arg(seen, second),
            command.options);
    }
    return script;
}

void complete(CommandContext& context)
{
    const QString shell{context.arguments().positional().value(0)};
    QString script;
    if (shell == QStringLiteral("bash")) {
        script = forBash();
    } else if (shell == QStringLiteral("zsh")) {
        script = forZsh();
    } else if (shell == QStringLiteral("fish")) {
        script = forFish();
    } else {
        context.usage(QStringLiteral("completion takes the name of a shell: bash, zsh or fish."));
        return;
    }
    const QStringList lines{script.chopped(1).split(u'\n')};
    for (const QString& line : lines) {
        context.output().plainLine(line);
    }
    context.finish(ExitCode::Done);
}

} // namespace

QList<Command> completionCommands()
{
    return {{QStringLiteral("completion"), QStringLiteral("bash|zsh|fish"),
        QStringLiteral("a script that teaches your shell these commands (the Debian package "
                       "installs them)"),
        {}, 1, false, complete}};
}

} // namespace Textdesk
