// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/profilecall.h"

#include "app/cli/callergoods.h"
#include "app/cli/vaultopening.h"
#include "app/storage/rescuemark.h"

#include <QFileInfo>
#include <QSet>

#include <cstdio>

namespace Textdesk {

namespace {

using namespace std::chrono_literals;

constexpr auto betweenTries = 50ms;
// An owner that has just started does not listen yet, one that ends does not any more.
constexpr qint64 unansweredPatienceMs{20000};

void passOn(FromOwner stream, const QByteArray& bytes)
{
    FILE* file{stream == FromOwner::Output ? stdout : stderr};
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), file);
    std::fflush(file);
}

// What these do can be done again without harm.
bool onlyReads(const QString& words)
{
    static const QSet<QString> reading{QStringLiteral("account list"),
        QStringLiteral("account test"), QStringLiteral("account url"), QStringLiteral("balance"),
        QStringLiteral("conversations"), QStringLiteral("doctor"), QStringLiteral("listen"),
        QStringLiteral("messages list"), QStringLiteral("messages show"),
        QStringLiteral("optouts list"), QStringLiteral("outbox list"), QStringLiteral("search"),
        QStringLiteral("sync")};
    return reading.contains(words);
}

QString otherSecrets(const RefusalNote& note, const QString& asked)
{
    return QStringLiteral("%1 uses this profile with the secrets of '%2', so --secrets %3 cannot "
                          "be had now. Nothing was done; leave it out, or close that program.")
        .arg(note.program == QStringLiteral("textdesk") ? QStringLiteral("Textdesk") : note.program,
            note.detail, asked);
}

} // namespace

ProfileCall::ProfileCall(ProfileCallParts parts, Output output, const EngineServices& services,
    Caller& caller, QObject* parent)
    : QObject{parent}
    , m_parts{std::move(parts)}
    , m_output{std::move(output)}
    , m_services{services}
    , m_caller{caller}
{ }

ProfileCall::~ProfileCall() = default;

void ProfileCall::start()
{
    const bool exists{QFileInfo::exists(m_parts.folder + QStringLiteral("/textdesk.db"))
        || isStoreGone(m_parts.folder)};
    const Command& command{*m_parts.call.command};
    const bool onlyLooks{onlyReads(command.words) && command.words != QStringLiteral("listen")};
    if (!exists && (command.whenUnusable || onlyLooks)) {
        // Looking at a profile must not make one: its name may be mistyped.
        fail(Error{ErrorKind::NotFound, QStringLiteral("unknown-profile")});
    } else {
        tryToOwn();
    }
}

void ProfileCall::tryToOwn()
{
    if (m_stopping) {
        fail(Error{ErrorKind::Cancelled, QStringLiteral("stopped")});
        return;
    }
    auto engine = Engine::open(m_parts.folder, m_services);
    if (engine) {
        own(std::move(*engine));
    } else if (engine.error().detail() == QStringLiteral("in-use")) {
        handOver();
    } else {
        fail(engine.error());
    }
}

void ProfileCall::own(std::unique_ptr<Engine> engine)
{
    m_engine = std::move(engine);
    m_host = std::make_unique<VerbHost>(*m_engine, m_services,
        HostManners{
            QStringLiteral("textdesk-cli"), m_parts.secretsKind, false, mayLast(m_parts.call)});
    (void)m_host->open(); // without guests this call can still be carried out
    m_context =
        std::make_unique<CommandContext>(m_parts.call.arguments, m_output, m_services, m_caller);
    m_context->setEngine(*m_engine);
    connect(
        m_context.get(), &CommandContext::finished, this, [this](int code) { tend(code); },
        Qt::QueuedConnection);
    m_tending = std::make_unique<ProfileTending>(m_engine->database(), m_services.clock, m_output);
    connect(m_tending.get(), &ProfileTending::damageFound, this, &ProfileCall::yieldToDamage);
    loadAndRun();
}

void ProfileCall::loadAndRun()
{
    openVault(m_services.secrets, m_parts.call.arguments, *m_parts.call.command)
        ->then(m_context.get(), [this](const Result<Done>& opened) {
            if (opened) {
                loadAccounts();
            } else {
                begin(opened);
            }
        });
}

void ProfileCall::loadAccounts()
{
    m_engine->accounts().load()->then(
        m_context.get(), [this](const Result<Done>& loaded) { begin(loaded); });
}

void ProfileCall::begin(const Result<Done>& prepared)
{
    m_host->ready(prepared);
    const Command& command{*m_parts.call.command};
    if (!prepared && command.whenUnusable) {
        command.whenUnusable(*m_context, prepared.error());
    } else if (!prepared) {
        m_context->finish(prepared.error());
    } else {
        m_tending->begin(m_parts.call);
        command.run(*m_context);
    }
}

// What cannot be read may be an opt-out, and what cannot be written is sent a second time.
void ProfileCall::yieldToDamage()
{
    m_engine->outbox().stopClaiming();
    if (!m_codeAfterTending && !m_parts.call.command->whenUnusable) {
        m_context->stop();
    }
}

