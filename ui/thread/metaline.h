// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The small line under a bubble: when, how far, why not, and whether it can still be taken back.
#pragma once

#include "app/base/clock.h"

#include <QLocale>
#include <QString>

#include <vector>

class QModelIndex;

namespace Textdesk {

// What a click beside the state of a message does.
enum class MessageAct {
    Undo, // within the first seconds
    TakeBack, // it waits here, and need not go out
    SendAgain, // it failed: as a new message
    WasSent, // its outcome is unknown, and the person knows it
    SendAnyway, // its outcome is unknown, and the person wants it out, perhaps twice
    SendLate // its time passed while nothing could be sent
};

struct OfferedAct final {
    MessageAct act{MessageAct::Undo};
    QString words;
};

struct MetaLine final {
    QString time;
    QString state; // empty for incoming messages
    std::vector<OfferedAct> acts;
    bool isTrouble{false};
    // All of it, for tooltips and tests.
    [[nodiscard]] QString plain() const;
};

// hold is why the account sends nothing now, as a machine word: it stands where the message itself
// knows no better.
[[nodiscard]] MetaLine metaLineOf(
    const QModelIndex& index, const Clock& clock, const QLocale& locale, const QString& hold = {});
// Milliseconds in which the message can still be taken back; 0 when it cannot.
[[nodiscard]] qint64 undoLeftMs(const QModelIndex& index, const Clock& clock);

} // namespace Textdesk
