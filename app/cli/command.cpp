// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include <limits>

namespace Textdesk {

CommandContext::CommandContext(
    Arguments arguments, Output output, const EngineServices& services, Caller& caller)
    : m_arguments{std::move(arguments)}
    , m_output{std::move(output)}
    , m_services{services}
    , m_caller{caller}
{ }

const Account* CommandContext::accountNamed(const QString& name)
{
    const Account* account{m_engine->accounts().findByName(name)};
    if (!account) {
        finish(Error{ErrorKind::NotFound, QStringLiteral("no-account")});
    }
    return account;
}

const Account* CommandContext::accountFromOption()
{
    const QString name{m_arguments.value(QStringLiteral("account"))};
    if (name.isEmpty()) {
        usage(QStringLiteral("--account NAME is needed."));
        return nullptr;
    }
    return accountNamed(name);
}

QString CommandContext::accountName(AccountId id)
{
    if (const Account * account{m_engine->accounts().find(id)}) {
        return account->row.name;
    }
    if (m_names.isEmpty()) {
        const auto rows = read([](Connection& db) { return AccountTable::all(db, true); });
        for (const AccountRow& row : rows.value_or(std::vector<AccountRow>{})) {
            m_names.insert(row.id, row.name);
        }
    }
    return m_names.value(id);
}

std::optional<int> CommandContext::limit()
{
    static const QString usual{QStringLiteral("100")};
    bool ok{true};
    const int limit{m_arguments.value(QStringLiteral("limit"), usual).toInt(&ok)};
    if (!ok || limit < 1) {
        usage(QStringLiteral("--limit takes a number from 1."));
        return std::nullopt;
    }
    return limit;
}

std::optional<std::chrono::seconds> CommandContext::seconds(const QString& option)
{
    static const QString none{QStringLiteral("0")};
    // Timers count milliseconds in an int.
    constexpr int longest{std::numeric_limits<int>::max() / 1000};
    bool ok{true};
    const int seconds{m_arguments.value(option, none).toInt(&ok)};
    if (!ok || seconds < 0 || seconds > longest) {
        usage(
            QStringLiteral("--%1 takes a number of seconds, at most %2.").arg(option).arg(longest));
        return std::nullopt;
    }
    return std::chrono::seconds{seconds};
}

void CommandContext::stop()
{
    if (m_stopping) {
        finish(ExitCode::OutcomeUnknown);
        return;
    }
    m_stopping = true;
    if (m_whenStopped) {
        m_whenStopped();
    } else {
        finish(Error{ErrorKind::Cancelled, QStringLiteral("stopped")});
    }
}

void CommandContext::tellOwnerEnds()
{
    if (m_whenOwnerEnds) {
        m_whenOwnerEnds();
    }
}

void CommandContext::finish(ExitCode code)
{
    if (!m_done) {
        m_done = true;
        emit finished(static_cast<int>(code));
    }
}

void CommandContext::finish(const Error& error, const QString& about)
{
    if (!m_done) {
        m_output.error(error, about);
        finish(exitCodeOf(error));
    }
}

void CommandContext::usage(const QString& sentence)
{
    if (!m_done) {
        m_output.usage(sentence);
        finish(ExitCode::Usage);
    }
}

} // namespace Textdesk
