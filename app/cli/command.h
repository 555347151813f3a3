// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One command of textdesk-cli: its words, its options and what it does.
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/exitcode.h"
#include "app/cli/output.h"
#include "app/engine/engine.h"

#include <QObject>
#include <QProcessEnvironment>

#include <functional>

namespace Textdesk {

// What a running command works with. It ends by calling finish() once; until then the event loop
// runs.
class CommandContext final : public QObject {
    Q_OBJECT
public:
    CommandContext(Arguments arguments, Output output, const EngineServices& services);

    [[nodiscard]] const Arguments& arguments() const { return m_arguments; }
    [[nodiscard]] const Output& output() const { return m_output; }
    [[nodiscard]] Clock& clock() { return m_services.clock; }
    [[nodiscard]] HttpClient& http() { return m_services.http; }
    [[nodiscard]] const ProviderRegistry& registry() { return m_services.registry; }
    // Only for commands that need a profile.
    [[nodiscard]] Engine& engine() { return *m_engine; }
    void setEngine(std::unique_ptr<Engine> engine) { m_engine = std::move(engine); }

    // The account named by --account, or the first positional word; null after finishing with a
    // usage error.
    [[nodiscard]] const Account* accountFromOption();
    [[nodiscard]] const Account* accountNamed(const QString& name);
    [[nodiscard]] QString accountName(AccountId id);
    // --limit, 100 without it; nothing after finishing with a usage error.
    [[nodiscard]] std::optional<int> limit();

    void finish(ExitCode code);
    // about: what it is about (a number, an account) when the call named several.
    void finish(const Error& error, const QString& about = {});
    void usage(const QString& sentence);

signals:
    void finished(int code);

private:
    Arguments m_arguments;
    Output m_output;
    EngineServices m_services;
    std::unique_ptr<Engine> m_engine;
    QHash<AccountId, QString> m_names;
    bool m_done{false};
};

struct Command final {
    QString words; // "account add"
    QString usage; // "--provider P --name N [--set key=value ...]"
    QString summary;
    QList<OptionSpec> options;
    int positional{0}; // how many further words it takes at the most
    bool needsProfile{true};
    std::function<void(CommandContext&)> run;
};

[[nodiscard]] QList<Command> accountCommands();
[[nodiscard]] QList<Command> sendCommands();
[[nodiscard]] QList<Command> messageCommands();
[[nodiscard]] QList<Command> optOutCommands();
[[nodiscard]] QList<Command> syncCommands();
[[nodiscard]] QList<Command> outboxCommands();
[[nodiscard]] QList<Command> serviceCommands(); // listen, practice serve
[[nodiscard]] QList<Command> textCommands(); // analyse

} // namespace Textdesk
