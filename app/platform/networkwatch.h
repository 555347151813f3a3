// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the computer has a network, where NetworkManager knows; elsewhere it is assumed.
#pragma once

#include "app/platform/desktopbuses.h"

#include <QObject>

namespace Textdesk {

class NetworkWatch final : public QObject {
    Q_OBJECT
public:
    explicit NetworkWatch(DesktopBuses buses, QObject* parent = nullptr);

    // Only when somebody said so: a computer without NetworkManager is never down.
    [[nodiscard]] bool isDown() const { return m_down; }

signals:
    void wentDown();
    void cameUp();

private slots:
    void onStateChanged(uint state);

private:
    void askState(DesktopBuses& buses);
    bool m_down{false};
    bool m_told{false}; // by a signal or the first answer
};

} // namespace Textdesk
