// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// textdesk-cli: the same engine without a window. One of the two places that name concrete classes.
#include "app/base/logfile.h"
#include "app/cli/localcaller.h"
#include "app/cli/profilecall.h"
#include "app/cli/standardstreams.h"
#include "app/cli/vaultopening.h"
#include "app/net/httpclient.h"
#include "app/net/redaction.h"
#include "app/platform/quitsignals.h"
#include "app/providers/zoomconnect/zoomconnect.h"
#include "app/secrets/environmentsecrets.h"
#include "app/secrets/keychainsecrets.h"
#include "app/settings/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <optional>

using namespace Textdesk;

namespace {

QString profileFolder(const Arguments& arguments)
{
    const QString given{
        arguments.value(QStringLiteral("profile"), qEnvironmentVariable("TEXTDESK_PROFILE"))};
    return given.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                           : QDir{given}.absolutePath();
}

std::unique_ptr<Secrets> makeSecrets(const QString& kind, const QString& folder, Clock& clock)
{
    if (kind == QStringLiteral("env")) {
        return std::make_unique<EnvironmentSecrets>(QProcessEnvironment::systemEnvironment());
    }
    if (kind == QStringLiteral("keychain")) {
        auto keychain = std::make_unique<KeychainSecrets>(clock);
        keychain->keepApart([folder] { return profileId(folder); });
        return keychain;
    }
    if (kind == QStringLiteral("vault")) {
        return std::make_unique<VaultSecrets>(vaultFile(folder));
    }
    return nullptr;
}

// Qt would put replacement characters where the bytes are wrong, and those would be sent.
std::optional<int> wordThatIsNoUtf8(int argc, char** argv)
{
    for (int i{1}; i < argc; ++i) {
        if (!QByteArray::fromRawData(argv[i], qsizetype(std::strlen(argv[i]))).isValidUtf8()) {
            return i;
        }
    }
    return std::nullopt;
}

// Help and version, which need nothing else.
std::optional<ExitCode> tellAboutItself(const QStringList& words)
{
    const QStringList asked{fromCommandOn(words)};
    const QString first{asked.value(0)};
    const bool isHelp{first == QStringLiteral("help") || first == QStringLiteral("-h")};
    if (words.isEmpty() || isHelp || words.contains(QStringLiteral("--help"))) {
        const QStringList about{asked.mid(isHelp ? 1 : 0)};
        if (!hasHelpFor(about)) {
            Output{words.contains(QStringLiteral("--json"))}.usage(notACommand(about));
            return ExitCode::Usage;
        }
        const QString help{helpText(about)};
        std::fputs(qUtf8Printable(help), words.isEmpty() ? stderr : stdout);
        return words.isEmpty() ? ExitCode::Usage : ExitCode::Done;
    }
    if (first == QStringLiteral("--version")) {
        std::puts("textdesk-cli " TEXTDESK_VERSION);
        return ExitCode::Done;
    }
    return std::nullopt;
}

int run(const ParsedCall& call, const QStringList& words, const Output& output,
    const QuitSignals& quitSignals)
{
    SystemClock clock;
    HttpClient http{clock};
    const QString folder{profileFolder(call.arguments)};
    const QString kind{secretsKind(call.arguments, folder)};
    const auto secrets = makeSecrets(kind, folder, clock);
    if (!secrets) {
        output.usage(QStringLiteral("--secrets takes keychain, vault or env."));
        return int(ExitCode::Usage);
    }
    ProviderRegistry registry;
    registry.add(zoomConnectKind());
    const EngineServices services{clock, http, *secrets, registry};
    const auto exit = [](int code) { QCoreApplication::exit(code); };
    LocalCaller caller;
    if (call.command->needsProfile) {
        ProfileCall profileCall{{call, words, folder, kind}, output, services, caller};
        QObject::connect(&profileCall, &ProfileCall::finished, QCoreApplication::instance(), exit,
            Qt::QueuedConnection);
        QObject::connect(&quitSignals, &QuitSignals::asked, &profileCall, &ProfileCall::stop);
        QMetaObject::invokeMethod(&profileCall, &ProfileCall::start, Qt::QueuedConnection);
        return QCoreApplication::exec();
    }
    CommandContext context{call.arguments, output, services, caller};
    QObject::connect(&context, &CommandContext::finished, QCoreApplication::instance(), exit,
        Qt::QueuedConnection);
    QObject::connect(&quitSignals, &QuitSignals::asked, &context, &CommandContext::stop);
    QMetaObject::invokeMethod(
        &context, [&] { call.command->run(context); }, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

int answer(int argc, char** argv)
{
    const QCoreApplication application{argc, argv};
    const QuitSignals quitSignals;
    QCoreApplication::setApplicationName(QStringLiteral("textdesk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TEXTDESK_VERSION));
    const QStringList words{QCoreApplication::arguments().mid(1)};
    // A text may be "--json" too, so the sorted words decide, unless they could not be sorted.
    const bool jsonAsked{words.contains(QStringLiteral("--json"))};
    if (const auto wrong = wordThatIsNoUtf8(argc, argv)) {
        Output{jsonAsked}.usage(
            QStringLiteral("Word %1 of the call is not UTF-8 text.").arg(*wrong));
        return int(ExitCode::Usage);
    }
    if (const auto told = tellAboutItself(words)) {
        return int(*told);
    }
    const Result<ParsedCall> call{parseCall(words)};
    if (!call) {
        Output{jsonAsked}.usage(call.error().detail());
        return int(ExitCode::Usage);
    }
    LogFile log{profileFolder(call->arguments), maskedNumbers};
    // What a person or script needs is in the output; QT_LOGGING_RULES brings the rest back.
    const bool isAskedFor{!qEnvironmentVariableIsEmpty("QT_LOGGING_RULES")};
    log.install(isAskedFor ? QtDebugMsg : QtWarningMsg);
    return run(*call, words, Output{call->arguments.has(QStringLiteral("json"))}, quitSignals);
}

} // namespace

int main(int argc, char** argv)
{
    holdStandardStreams();
    const int code{answer(argc, argv)};
    if (standardOutputTaken()) {
        return code;
    }
    const bool json{std::any_of(
        argv, argv + argc, [](const char* word) { return std::strcmp(word, "--json") == 0; })};
    Output{json}.error(Error{ErrorKind::Storage, QStringLiteral("output-lost")});
    return code == int(ExitCode::Done) ? int(ExitCode::Failed) : code;
}
