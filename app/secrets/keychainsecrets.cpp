// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/keychainsecrets.h"

#include "app/secrets/keyringstate.h"
#include "app/secrets/keyringwatch.h"

#include <qt6keychain/keychain.h>

#include <QPointer>

namespace Textdesk {

namespace {

// How long the keyring may take to say whether it is locked, once it has been silent for the limit.
constexpr std::chrono::milliseconds stateLimit{1000};

QString serviceName()
{
    return QStringLiteral("Textdesk");
}

QLatin1String detailOf(QKeychain::Error error, KeyringState state)
{
    if (state == KeyringState::Locked) {
        return QLatin1String{"locked"};
    }
    switch (error) {
    case QKeychain::EntryNotFound:
        return QLatin1String{"not-found"};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return QLatin1String{"no-backend"};
    case QKeychain::OtherError:
        // What QtKeychain 0.13 says without a session bus, and without a service on it.
        return state == KeyringState::Absent ? QLatin1String{"no-backend"}
                                             : QLatin1String{"denied"};
    default:
        return QLatin1String{"denied"};
    }
}

// Runs the job and, if it failed, finds out why. The job is left to QtKeychain when the call ends
// early: taking a running one away from it breaks its queue.
template <typename T, typename JobType, typename F>
Call<T>* run(Call<T>* call, JobType* job, F resultOf)
{
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, call, [call, job, resultOf] {
        const QKeychain::Error error{job->error()};
        if (error == QKeychain::NoError) {
            call->settle(resultOf(job));
            return;
        }
        askKeyringState(call, [call, error](KeyringState state) {
            call->settle(fail(secretError(detailOf(error, state))));
        });
    });
    job->start();
    return call;
}

template <typename T> void limitTime(Call<T>* call, Clock& clock, std::chrono::milliseconds limit)
{
    clock.after(limit, call, [call, &clock] {
        if (call->isSettled()) {
            return;
        }
        clock.after(
            stateLimit, call, [call] { call->settle(fail(secretError(QLatin1String{"silent"}))); });
        askKeyringState(call, [call](KeyringState state) {
            const bool waits{state == KeyringState::Locked};
            call->settle(fail(secretError(QLatin1String{waits ? "locked" : "silent"})));
        });
    });
}

} // namespace

QString keychainEntryName(const SecretKey& key, const QString& profile)
{
    const auto escaped = [](QString text) {
        return text.replace(u'%', QLatin1String{"%25"}).replace(u'/', QLatin1String{"%2F"});
    };
    const QString entry{escaped(key.account) + u'/' + escaped(key.name)};
    return profile.isEmpty() ? entry : escaped(profile) + u'/' + entry;
}

QString KeychainSecrets::entryOf(const SecretKey& key) const
{
    return keychainEntryName(key, m_profile ? m_profile() : QString{});
}

KeychainSecrets::KeychainSecrets(Clock& clock, std::chrono::milliseconds limit, QObject* parent)
    : Secrets{parent}
    , m_clock{clock}
    , m_limit{limit}
{
    connect(new KeyringWatch{this}, &KeyringWatch::unlocked, this, &Secrets::cameBack);
}

Call<SecretText>* KeychainSecrets::read(const SecretKey& key)
{
    auto* call = new Call<SecretText>{this};
    limitTime(call, m_clock, m_limit);
    auto* job = new QKeychain::ReadPasswordJob{serviceName()};
    job->setKey(entryOf(key));
    return run(call, job, [](QKeychain::ReadPasswordJob* done) -> Result<SecretText> {
        return SecretText{done->binaryData()};
    });
}

Call<Done>* KeychainSecrets::write(const SecretKey& key, const SecretText& value)
{
    const QByteArray bytes{value.revealUtf8()};
    if (bytes.size() > longestSecret) {
        return settledCall<Done>(this, fail(secretError(QLatin1String{"too-long"})));
    }
    auto* call = new Call<Done>{this};
    limitTime(call, m_clock, m_limit);
    auto* job = new QKeychain::WritePasswordJob{serviceName()};
    job->setKey(entryOf(key));
    job->setBinaryData(bytes);
    return run(call, job, [](QKeychain::Job*) -> Result<Done> { return Done{}; });
}

Call<Done>* KeychainSecrets::remove(const SecretKey& key)
{
    auto* call = new Call<Done>{this};
    limitTime(call, m_clock, m_limit);
    auto* job = new QKeychain::DeletePasswordJob{serviceName()};
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(entryOf(key));
    connect(job, &QKeychain::Job::finished, call, [call, job] {
        const QKeychain::Error error{job->error()};
        // A locked keyring says that it removed the entry, which is there again once it is
        // unlocked: success has to be asked about as well.
        askKeyringState(call, [call, error](KeyringState state) {
            const bool isGone{error == QKeychain::NoError || error == QKeychain::EntryNotFound};
            call->settle(isGone && state != KeyringState::Locked
                    ? Result<Done>{Done{}}
                    : fail(secretError(detailOf(error, state))));
        });
    });
    job->start();
    return call;
}

QString KeychainSecrets::backendName() const
{
#if defined(Q_OS_WIN)
    return QStringLiteral("Windows Credential Manager");
#elif defined(Q_OS_MACOS)
    return QStringLiteral("macOS Keychain");
#else
    // The same question by which QtKeychain chooses.
    const bool isPlasma{qEnvironmentVariable("XDG_CURRENT_DESKTOP")
                            .split(u':')
                            .contains(QLatin1String{"KDE"}, Qt::CaseInsensitive)};
    return isPlasma ? QStringLiteral("KWallet") : QStringLiteral("GNOME Keyring");
#endif
}

} // namespace Textdesk
