// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/idleconnections.h"

namespace Textdesk {

namespace {

// Common web servers keep a silent connection for five seconds or longer.
constexpr qint64 longestSilenceMs{3000};

QString originOf(const QUrl& url)
{
    return url
        .adjusted(
            QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment)
        .toString();
}

} // namespace

IdleConnections::IdleConnections(Clock& clock)
    : m_clock{clock}
{ }

bool IdleConnections::isStale(const QUrl& url) const
{
    const auto origin = m_origins.constFind(originOf(url));
    if (origin == m_origins.cend() || origin->underWay >= origin->lastUsedMs.size()) {
        return false; // such a connection was never open
    }
    return m_clock.steadyMs() - origin->lastUsedMs.at(origin->underWay) >= longestSilenceMs;
}

int IdleConnections::begin(const QUrl& url)
{
    Origin& origin{m_origins[originOf(url)]};
    ++origin.underWay;
    if (origin.lastUsedMs.size() < origin.underWay) {
        origin.lastUsedMs.push_back(m_clock.steadyMs());
    }
    return m_network;
}

void IdleConnections::end(const QUrl& url, int network)
{
    if (network != m_network) {
        return;
    }
    Origin& origin{m_origins[originOf(url)]};
    Q_ASSERT(origin.underWay > 0);
    origin.lastUsedMs.at(origin.underWay - 1) = m_clock.steadyMs();
    --origin.underWay;
}

void IdleConnections::forget()
{
    ++m_network;
    m_origins.clear();
}

} // namespace Textdesk
