// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One call on a profile: this process becomes its owner if nobody is, else the owner carries the
// call out.
#pragma once

#include "app/cli/handover.h"
#include "app/cli/profiletending.h"
#include "app/cli/program.h"
#include "app/cli/verbhost.h"

#include <memory>
#include <optional>

namespace Textdesk {

struct ProfileCallParts final {
    ParsedCall call;
    QStringList words; // of the call, without the program's name
    QString folder;
    QString secretsKind;
};

class ProfileCall final : public QObject {
    Q_OBJECT
public:
    // caller outlives this.
    ProfileCall(ProfileCallParts parts, Output output, const EngineServices& services,
        Caller& caller, QObject* parent = nullptr);
    ~ProfileCall() override;

    void start();
    // Ctrl+C or a service manager's stop. The second time it ends at once.
    void stop();

signals:
    void finished(int code);

private:
    void tryToOwn();
    void loadAndRun();
    void own(std::unique_ptr<Engine> engine);
    void loadAccounts();
    void begin(const Result<Done>& prepared);
    void yieldToDamage();
    void tend(int code);
    void leave(int code);
    void handOver();
    void handedOver(const HandedOver& outcome);
    void refused(const RefusalNote& note);
    void vanished();
    void tryLater();
    void fail(const Error& error);
    void end(int code);

    ProfileCallParts m_parts;
    Output m_output;
    EngineServices m_services;
    Caller& m_caller;
    std::unique_ptr<CallerGoods> m_goods; // read once: standard input cannot be read again
    qint64 m_unansweredSinceMs{-1}; // steady time since nobody took the call
    bool m_toldToWait{false};
    bool m_stopping{false};
    bool m_ended{false};
    std::optional<int> m_codeAfterTending; // while the profile is looked after
    std::unique_ptr<HandOver> m_handOver;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<VerbHost> m_host;
    std::unique_ptr<ProfileTending> m_tending;
    std::unique_ptr<CommandContext> m_context;
};

} // namespace Textdesk
