// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Knows which kept connections may be stale, so that a create never leaves on one that the service
// is about to close: the answer would be lost and the outcome Unknown.
#pragma once

#include "app/base/clock.h"

#include <QHash>
#include <QUrl>

#include <vector>

namespace Textdesk {

class IdleConnections final {
public:
    explicit IdleConnections(Clock& clock);

    // Whether the next request to this origin would leave on a connection that was silent for long.
    // Qt fills its connections in order, so the n-th request at one time takes the n-th.
    [[nodiscard]] bool isStale(const QUrl& url) const;
    // What begin() gives belongs to end(): a request of an older network counts no more.
    [[nodiscard]] int begin(const QUrl& url);
    void end(const QUrl& url, int network);
    // All connections are new from here on.
    void forget();

private:
    struct Origin final {
        size_t underWay{0};
        std::vector<qint64> lastUsedMs{}; // steady time, by the number of requests at one time
    };
    Clock& m_clock;
    int m_network{0};
    QHash<QString, Origin> m_origins;
};

} // namespace Textdesk
