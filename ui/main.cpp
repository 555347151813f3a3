// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// textdesk: the window. One of the two places that name concrete classes.
#include "app/base/logfile.h"
#include "app/cli/vaultopening.h"
#include "app/cli/verbhost.h"
#include "app/net/httpclient.h"
#include "app/net/redaction.h"
#include "app/platform/quitsignals.h"
#include "app/providers/zoomconnect/zoomconnect.h"
#include "app/secrets/keychainsecrets.h"
#include "app/secrets/profilesecrets.h"
#include "ui/activation.h"
#include "ui/options.h"
#include "ui/orderlyend.h"
#include "ui/program.h"
#include "ui/prompt/windowprompt.h"
#include "ui/shell/newerprofile.h"
#include "ui/shell/startupproblem.h"
#include "ui/takeover.h"
#include "ui/upgrading.h"
#include "ui/widgets/keyboardtrace.h"
#include "ui/widgets/scrollrole.h"
#include "ui/windowrole.h"
#include "ui/words/language.h"

#include <QApplication>
#include <QIcon>
#include <QLocale>
#include <QProcess>

#include <cstdio>
#include <optional>

using namespace Textdesk;

namespace {

// Another process has the profile: the engine when it is free, an error when it cannot be opened,
// nothing when this start is not needed any more.
std::optional<Result<std::unique_ptr<Engine>>> takeOver(const TakeoverServices& services)
{
    Takeover takeover{services};
    QObject::connect(
        &takeover, &Takeover::decided, QCoreApplication::instance(),
        [] { QCoreApplication::exit(); }, Qt::QueuedConnection);
    // The waiting window's end must not end the program that it waited for.
    QGuiApplication::setQuitOnLastWindowClosed(false);
    takeover.start();
    QApplication::exec();
    QGuiApplication::setQuitOnLastWindowClosed(true);
    switch (takeover.end()) {
    case Takeover::End::Opened:
        return takeover.takeEngine();
    case Takeover::End::Failed:
        return fail(takeover.error());
    case Takeover::End::ShownElsewhere:
    case Takeover::End::GivenUp:
        break;
    }
    return std::nullopt;
}

// Lets textdesk-cli and further starts of this program in.
void welcomeOthers(VerbHost& host, Program& program)
{
    (void)host.open(); // without it they wait until this window is closed
    QObject::connect(&program, &Program::accountsLoaded, &host, [&host](const Error* problem) {
        host.ready(problem ? Result<Done>{fail(*problem)} : Result<Done>{Done{}});
    });
    QObject::connect(&host, &VerbHost::raiseAsked, &program,
        [&program](const QString& token) { bringToFront(program.window(), token); });
}

// False if the person closed the screen before it was done.
bool bringUpToDate(const Theme& theme, Clock& clock, const QString& profile)
{
    if (!ProfileUpgrade::isDue(profile)) {
        return true;
    }
    Upgrading upgrading{theme, clock, profile};
    QObject::connect(
        &upgrading, &Upgrading::ended, QCoreApplication::instance(),
        [] { QCoreApplication::exit(); }, Qt::QueuedConnection);
    QGuiApplication::setQuitOnLastWindowClosed(false);
    upgrading.start();
    QApplication::exec();
    QGuiApplication::setQuitOnLastWindowClosed(true);
    return !upgrading.isGivenUp();
}

// Shows why the profile cannot be opened; true when it was repaired or mended.
bool mayTryAgain(const Theme& theme, const Error& error, const QString& profile, Clock& clock)
{
    ProfileRescue rescue{profile, clock};
    WindowPrompt prompt;
    StartupProblem problem{theme, error, profile, {&rescue, &prompt}};
    bool again{false};
    QObject::connect(&problem, &StartupProblem::openAgain, &problem, [&] {
        again = true;
        problem.close();
    });
    problem.show();
    QApplication::exec();
    return again;
}

// A later program was here: another profile can be opened instead, in a process of its own.
void tellNewer(const Theme& theme, const Error& error, const ProgramOptions& options)
{
    const ProgramVersions versions{QStringLiteral(TEXTDESK_VERSION),
        Settings{options.profile}.text(Setting::ProgramVersion), QStringLiteral(TEXTDESK_HOMEPAGE)};
    WindowPrompt prompt;
    NewerProfile screen{theme, error, versions, prompt};
    QObject::connect(&screen, &NewerProfile::otherWanted, &screen, [&](const QString& folder) {
        QStringList words{QStringLiteral("--profile"), folder};
        if (options.theme) {
            words << QStringLiteral("--theme") << themeName(*options.theme);
        }
        QProcess::startDetached(QCoreApplication::applicationFilePath(), words);
        screen.close();
    });
    screen.show();
    QApplication::exec();
}

// With the person's help where something is wrong; an error when they gave it up.
Result<std::unique_ptr<Engine>> insist(Result<std::unique_ptr<Engine>> engine,
    const std::function<Result<std::unique_ptr<Engine>>()>& open, const Theme& theme,
    const ProgramOptions& options, Clock& clock)
{
    while (!engine) {
        if (NewerProfile::isMeant(engine.error())) {
            tellNewer(theme, engine.error(), options);
            return engine;
        }
        if (!mayTryAgain(theme, engine.error(), options.profile, clock)) {
            return engine;
        }
        engine = open();
    }
    return engine;
}

// What the program stands on, from the first signal it may get to the end of its window.
class ProgramStart final {
public:
    ProgramStart(QApplication& application, const ProgramOptions& options, const QString& token);
    [[nodiscard]] int run();

private:
    using Opened = Result<std::unique_ptr<Engine>>;
    [[nodiscard]] EngineServices services() { return {m_clock, m_http, m_secrets, m_registry}; }
    // Nothing: a person wanted it to end there.
    [[nodiscard]] std::optional<Opened> open();
    [[nodiscard]] int present(std::unique_ptr<Engine> engine);

