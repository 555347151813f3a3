// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The end of the program when the system asks for it (a service manager, a closed terminal, the end
// of the session): nothing is asked, nothing more is begun, and what is on its way may come back.
#pragma once

#include "app/base/clock.h"
#include "app/cli/verbhost.h"
#include "app/engine/engine.h"

#include <QObject>

namespace Textdesk {

class OrderlyEnd final : public QObject {
    Q_OBJECT
public:
    // All outlive this.
    OrderlyEnd(Engine& engine, VerbHost& host, Clock& clock, QObject* parent = nullptr);

    // The second time it ends at once: what is under way stays in doubt.
    void begin();

signals:
    // The event loop may end. Once.
    void ready();

private:
    void look();
    void end();

    Engine& m_engine;
    VerbHost& m_host;
    Clock& m_clock;
    bool m_begun{false};
    bool m_ended{false};
};

} // namespace Textdesk
