// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// textdesk-cli: the same engine without a window. One of the two places that name concrete classes.
#include "app/cli/program.h"
#include "app/cli/quitsignals.h"
#include "app/net/httpclient.h"
#include "app/providers/zoomconnect/zoomconnect.h"
#include "app/secrets/environmentsecrets.h"
#include "app/secrets/keychainsecrets.h"

#include <QCoreApplication>
#include <QDir>
#include <QLoggingCategory>
#include <QStandardPaths>

#include <cstdio>

using namespace Textdesk;

namespace {

QString profileFolder(const Arguments& arguments)
{
    const QString given{
        arguments.value(QStringLiteral("profile"), qEnvironmentVariable("TEXTDESK_PROFILE"))};
    return given.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                           : QDir{given}.absolutePath();
}

std::unique_ptr<Secrets> makeSecrets(const QString& kind, Clock& clock)
{
    if (kind == QStringLiteral("env")) {
        return std::make_unique<EnvironmentSecrets>(QProcessEnvironment::systemEnvironment());
    }
    if (kind == QStringLiteral("keychain")) {
        return std::make_unique<KeychainSecrets>(clock);
    }
    return nullptr;
}

void runCommand(CommandContext& context, const Command& command, const QString& folder,
    const EngineServices& services)
{
    if (!command.needsProfile) {
        command.run(context);
        return;
    }
    auto engine = Engine::open(folder, services);
    if (!engine) {
        context.finish(engine.error());
        return;
    }
    context.setEngine(std::move(*engine));
    context.engine().accounts().load()->then(
        &context, [&context, &command](const Result<Done>& loaded) {
            if (!loaded) {
                context.finish(loaded.error());
                return;
            }
            command.run(context);
        });
}

} // namespace

int main(int argc, char** argv)
{
    holdQuitSignals();
    // What a person or script needs is in the output; QT_LOGGING_RULES brings the rest back.
    QLoggingCategory::setFilterRules(QStringLiteral("textdesk.*.info=false"));
    QCoreApplication application{argc, argv};
    QCoreApplication::setApplicationName(QStringLiteral("textdesk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TEXTDESK_VERSION));
    const QStringList words{QCoreApplication::arguments().mid(1)};
    if (words.isEmpty() || words.constFirst() == QStringLiteral("help")
        || words.contains(QStringLiteral("--help"))) {
        const QString help{helpText(words.mid(words.indexOf(QStringLiteral("help")) == 0 ? 1 : 0))};
        std::fputs(qUtf8Printable(help), words.isEmpty() ? stderr : stdout);
        return words.isEmpty() ? int(ExitCode::Usage) : int(ExitCode::Done);
    }
    if (words.constFirst() == QStringLiteral("--version")) {
        std::puts("textdesk-cli " TEXTDESK_VERSION);
        return int(ExitCode::Done);
    }
    const Result<ParsedCall> call{parseCall(words)};
    // A text may be "--json" too, so the sorted words decide, unless they could not be sorted.
    const bool json{call ? call->arguments.has(QStringLiteral("json"))
                         : words.contains(QStringLiteral("--json"))};
    if (!call) {
        Output{json}.usage(call.error().detail());
        return int(ExitCode::Usage);
    }
    SystemClock clock;
    HttpClient http{clock};
    const auto secrets = makeSecrets(
        call->arguments.value(QStringLiteral("secrets"), QStringLiteral("keychain")), clock);
    if (!secrets) {
        Output{json}.usage(QStringLiteral("--secrets takes keychain or env in this version."));
        return int(ExitCode::Usage);
    }
    ProviderRegistry registry;
    registry.add(zoomConnectKind());
    const EngineServices services{clock, http, *secrets, registry};
    CommandContext context{call->arguments, Output{json}, services};
    QObject::connect(
        &context, &CommandContext::finished, &application,
        [](int code) { QCoreApplication::exit(code); }, Qt::QueuedConnection);
    quitOnHeldSignals();
    const QString folder{profileFolder(call->arguments)};
    QMetaObject::invokeMethod(
        &context, [&] { runCommand(context, *call->command, folder, services); },
        Qt::QueuedConnection);
    return QCoreApplication::exec();
}
