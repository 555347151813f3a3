// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orderlyend.h"

namespace Textdesk {

OrderlyEnd::OrderlyEnd(Engine& engine, VerbHost& host, Clock& clock, QObject* parent)
    : QObject{parent}
    , m_engine{engine}
    , m_host{host}
    , m_clock{clock}
{ }

void OrderlyEnd::begin()
{
    if (m_begun) {
        end();
        return;
    }
    m_begun = true;
    connect(&m_engine.outbox(), &Outbox::quiet, this, &OrderlyEnd::look);
    connect(&m_host, &VerbHost::empty, this, &OrderlyEnd::look);
    m_clock.after(stopPatience, this, [this] { end(); });
    m_engine.outbox().stopClaiming();
    m_host.close();
    m_host.stopGuests();
    look();
}

void OrderlyEnd::look()
{
    if (m_engine.outbox().isQuiet() && m_host.isEmpty()) {
        end();
    }
}

void OrderlyEnd::end()
{
    if (!m_ended) {
        m_ended = true;
        emit ready();
    }
}

} // namespace Textdesk
