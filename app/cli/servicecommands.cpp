// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// listen and practice serve: commands that stay until they are stopped.
#include "app/cli/command.h"
#include "app/cli/listenwords.h"
#include "app/practice/practiceservice.h"
#include "app/storage/messagetable.h"

#include <limits>

namespace Textdesk {

namespace {

// These commands end well when they are stopped, or after --for SECONDS.
void endAfter(CommandContext& context, std::chrono::seconds duration)
{
    if (context.arguments().has(QStringLiteral("for"))) {
        context.clock().after(duration, &context, [&context] { context.finish(ExitCode::Done); });
    }
}

std::optional<quint16> portOf(CommandContext& context, quint16 fallback)
{
    bool ok{false};
    const int port{
        context.arguments().value(QStringLiteral("port"), QString::number(fallback)).toInt(&ok)};
    if (!ok || port < 0 || port > std::numeric_limits<quint16>::max()) {
        context.usage(QStringLiteral("--port takes a number from 0 to 65535."));
        return std::nullopt;
    }
    return static_cast<quint16>(port);
}

// The server's own error reads as if a provider were out of reach.
Error cannotListen(const Error& error)
{
    return error.kind() == ErrorKind::Offline
        ? Error{ErrorKind::Rejected, QStringLiteral("cannot-listen: ") + error.detail()}
        : error;
}

void tellVerdict(CommandContext& context, const WebhookVerdict& verdict)
{
    const QString account{
        verdict.account.isValid() ? context.accountName(verdict.account) : QString{}};
    const QString id{verdict.message.isValid() ? verdict.message.toString() : QString{}};
    context.output().line(
        QStringLiteral("%1  %2  %3")
            .arg(account, verdict.purpose, verdictWords(verdict.verdict, verdict.reason))
            .trimmed());
    context.output().object({{QStringLiteral("account"), account},
        {QStringLiteral("event"), verdict.purpose}, {QStringLiteral("verdict"), verdict.verdict},
        {QStringLiteral("reason"), verdict.reason}, {QStringLiteral("messageId"), id}});
}

QString addressText(const QHostAddress& address, quint16 port)
{
    const QString host{address.protocol() == QAbstractSocket::IPv6Protocol
            ? QStringLiteral("[%1]").arg(address.toString())
            : address.toString()};
    return QStringLiteral("http://%1:%2").arg(host).arg(port);
}

void tellVerdicts(CommandContext& context)
{
    Engine& engine{context.engine()};
    QObject::connect(&engine.gate(), &InboundGate::decided, &context,
        [&context](const WebhookVerdict& verdict) { tellVerdict(context, verdict); });
    QObject::connect(&engine.listener(), &WebhookListener::requestRefused, &context,
        [&context](int status, const QString& reason) {
            tellVerdict(context,
                {{}, {}, QStringLiteral("refused"),
                    QStringLiteral("%1: %2").arg(status).arg(reason), {}});
        });
}

// The owner of the profile listens already; this tells what comes in there.
void listenAlong(CommandContext& context, std::chrono::seconds duration)
{
    const WebhookListener& listener{context.engine().listener()};
    const QString address{addressText(listener.address(), listener.port())};
    for (const QString& option : {QStringLiteral("bind"), QStringLiteral("port")}) {
        const QString wanted{context.arguments().value(option)};
        if (context.arguments().has(option) && wanted != listener.address().toString()
            && wanted != QString::number(listener.port())) {
            context.usage(
                QStringLiteral("Textdesk runs and listens at %1 already, so --%2 cannot be chosen "
                               "here. Leave it out to see what comes in there.")
                    .arg(address, option));
            return;
        }
    }
    context.whenOwnerEnds([&context] {
        context.finish(Error{ErrorKind::Cancelled, QStringLiteral("listener-ended")});
    });
    tellVerdicts(context);
    context.output().plainLine(address);
    endAfter(context, duration);
}

void listen(CommandContext& context)
{
    const QHostAddress address{
        context.arguments().value(QStringLiteral("bind"), QStringLiteral("127.0.0.1"))};
    const auto port = portOf(context, defaultListenerPort);
    const auto duration = port ? context.seconds(QStringLiteral("for")) : std::nullopt;
    if (!port || !duration) {
        return;
    }
    if (address.isNull()) {
        context.usage(QStringLiteral("--bind takes an IP address such as 127.0.0.1 or 0.0.0.0."));
        return;
    }
    context.whenStopped([&context] { context.finish(ExitCode::Done); });
    if (context.isGuest()) {
        listenAlong(context, *duration);
        return;
    }
    tellVerdicts(context);
    ListenerOptions options;
    options.address = address;
    options.port = *port;
    context.engine().listener().start(options)->then(
        &context, [&context, address, duration = *duration](const Result<quint16>& started) {
            if (!started) {
                context.finish(cannotListen(started.error()));
                return;
            }
            context.output().plainLine(addressText(address, *started));
            context.engine().sync().startPolling(); // what no webhook brings
            endAfter(context, duration);
        });
}

// False after finishing with a usage error.
bool areWebhookAddresses(CommandContext& context)
{
    for (const QString& option : {QStringLiteral("replies-url"), QStringLiteral("reports-url")}) {
        const QUrl url{context.arguments().value(option)};
        const bool isWeb{
            (url.scheme() == QStringLiteral("http") || url.scheme() == QStringLiteral("https"))
            && !url.host().isEmpty()};
        if (context.arguments().has(option) && !isWeb) {
            context.usage(QStringLiteral("--%1 takes an address such as http://127.0.0.1:8477/...; "
                                         "'account url' shows those of an account.")
                              .arg(option));
            return false;
        }
    }
    return true;
}

void servePractice(CommandContext& context)
{
    const auto port = portOf(context, 0);
    const auto duration = port ? context.seconds(QStringLiteral("for")) : std::nullopt;
    if (!port || !duration || !areWebhookAddresses(context)) {
        return;
    }
    context.whenStopped([&context] { context.finish(ExitCode::Done); });
    PracticeOptions options;
    options.ledgerFile = context.arguments().value(QStringLiteral("ledger"));
    const auto environment = QProcessEnvironment::systemEnvironment();
    options.token =
        SecretText::fromString(environment.value(QStringLiteral("TEXTDESK_PRACTICE_TOKEN")));
    options.webhookKey =
        SecretText::fromString(environment.value(QStringLiteral("TEXTDESK_PRACTICE_WEBHOOK_KEY")));
    auto* service = new PracticeService{context.clock(), context.http(), options, &context};
    const Result<quint16> started{service->start(*port)};
    if (!started) {
        context.finish(cannotListen(started.error()));
        return;
    }
    service->setWebhookUrls(QUrl{context.arguments().value(QStringLiteral("replies-url"))},
        QUrl{context.arguments().value(QStringLiteral("reports-url"))});
    // The only secrets this program ever prints: they open a make-believe service on this computer.
    context.output().line(service->baseUrl());
    context.output().line(QStringLiteral("email %1").arg(service->email()));
    context.output().line(QStringLiteral("token %1").arg(service->token().revealString()));
    context.output().line(
        QStringLiteral("webhook-key %1").arg(service->webhookKey().revealString()));
    context.output().object({{QStringLiteral("baseUrl"), service->baseUrl()},
        {QStringLiteral("email"), service->email()},
        {QStringLiteral("token"), service->token().revealString()},
        {QStringLiteral("webhookKey"), service->webhookKey().revealString()}});
    endAfter(context, *duration);
}

} // namespace

QList<Command> serviceCommands()
{
    const OptionSpec port{QStringLiteral("port"), true, false};
    const OptionSpec duration{QStringLiteral("for"), true, false};
    return {
        {QStringLiteral("listen"), QStringLiteral("[--bind A] [--port P] [--for SECONDS]"),
            QStringLiteral("take in webhooks (and poll) until stopped"),
            {{QStringLiteral("bind"), true, false}, port, duration}, 0, true, listen},
        {QStringLiteral("practice serve"),
            QStringLiteral(
                "[--port P] [--for SECONDS] [--ledger FILE] [--replies-url U] [--reports-url U]"),
            QStringLiteral("a make-believe ZoomConnect on this computer"),
            {port, duration, {QStringLiteral("ledger"), true, false},
                {QStringLiteral("replies-url"), true, false},
                {QStringLiteral("reports-url"), true, false}},
            0, false, servePractice},
    };
}

} // namespace Textdesk
