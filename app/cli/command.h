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

#include <chrono>
#include <functional>
#include <optional>
#include <type_traits>

namespace Textdesk {

// How long a command that was told to stop waits for the requests under way.
constexpr std::chrono::seconds stopPatience{5};

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
    // The seconds of an option, 0 without it; nothing after finishing with a usage error.
    [[nodiscard]] std::optional<std::chrono::seconds> seconds(const QString& option);
    // What fn, T(Connection&), reads; nothing after finishing with the database's error, so that
    // a damaged one never reads as empty.
    template <typename F>
    [[nodiscard]] auto read(F fn) -> std::optional<std::invoke_result_t<F, Connection&>>
    {
        Connection& db{m_engine->database().reader()};
        auto rows = fn(db);
        if (db.error()) {
            finish(*db.error());
            return std::nullopt;
        }
        return rows;
    }

    void finish(ExitCode code);
    // about: what it is about (a number, an account) when the call named several.
    void finish(const Error& error, const QString& about = {});
    void usage(const QString& sentence);

    // What a command does when it is told to stop (Ctrl+C, a service manager); without it, it ends
    // as cancelled.
    void whenStopped(std::function<void()> fn) { m_whenStopped = std::move(fn); }
    // Told to stop. The second time it ends at once, and what is under way stays in doubt.
    void stop();

signals:
    void finished(int code);

private:
    Arguments m_arguments;
    Output m_output;
    EngineServices m_services;
    std::unique_ptr<Engine> m_engine;
    QHash<AccountId, QString> m_names;
    std::function<void()> m_whenStopped;
    bool m_stopping{false};
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
