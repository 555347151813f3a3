// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// sync: asks every account's provider for news.
#include "app/cli/command.h"

namespace Textdesk {

namespace {

// What only a person can mend before what may pass by itself.
int gravity(ExitCode code)
{
    switch (code) {
    case ExitCode::Done:
        return 0;
    case ExitCode::NoNetwork:
        return 1;
    case ExitCode::NotAuthorised:
        return 3;
    default:
        return 2;
    }
}

// One account after the other; the worst outcome decides the exit code.
class SyncAll final : public QObject {
public:
    SyncAll(CommandContext& context, std::vector<const Account*> accounts)
        : QObject{&context}
        , m_context{context}
    {
        for (const Account* account : accounts) {
            m_left.emplace_back(account->id(), account->row.name);
        }
    }
    void next()
    {
        if (m_left.empty()) {
            m_context.output().array(m_array);
            m_context.finish(
                m_anyWorked && m_code != ExitCode::Done ? ExitCode::PartlyFailed : m_code);
            return;
        }
        const auto [id, name] = m_left.front();
        m_left.erase(m_left.begin());
        m_context.engine().sync().syncNow(id)->then(
            this, [this, name = name](const Result<SyncReport>& report) { add(name, report); });
    }

private:
    void add(const QString& name, const Result<SyncReport>& report)
    {
        if (!report) {
            m_context.output().error(report.error(), name);
            const ExitCode code{exitCodeOf(report.error())};
            m_code = gravity(code) > gravity(m_code) ? code : m_code;
            m_array.append(QJsonObject{{QStringLiteral("account"), name},
                {QStringLiteral("error"), errorKindName(report.error().kind())}});
        } else {
            m_anyWorked = true;
            tellUnreadable(name, report->unreadable);
            m_context.output().line(QStringLiteral("%1: %2 new, %3 state changes, %4 doubtful "
                                                   "settled, %5 not found, %6 still in doubt")
                                        .arg(name)
                                        .arg(report->newTexts)
                                        .arg(report->stateChanges)
                                        .arg(report->settled)
                                        .arg(report->notFound)
                                        .arg(report->stillDoubtful));
            m_array.append(QJsonObject{{QStringLiteral("account"), name},
                {QStringLiteral("new"), report->newTexts},
                {QStringLiteral("stateChanges"), report->stateChanges},
                {QStringLiteral("settled"), report->settled},
                {QStringLiteral("notFound"), report->notFound},
                {QStringLiteral("stillDoubtful"), report->stillDoubtful},
                {QStringLiteral("unreadable"), report->unreadable}});
        }
        next();
    }

    // What is listed and cannot be read is missing here, and would be missed in silence.
    void tellUnreadable(const QString& name, int count)
    {
        if (count == 0) {
            return;
        }
        m_context.output().note(
            QStringLiteral("%1: %2 in the provider's list could not be read and %3 missing here. "
                           "Everything else came in; look at the provider's own page for %4.")
                .arg(name,
                    count == 1 ? QStringLiteral("1 text") : QStringLiteral("%1 texts").arg(count),
                    count == 1 ? QStringLiteral("is") : QStringLiteral("are"),
                    count == 1 ? QStringLiteral("it") : QStringLiteral("them")));
        const ExitCode partly{ExitCode::PartlyFailed};
        m_code = gravity(partly) > gravity(m_code) ? partly : m_code;
    }

    CommandContext& m_context;
    std::vector<std::pair<AccountId, QString>> m_left;
    QJsonArray m_array;
    ExitCode m_code{ExitCode::Done};
    bool m_anyWorked{false};
};

void sync(CommandContext& context)
{
    std::vector<const Account*> accounts{context.engine().accounts().all()};
    // The practice account without its window is no failure of a run over all accounts.
    std::erase_if(accounts, [](const Account* account) {
        return account->row.practice && !account->secretProblem.isEmpty();
    });
    if (context.arguments().has(QStringLiteral("account"))) {
        const Account* named{context.accountFromOption()};
        if (!named) {
            return;
        }
        accounts = {named};
    }
    (new SyncAll{context, std::move(accounts)})->next();
}

} // namespace

QList<Command> syncCommands()
{
    const OptionSpec account{QStringLiteral("account"), true, false};
    return {
        {QStringLiteral("sync"), QStringLiteral("[--account N]"),
            QStringLiteral("ask the provider for news and settle doubtful sends"), {account}, 0,
            true, sync},
    };
}

} // namespace Textdesk
