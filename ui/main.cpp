// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// textdesk: the window. One of the two places that name concrete classes.
#include "app/net/httpclient.h"
#include "app/providers/zoomconnect/zoomconnect.h"
#include "app/secrets/keychainsecrets.h"
#include "app/upkeep/profilecare.h"
#include "ui/options.h"
#include "ui/program.h"
#include "ui/prompt/windowprompt.h"
#include "ui/shell/startupproblem.h"
#include "ui/windowrole.h"
#include "ui/words/language.h"

#include <QApplication>
#include <QIcon>
#include <QLocale>

#include <cstdio>

using namespace Textdesk;

int main(int argc, char** argv)
{
    QStringList words;
    for (int i{1}; i < argc; ++i) {
        words.append(QString::fromLocal8Bit(argv[i]));
    }
    if (const auto answer = aboutItself(words)) {
        std::fputs(qUtf8Printable(*answer), stdout);
        return 0;
    }
    QApplication application{argc, argv};
    QCoreApplication::setApplicationName(QStringLiteral("textdesk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TEXTDESK_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Textdesk"));
    QGuiApplication::setDesktopFileName(QStringLiteral(TEXTDESK_APP_ID));
    QGuiApplication::setWindowIcon(QIcon{QStringLiteral(":/brand/textdesk.svg")});
    announceWindows();
    const Result<ProgramOptions> options{readOptions(QCoreApplication::arguments())};
    if (!options) {
        std::fputs(qUtf8Printable(options.error().detail() + u'\n'), stderr);
        return 2;
    }
    const Language language{application, QLocale::system()};
    Theme theme{application};

    SystemClock clock;
    HttpClient http{clock};
    KeychainSecrets secrets{clock};
    ProviderRegistry registry;
    registry.add(zoomConnectKind());
    auto engine = Engine::open(options->profile, {clock, http, secrets, registry});
    if (!engine) {
        theme.choose(options->theme.value_or(Theme::Choice::System));
        StartupProblem problem{theme, engine.error(), options->profile};
        problem.show();
        QApplication::exec();
        return 1;
    }
    Settings settings{options->profile};
    theme.choose(options->theme.value_or(
        themeFromName(settings.text(Setting::Theme)).value_or(Theme::Choice::System)));
    WindowPrompt prompt;
    Program program{
        std::move(*engine), {clock, http, theme, settings, prompt, DesktopBuses::ofThisSession(), &secrets}};
    program.start();
    return QApplication::exec();
}
