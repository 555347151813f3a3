// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A line with 50 ms of latency to a service on this machine.
#pragma once

#include "tests/support/net/tcprelay.h"

#include <QThread>

#include <memory>

namespace Textdesk::Bench {

// A line of 25 ms each way to a server on this machine, on a thread of its own.
class DelayedLine final {
public:
    explicit DelayedLine(quint16 server);
    ~DelayedLine();
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    QThread m_thread;
    QObject m_anchor;
    std::unique_ptr<Testing::TcpRelay> m_relay;
    quint16 m_port{0};
};

} // namespace Textdesk::Bench
