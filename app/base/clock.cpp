// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/clock.h"

#include <QTimer>

namespace Textdesk {

qint64 SystemClock::nowMs() const
{
    return QDateTime::currentMSecsSinceEpoch();
}

qint64 SystemClock::steadyMs() const
{
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

void SystemClock::after(std::chrono::milliseconds delay, QObject* context, std::function<void()> fn)
{
    QTimer::singleShot(delay, context, std::move(fn));
}

} // namespace Textdesk
