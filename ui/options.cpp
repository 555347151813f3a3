// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/options.h"

#include <QCommandLineParser>
#include <QDir>
#include <QStandardPaths>

namespace Textdesk {

Result<ProgramOptions> readOptions(const QStringList& words)
{
    QCommandLineParser parser;
    const QCommandLineOption profile{QStringLiteral("profile"), {}, QStringLiteral("folder"),
        qEnvironmentVariable("TEXTDESK_PROFILE")};
    const QCommandLineOption theme{
        QStringLiteral("theme"), {}, QStringLiteral("system|light|dark")};
    parser.addOptions({profile, theme});
    if (!parser.parse(words)) {
        return fail(ErrorKind::Rejected, parser.errorText());
    }
    ProgramOptions options;
    options.profile = parser.value(profile).isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
        : QDir{parser.value(profile)}.absolutePath();
    if (parser.isSet(theme)) {
        options.theme = themeFromName(parser.value(theme));
        if (!options.theme) {
            return fail(
                ErrorKind::Rejected, QStringLiteral("--theme takes system, light or dark."));
        }
    }
    return options;
}

std::optional<QString> aboutItself(const QStringList& words)
{
    if (words.contains(QStringLiteral("--version"))) {
        return QStringLiteral("textdesk " TEXTDESK_VERSION "\n");
    }
    if (words.contains(QStringLiteral("--help"))) {
        return QStringLiteral(
            "textdesk [--profile DIR] [--theme system|light|dark]\n\n"
            "  --profile DIR  the folder of the profile, instead of the one in the home folder\n"
            "  --theme THEME  for this start only\n"
            "  --version      says the version\n\n"
            "The command line for scripts and servers is textdesk-cli.\n");
    }
    return std::nullopt;
}

QString themeName(Theme::Choice choice)
{
    switch (choice) {
    case Theme::Choice::Light:
        return QStringLiteral("light");
    case Theme::Choice::Dark:
        return QStringLiteral("dark");
    case Theme::Choice::System:
        break;
    }
    return QStringLiteral("system");
}

std::optional<Theme::Choice> themeFromName(const QString& name)
{
    for (const auto choice : {Theme::Choice::System, Theme::Choice::Light, Theme::Choice::Dark}) {
        if (themeName(choice) == name) {
            return choice;
        }
    }
    return std::nullopt;
}

} // namespace Textdesk
