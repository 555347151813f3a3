// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/messaging/delayedline.h"

namespace Textdesk::Bench {

DelayedLine::DelayedLine(quint16 server)
{
    constexpr std::chrono::milliseconds oneWay{25};
    m_anchor.moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        &m_anchor,
        [this, server] {
            m_relay = std::make_unique<Testing::TcpRelay>(server);
            m_relay->delayBy(oneWay);
            m_port = m_relay->serverPort();
        },
        Qt::BlockingQueuedConnection);
}

DelayedLine::~DelayedLine()
{
    QMetaObject::invokeMethod(
        &m_anchor, [this] { m_relay.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

} // namespace Textdesk::Bench
