// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Remembers which services asked us to wait, so that a closed door is not knocked on again.
#pragma once

#include "app/base/clock.h"

#include <QByteArray>
#include <QHash>

#include <chrono>
#include <optional>

namespace Textdesk {

class RateGate final {
public:
    explicit RateGate(Clock& clock);

    // Closes the gate of a key; never shortens a wait that is already running. Empty keys have no
    // gate.
    void close(const QByteArray& key, std::chrono::milliseconds wait);
    // How long the gate stays closed; empty when it is open.
    [[nodiscard]] std::optional<std::chrono::milliseconds> closedFor(const QByteArray& key);

private:
    Clock& m_clock;
    QHash<QByteArray, qint64> m_opensAtMs; // steady time
};

} // namespace Textdesk
