// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The small line under a bubble: when, how far, why not, and whether it can still be taken back.
#pragma once

#include "app/base/clock.h"

#include <QLocale>
#include <QString>

class QModelIndex;

namespace Textdesk {

struct MetaLine final {
    QString time;
    QString state; // empty for incoming messages
    QString undo; // empty when it is too late
    bool isTrouble{false};
    // All of it, for tooltips and tests.
    [[nodiscard]] QString plain() const;
};

[[nodiscard]] MetaLine metaLineOf(
    const QModelIndex& index, const Clock& clock, const QLocale& locale);
// Milliseconds in which the message can still be taken back; 0 when it cannot.
[[nodiscard]] qint64 undoLeftMs(const QModelIndex& index, const Clock& clock);

} // namespace Textdesk
