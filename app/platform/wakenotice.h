// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Says when the computer woke up: every timer of the program stood still meanwhile.
#pragma once

#include "app/platform/desktopbuses.h"

#include <QObject>

namespace Textdesk {

class WakeNotice final : public QObject {
    Q_OBJECT
public:
    explicit WakeNotice(DesktopBuses buses, QObject* parent = nullptr);

signals:
    void fallingAsleep();
    void woke();

private slots:
    void onPrepareForSleep(bool begins);
};

} // namespace Textdesk
