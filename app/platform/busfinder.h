// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the desktop's message buses without ever waiting for one: joining a bus that takes
// connections and says nothing holds a program up for half a minute.
#pragma once

#include "app/base/clock.h"
#include "app/platform/desktopbuses.h"

#include <QObject>

namespace Textdesk {

class BusFinder final : public QObject {
    Q_OBJECT
public:
    explicit BusFinder(Clock& clock, QObject* parent = nullptr);

    // Once. Nothing is found on a computer without buses, and nothing is told then.
    void look();

signals:
    // Once at the most: with both, or with the one that answered when the other took too long.
    void found(const Textdesk::DesktopBuses& buses);

private:
    void probe(const QString& address, bool isSession);
    void answered(bool isSession, bool alive);
    void tell();

    Clock& m_clock;
    int m_open{0};
    bool m_isLate{false}; // who answers now is not waited for any longer
    bool m_told{false};
    bool m_session{false};
    bool m_system{false};
};

} // namespace Textdesk