// The answer is out, and others may still come in meanwhile.
void ProfileCall::tend(int code)
{
    if (m_stopping || !m_tending->isWantedAfter(m_parts.call)) {
        leave(code);
        return;
    }
    m_codeAfterTending = code;
    connect(m_tending.get(), &ProfileTending::done, this, [this, code] { leave(code); });
    m_tending->tend(m_parts.call);
}

void ProfileCall::leave(int code)
{
    m_codeAfterTending.reset();
    m_host->close();
    if (m_host->isEmpty() || m_ended) {
        end(code);
        return;
    }
    connect(m_host.get(), &VerbHost::empty, this, [this, code] { end(code); });
    if (m_stopping) {
        m_services.clock.after(stopPatience, this, [this, code] { end(code); });
    }
}

void ProfileCall::stop()
{
    if (m_stopping) {
        end(int(ExitCode::OutcomeUnknown));
        return;
    }
    m_stopping = true;
    if (m_codeAfterTending) {
        end(*m_codeAfterTending); // what was asked for is done, and a backup may be cut off
        return;
    }
    if (m_context && !m_engine) {
        m_context->stop();
    } else if (m_context) {
        m_engine->outbox().stopClaiming();
        m_host->close();
        m_host->stopGuests();
        m_context->stop();
    } else if (m_handOver && m_handOver->hasBegun()) {
        m_handOver->stop();
    } else {
        fail(Error{ErrorKind::Cancelled, QStringLiteral("stopped")});
    }
}

void ProfileCall::handOver()
{
    if (!m_goods) {
        Result<CallerGoods> goods{gatherGoods(m_parts.call, m_services.registry, m_caller)};
        if (!goods) {
            fail(goods.error());
            return;
        }
        m_goods = std::make_unique<CallerGoods>(std::move(*goods));
    }
    m_handOver = std::make_unique<HandOver>(m_services.clock, passOn);
    connect(m_handOver.get(), &HandOver::finished, this, &ProfileCall::handedOver,
        Qt::QueuedConnection);
    m_handOver->ask(m_parts.folder, OwnerRequest{false, {}, m_parts.words, *m_goods});
}

void ProfileCall::handedOver(const HandedOver& outcome)
{
    switch (outcome.how) {
    case HandedOver::How::Ended:
        end(outcome.exitCode);
        return;
    case HandedOver::How::Refused:
        refused(outcome.refusal);
        return;
    case HandedOver::How::Vanished:
        vanished();
        return;
    case HandedOver::How::NotReached:
        break;
    }
    const qint64 nowMs{m_services.clock.steadyMs()};
    m_unansweredSinceMs = m_unansweredSinceMs < 0 ? nowMs : m_unansweredSinceMs;
    if (nowMs - m_unansweredSinceMs > unansweredPatienceMs) {
        fail(Error{ErrorKind::Storage, QStringLiteral("in-use")});
    } else {
        tryLater();
    }
}

void ProfileCall::refused(const RefusalNote& note)
{
    const auto why = [this](const QString& word) { fail(Error{ErrorKind::Rejected, word}); };
    switch (note.why) {
    case OwnerRefusal::Later:
        if (!m_toldToWait) {
            m_toldToWait = true;
            m_output.note(QStringLiteral("Waiting for the other %1 on this profile to end.")
                              .arg(note.program));
        }
        m_unansweredSinceMs = -1;
        tryLater();
        return;
    case OwnerRefusal::OtherSecrets:
        m_output.usage(otherSecrets(note, m_parts.secretsKind));
        end(int(ExitCode::Usage));
        return;
    case OwnerRefusal::Version:
        why(QStringLiteral("owner-version"));
        return;
    case OwnerRefusal::Broken:
        why(QStringLiteral("owner-broken"));
        return;
    case OwnerRefusal::NoWindow:
    case OwnerRefusal::Malformed:
        why(QStringLiteral("owner-refuses"));
        return;
    }
}

void ProfileCall::vanished()
{
    const QString& words{m_parts.call.command->words};
    const bool harmless{onlyReads(words)};
    Error error{ErrorKind::Cancelled,
        harmless                                         ? QStringLiteral("owner-gone-reading")
            : words == QStringLiteral("import messages") ? QStringLiteral("owner-gone-import")
                                                         : QStringLiteral("owner-gone")};
    error.withMayHaveHappened(!harmless);
    fail(error);
}

void ProfileCall::tryLater()
{
    m_services.clock.after(betweenTries, this, [this] {
        if (!m_ended) {
            tryToOwn();
        }
    });
}

void ProfileCall::fail(const Error& error)
{
    const Command& command{*m_parts.call.command};
    if (command.whenUnusable && !m_context && !m_stopping) {
        m_context = std::make_unique<CommandContext>(
            m_parts.call.arguments, m_output, m_services, m_caller);
        m_context->setProfileFolder(m_parts.folder);
        connect(
            m_context.get(), &CommandContext::finished, this, [this](int code) { end(code); },
            Qt::QueuedConnection);
        command.whenUnusable(*m_context, error);
        return;
    }
    m_output.error(error);
    end(int(exitCodeOf(error)));
}

void ProfileCall::end(int code)
{
    if (!m_ended) {
        m_ended = true;
        emit finished(code);
    }
}

} // namespace Textdesk
