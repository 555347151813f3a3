// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The only source of time: tests hand in a clock that stands still until told to move.
#pragma once

#include <QDateTime>
#include <QObject>

#include <chrono>
#include <functional>

namespace Textdesk {

class Clock {
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;

    // Wall-clock time, milliseconds since 1970 UTC; may jump when the computer's clock is set.
    [[nodiscard]] virtual qint64 nowMs() const = 0;
    // Milliseconds since some start; never goes back.
    [[nodiscard]] virtual qint64 steadyMs() const = 0;
    // Runs fn once on context's thread after the delay, unless context died. Delete context to
    // cancel.
    virtual void after(
        std::chrono::milliseconds delay, QObject* context, std::function<void()> fn) = 0;

    [[nodiscard]] QDateTime now() const { return QDateTime::fromMSecsSinceEpoch(nowMs(), Qt::UTC); }
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] qint64 nowMs() const override;
    [[nodiscard]] qint64 steadyMs() const override;
    void after(
        std::chrono::milliseconds delay, QObject* context, std::function<void()> fn) override;
};

} // namespace Textdesk
