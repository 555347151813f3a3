// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/awakewhilesending.h"

namespace Textdesk {

AwakeWhileSending::AwakeWhileSending(CommandContext& context)
    : m_context{context}
    , m_finder{context.clock()}
{
    Engine& engine{context.engine()};
    connect(&engine.database(), &Database::changed, this, &AwakeWhileSending::look);
    connect(&engine.outbox(), &Outbox::quiet, this, &AwakeWhileSending::look);
    connect(&m_finder, &BusFinder::found, this, [this](const DesktopBuses& buses) {
        m_inhibitor = std::make_unique<SleepInhibitor>(buses, QStringLiteral("Textdesk"));
        look();
    });
    m_finder.look();
}

void AwakeWhileSending::look()
{
    if (!m_inhibitor) {
        return;
    }
    if (m_context.engine().outbox().isQuiet()) {
        m_inhibitor->release();
    } else {
        m_inhibitor->hold(QStringLiteral("Texts are being sent"));
    }
}

} // namespace Textdesk