    QApplication& m_application;
    const ProgramOptions& m_options;
    QString m_token;
    QuitSignals m_quitSignals;
    bool m_toldToQuit{false};
    QMetaObject::Connection m_early;
    Language m_language;
    Theme m_theme;
    SystemClock m_clock;
    HttpClient m_http{m_clock};
    KeychainSecrets m_keychain{m_clock};
    VaultSecrets m_vault;
    ProfileSecrets m_secrets{m_keychain, m_vault};
    ProviderRegistry m_registry;
};

ProgramStart::ProgramStart(
    QApplication& application, const ProgramOptions& options, const QString& token)
    : m_application{application}
    , m_options{options}
    , m_token{token}
    , m_language{application, QLocale::system()}
    , m_theme{application}
    , m_vault{vaultFile(options.profile)}
{
    // As long as there is nothing to end in order.
    m_early = QObject::connect(&m_quitSignals, &QuitSignals::asked, &application, [this] {
        m_toldToQuit = true;
        QCoreApplication::exit();
    });
    m_keychain.keepApart([this] { return profileId(m_options.profile); });
    m_registry.add(zoomConnectKind());
    m_theme.choose(options.theme.value_or(Theme::Choice::System));
}

int ProgramStart::run()
{
    auto opened = open();
    if (!opened) {
        return 0;
    }
    if (!*opened) {
        return m_toldToQuit ? 0 : 1;
    }
    return present(std::move(**opened));
}

std::optional<ProgramStart::Opened> ProgramStart::open()
{
    const auto openIt = [this]() -> Opened { return Engine::open(m_options.profile, services()); };
    if (!bringUpToDate(m_theme, m_clock, m_options.profile)) {
        return std::nullopt;
    }
    auto engine = openIt();
    if (!engine && engine.error().detail() == QStringLiteral("in-use")) {
        auto taken = takeOver({m_clock, m_theme, m_options.profile, m_token, openIt});
        if (!taken) {
            return std::nullopt;
        }
        engine = std::move(*taken);
    }
    return insist(std::move(engine), openIt, m_theme, m_options, m_clock);
}

int ProgramStart::present(std::unique_ptr<Engine> engine)
{
    Settings settings{m_options.profile};
    m_theme.choose(m_options.theme.value_or(
        themeFromName(settings.text(Setting::Theme)).value_or(Theme::Choice::System)));
    settings.set(Setting::ProgramVersion, QStringLiteral(TEXTDESK_VERSION));
    WindowPrompt prompt;
    Program program{std::move(engine),
        {m_clock, m_http, m_theme, settings, prompt, DesktopBuses::ofThisSession(), &m_secrets}};
    VerbHost host{program.engine(), services(),
        {QStringLiteral("textdesk"),
            m_secrets.usesVault() ? QStringLiteral("vault") : QStringLiteral("keychain"), true,
            true}};
    welcomeOthers(host, program);
    OrderlyEnd orderlyEnd{program.engine(), host, m_clock};
    QObject::disconnect(m_early);
    QObject::connect(&m_quitSignals, &QuitSignals::asked, &orderlyEnd, &OrderlyEnd::begin);
    QObject::connect(
        &orderlyEnd, &OrderlyEnd::ready, &m_application, [] { QCoreApplication::exit(0); },
        Qt::QueuedConnection);
    program.start();
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    const QString token{activationToken()};
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
    announceScrollAreas();
    const KeyboardTrace trace{application};
    const Result<ProgramOptions> options{readOptions(QCoreApplication::arguments())};
    if (!options) {
        std::fputs(qUtf8Printable(options.error().detail() + u'\n'), stderr);
        return 2;
    }
    LogFile log{options->profile, maskedNumbers};
    log.install(QtInfoMsg);
    return ProgramStart{application, *options, token}.run();
}
