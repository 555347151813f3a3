// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One command of textdesk-cli: its words, its options and what it does.
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/caller.h"
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
    // The caller outlives the context.
    CommandContext(
        Arguments arguments, Output output, const EngineServices& services, Caller& caller);

    [[nodiscard]] const Arguments& arguments() const { return m_arguments; }
    [[nodiscard]] const Output& output() const { return m_output; }
    [[nodiscard]] Clock& clock() { return m_services.clock; }
    [[nodiscard]] HttpClient& http() { return m_services.http; }
    [[nodiscard]] const ProviderRegistry& registry() { return m_services.registry; }
    // Files, input and environment of whoever called.
    [[nodiscard]] Caller& caller() { return m_caller; }
    // Only for commands that need a profile; for those with whenUnusable, see hasEngine().
    [[nodiscard]] Engine& engine() { return *m_engine; }
    [[nodiscard]] bool hasEngine() const { return m_engine != nullptr; }
    [[nodiscard]] Secrets& secrets() { return m_services.secrets; }
    // The folder of the profile, whether or not it can be used.
    [[nodiscard]] const QString& profileFolder() const { return m_folder; }
    void setProfileFolder(const QString& folder) { m_folder = folder; }
    // It outlives the context.
    void setEngine(Engine& engine) { m_engine = &engine; }
    // Runs for another program in the process that owns the profile: what it leaves unfinished goes
    // on without it, and the process does not end with it.
    [[nodiscard]] bool isGuest() const { return m_guest; }
    void setGuest() { m_guest = true; }

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
    // What a guest does when the process that owns the profile is about to end; without it, it is
    // waited for.
    void whenOwnerEnds(std::function<void()> fn) { m_whenOwnerEnds = std::move(fn); }
    void tellOwnerEnds();
    // Told to stop. The second time it ends at once, and what is under way stays in doubt.
    void stop();

signals:
    void finished(int code);

private:
    Arguments m_arguments;
    Output m_output;
    EngineServices m_services;
    Caller& m_caller;
    Engine* m_engine{nullptr};
    QHash<AccountId, QString> m_names;
    std::function<void()> m_whenStopped;
    std::function<void()> m_whenOwnerEnds;
    QString m_folder;
    bool m_guest{false};
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
    // For a command that has something to say about a profile that cannot be used, too: called
    // instead of run with what is wrong. The context may have no engine then.
    std::function<void(CommandContext&, const Error&)> whenUnusable{};
};

[[nodiscard]] QList<Command> accountCommands();
[[nodiscard]] QList<Command> sendCommands();
[[nodiscard]] QList<Command> messageCommands();
[[nodiscard]] QList<Command> searchCommands();
[[nodiscard]] QList<Command> optOutCommands();
[[nodiscard]] QList<Command> importCommands();
[[nodiscard]] QList<Command> syncCommands();
[[nodiscard]] QList<Command> outboxCommands();
[[nodiscard]] QList<Command> serviceCommands(); // listen, practice serve
[[nodiscard]] QList<Command> textCommands(); // analyse
[[nodiscard]] QList<Command> doctorCommands();
[[nodiscard]] QList<Command> completionCommands();

} // namespace Textdesk
