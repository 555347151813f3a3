// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// account add, list, test, remove, url; balance.
#include "app/cli/command.h"
#include "app/cli/explain.h"
#include "app/cli/json.h"
#include "app/secrets/environmentsecrets.h"
#include "app/storage/outboxtable.h"
#include "app/webhook/webhookrouter.h"

#include <optional>

namespace Textdesk {

namespace {

QStringList secretNames(const ProviderKind& kind)
{
    QStringList names;
    for (const SecretField& field : kind.secrets) {
        names.append(field.name);
    }
    return names;
}

// Values come from the environment, else one line each from standard input in the order given.
Result<SecretMap> readSecrets(Caller& caller, const ProviderKind& kind, const QString& account,
    const QStringList& asked, bool keepable)
{
    SecretMap secrets;
    for (const SecretField& field : kind.secrets) {
        const QString value{caller.variable(environmentVariableName({account, field.name}))};
        if (!value.isEmpty()) {
            secrets.insert(field.name, SecretText::fromString(value));
        }
    }
    for (const QString& name : asked) {
        if (name.contains(u'=')) {
            // What stands behind it is a secret, and this sentence may end in a log.
            const QString only{name.section(u'=', 0, 0)};
            return fail(ErrorKind::Rejected,
                QStringLiteral("--secret takes the name '%1' alone. Its value comes from %2 or a "
                               "line of standard input, never from an argument.")
                    .arg(only, environmentVariableName({account, only})));
        }
        if (!secretNames(kind).contains(name)) {
            // Not named, because it may be a value.
            return fail(ErrorKind::Rejected,
                QStringLiteral("--secret takes the name of a secret; this provider's: %1.")
                    .arg(secretNames(kind).join(QStringLiteral(", "))));
        }
        if (secrets.contains(name)) {
            continue;
        }
        // There the environment is all there is: what is read from a line could not be kept.
        const QString line{keepable ? caller.nextLine() : QString{}};
        if (line.trimmed().isEmpty()) {
            return fail(ErrorKind::Rejected,
                (keepable ? QStringLiteral(
                     "No value for the secret '%1': set %2 or give it on a line of standard input.")
                          : QStringLiteral(
                              "No value for the secret '%1': with --secrets env it must be in %2."))
                    .arg(name, environmentVariableName({account, name})));
        }
        secrets.insert(name, SecretText::fromString(line.trimmed()));
    }
    return secrets;
}

bool readSettings(CommandContext& context, NewAccount& account)
{
    for (const QString& pair : context.arguments().values(QStringLiteral("set"))) {
        if (!pair.contains(u'=')) {
            context.usage(QStringLiteral("--set takes key=value, not '%1'.").arg(pair));
            return false;
        }
        account.settings.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
    }
    return true;
}

// What the call says about the account, without its secrets; nothing after a refusal was printed.
std::optional<NewAccount> newAccount(CommandContext& context)
{
    NewAccount account;
    account.provider = context.arguments().value(QStringLiteral("provider"));
    account.name = context.arguments().value(QStringLiteral("name")).trimmed();
    if (account.provider.isEmpty() || account.name.isEmpty()) {
        context.usage(QStringLiteral("account add needs --provider P and --name N."));
        return std::nullopt;
    }
    const ProviderKind* kind{context.registry().find(account.provider)};
    if (!kind) {
        context.finish(Error{ErrorKind::Rejected, QStringLiteral("unknown-provider")});
        return std::nullopt;
    }
    if (!readSettings(context, account)) {
        return std::nullopt;
    }
    for (const Account* other : context.engine().accounts().all()) {
        // Two names with one variable would read each other's secrets.
        if (other->row.name.compare(account.name, Qt::CaseInsensitive) != 0
            && environmentNamesCollide(other->row.name, account.name, secretNames(*kind))) {
            context.usage(QStringLiteral(
                "This name and '%1' would share their environment variables; choose another.")
                              .arg(other->row.name));
            return std::nullopt;
        }
    }
    // Every text would come in and be shown once for each name.
    account.onlyOnce = !context.arguments().has(QStringLiteral("again"));
    return account;
}

void addAccount(CommandContext& context)
{
    auto described = newAccount(context);
    if (!described) {
        return;
    }
    NewAccount& account{*described};
    const ProviderKind* kind{context.registry().find(account.provider)};
    const auto secrets = readSecrets(context.caller(), *kind, account.name,
        context.arguments().values(QStringLiteral("secret")),
        context.arguments().value(QStringLiteral("secrets")) != QStringLiteral("env"));
    if (!secrets) {
        context.usage(secrets.error().detail());
        return;
    }
    account.secrets = *secrets;
    const bool prove{!context.arguments().has(QStringLiteral("no-proof"))};
    context.engine()
        .accounts()
        .add(account, prove)
        ->then(&context, [&context, prove](const Result<AccountId>& added) {
            if (!added) {
                context.finish(added.error());
                return;
            }
            const Account* stored{context.engine().accounts().find(*added)};
            context.output().line(prove
                    ? QStringLiteral("Added '%1'; its e-mail and token work.").arg(stored->row.name)
                    : QStringLiteral("Added '%1' without a test.").arg(stored->row.name));
            context.output().object(accountJson(*stored));
            context.finish(ExitCode::Done);
        });
}

void listAccounts(CommandContext& context)
{
    QJsonArray array;
    for (const Account* account : context.engine().accounts().all()) {
        array.append(accountJson(*account));
        QString note;
        if (!account->row.paused.isEmpty()) {
            note += QStringLiteral("  Paused: ") + explainReason(account->row.paused);
        }
        if (!account->secretProblem.isEmpty()) {
            note += QStringLiteral("  ")
                + explain(Error{ErrorKind::SecretUnavailable, account->secretProblem});
        }
        context.output().line(
            QStringLiteral("%1  (%2)%3").arg(account->row.name, account->row.provider, note));
    }
    context.output().array(array);
    context.finish(ExitCode::Done);
}

const Account* positionalAccount(CommandContext& context)
{
    if (context.arguments().positional().isEmpty()) {
        context.usage(QStringLiteral("The account's name is needed."));
        return nullptr;
    }
    return context.accountNamed(context.arguments().positional().constFirst());
}

void testAccount(CommandContext& context)
{
    const Account* account{positionalAccount(context)};
    if (!account) {
        return;
    }
    const QString name{account->row.name};
    context.engine()
        .accounts()
        .prove(account->id())
        ->then(&context, [&context, name](const Result<Done>& proved) {
            if (!proved) {
                context.finish(proved.error());
                return;
            }
            context.output().line(QStringLiteral("'%1' works.").arg(name));
            context.output().object(
                {{QStringLiteral("account"), name}, {QStringLiteral("ok"), true}});
            context.finish(ExitCode::Done);
        });
}

void removeAccount(CommandContext& context)
{
    const Account* account{positionalAccount(context)};
    if (!account) {
        return;
    }
    const QString name{account->row.name};
    const auto counts =
        context.read([id = account->id()](Connection& db) { return OutboxTable::counts(db, id); });
    if (!counts) {
        return;
    }
    const int waiting{counts->queued + counts->submitting};
    if (waiting > 0 && !context.arguments().has(QStringLiteral("drop-waiting"))) {
        context.finish(Error{
            ErrorKind::Rejected, QStringLiteral("texts-waiting: ") + QString::number(waiting)});
        return;
    }
    context.engine()
        .accounts()
        .remove(account->id())
        ->then(&context, [&context, name, waiting](const Result<Done>& removed) {
            if (!removed) {
                context.finish(removed.error());
                return;
            }
            context.output().line(
                QStringLiteral("Removed '%1' and its secrets; its conversations stay readable.")
                    .arg(name));
            if (waiting > 0) {
                context.output().line(waiting == 1
                        ? QStringLiteral("1 text that waited will not be sent.")
                        : QStringLiteral("%1 texts that waited will not be sent.").arg(waiting));
            }
            context.output().object({{QStringLiteral("account"), name},
                {QStringLiteral("removed"), true}, {QStringLiteral("dropped"), waiting}});
            context.finish(ExitCode::Done);
        });
}

void showUrls(CommandContext& context)
{
    const Account* account{positionalAccount(context)};
    if (!account) {
        return;
    }
    QString publicBase{account->config.setting(QStringLiteral("public-url"))};
    while (publicBase.endsWith(u'/')) {
        publicBase.chop(1);
    }
    QJsonArray array;
    for (const QString& purpose : {QStringLiteral("replies"), QStringLiteral("reports")}) {
        const QString path{webhookPath(account->row.webhookKey, purpose)};
        const QString local{
            QStringLiteral("http://127.0.0.1:%1%2").arg(defaultListenerPort).arg(path)};
        const QString outside{publicBase.isEmpty() ? QString{} : publicBase + path};
        context.output().line(QStringLiteral("%1  local   %2").arg(purpose, local));
        context.output().line(
            QStringLiteral("%1  public  %2")
                .arg(purpose,
                    outside.isEmpty() ? QStringLiteral("(set public-url to have one)") : outside));
        array.append(QJsonObject{{QStringLiteral("purpose"), purpose},
            {QStringLiteral("path"), path}, {QStringLiteral("local"), local},
            {QStringLiteral("public"), outside.isEmpty() ? QJsonValue{} : QJsonValue{outside}}});
    }
    context.output().array(array);
    context.finish(ExitCode::Done);
}

void showBalance(CommandContext& context)
{
    const Account* account{context.accountFromOption()};
    if (!account) {
        return;
    }
    if (!account->secretProblem.isEmpty()) {
        context.finish(Error{ErrorKind::SecretUnavailable, account->secretProblem});
        return;
    }
    BalanceFacet* facet{account->provider ? account->provider->balance() : nullptr};
    if (!facet) {
        context.usage(QStringLiteral("This provider tells no balance."));
        return;
    }
    facet->balance()->then(
        &context, [&context, name = account->row.name](const Result<Balance>& balance) {
            if (!balance) {
                context.finish(balance.error());
                return;
            }
            context.output().line(QStringLiteral("%1 %2").arg(
                QString::number(balance->amount, 'g', 15), balance->unit));
            context.output().object(
                {{QStringLiteral("account"), name}, {QStringLiteral("balance"), balance->amount},
                    {QStringLiteral("unit"), balance->unit}});
            context.finish(ExitCode::Done);
        });
}

} // namespace

QList<Command> accountCommands()
{
    const OptionSpec account{QStringLiteral("account"), true, false};
    return {
        {QStringLiteral("account add"),
            QStringLiteral("--provider P --name N [--set key=value ...] [--secret name ...] "
                           "[--no-proof] [--again]"),
            QStringLiteral("add an account after a harmless test call"),
            {{QStringLiteral("provider"), true, false}, {QStringLiteral("name"), true, false},
                {QStringLiteral("set"), true, true}, {QStringLiteral("secret"), true, true},
                {QStringLiteral("no-proof"), false, false},
                {QStringLiteral("again"), false, false}},
            0, true, addAccount},
        {QStringLiteral("account list"), {}, QStringLiteral("the accounts of this profile"), {}, 0,
            true, listAccounts},
        {QStringLiteral("account test"), QStringLiteral("N"),
            QStringLiteral("a harmless live call; lifts a pause"), {}, 1, true, testAccount},
        {QStringLiteral("account remove"), QStringLiteral("N [--drop-waiting]"),
            QStringLiteral("forget an account and its secrets; not while texts of it wait to be "
                           "sent, unless they may be dropped"),
            {{QStringLiteral("drop-waiting"), false, false}}, 1, true, removeAccount},
        {QStringLiteral("account url"), QStringLiteral("N"),
            QStringLiteral("the webhook addresses to give to the provider"), {}, 1, true, showUrls},
        {QStringLiteral("balance"), QStringLiteral("--account N"),
            QStringLiteral("what is left at the provider"), {account}, 0, true, showBalance},
    };
}

} // namespace Textdesk
