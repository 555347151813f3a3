// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/powercare.h"

namespace Textdesk {

namespace {

constexpr std::chrono::milliseconds quietFor{200}; // many commits are one look
constexpr std::chrono::milliseconds betweenTries{5000};
constexpr int tries{4}; // a network needs some seconds after waking

} // namespace

PowerCare::PowerCare(const PowerServices& services, QString why, QObject* parent)
    : QObject{parent}
    , m_services{services}
    , m_why{std::move(why)}
{
    connect(&m_services.database, &Database::changed, this, [this](const ChangeSet& changes) {
        if (!changes.inserted.isEmpty() || !changes.updated.isEmpty()
            || !changes.removed.isEmpty()) {
            lookSoon();
        }
    });
    connect(&m_services.outbox, &Outbox::quiet, this, &PowerCare::lookSoon);
    connect(&m_services.accounts, &AccountList::changed, this, &PowerCare::lookSoon);
    connect(&m_services.wake, &WakeNotice::woke, this, [this] {
        // Without a network there is nothing to ask yet; its return starts the same.
        if (!m_services.network.isDown()) {
            catchUp();
        }
    });
    connect(&m_services.network, &NetworkWatch::cameUp, this, &PowerCare::catchUp);
    lookSoon();
}

void PowerCare::lookSoon()
{
    if (m_lookQueued) {
        return;
    }
    m_lookQueued = true;
    m_services.clock.after(quietFor, this, [this] {
        m_lookQueued = false;
        look();
    });
}

void PowerCare::look()
{
    sendsSoon() ? m_services.inhibitor.hold(m_why) : m_services.inhibitor.release();
}

// Paused and waiting accounts may stay so for hours: the computer may sleep meanwhile.
bool PowerCare::sendsSoon() const
{
    if (!m_services.outbox.isQuiet()) {
        return !m_services.accounts.all().empty();
    }
    for (const Account* account : m_services.accounts.all()) {
        if (!account->maySend() || !account->provider->sending()
            || m_services.outbox.isHeldBack(account->id())) {
            continue;
        }
        const qint64 due{OutboxTable::nextDue(m_services.database.reader(), account->id())};
        if (due >= 0 && due <= m_services.clock.nowMs() + soon.count()) {
            return true;
        }
    }
    return false;
}

void PowerCare::catchUp()
{
    m_services.outbox.pump();
    for (const Account* account : m_services.accounts.all()) {
        if (account->provider) {
            sync(account->id(), tries);
        }
    }
}

void PowerCare::sync(AccountId account, int triesLeft)
{
    m_services.sync.syncNow(account)->then(
        this, [this, account, triesLeft](const Result<SyncReport>& report) {
            const bool mayHelp{!report && report.error().isRetryable()};
            if (mayHelp && triesLeft > 1) {
                m_services.clock.after(betweenTries, this,
                    [this, account, triesLeft] { sync(account, triesLeft - 1); });
            } else if (report) {
                m_services.outbox.pump();
            }
        });
}

} // namespace Textdesk
