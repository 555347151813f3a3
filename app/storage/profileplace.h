// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A profile that was copied would send what its original sends as well: it notices, and sends
// nothing until a person says that this is the one to go on with.
#pragma once

#include "app/storage/connection.h"

#include <QString>

namespace Textdesk {

struct ProfilePlace final {
    QString computer; // a hash, so that no file says whose computer this is; empty: not known
    QString folder; // a hash of the canonical path

    [[nodiscard]] static ProfilePlace here(const QString& profileFolder);
};

// Why an account sends nothing although nothing is wrong with it: "moved-profile" (copied or moved
// here) or "restored" (what stands in the store may be older than what was done). Only a person's
// word lifts these.
[[nodiscard]] bool needsPersonsWord(const QString& pause);

// Remembers the place on the first start. At another place every account but practice ones is
// paused with "moved-profile", in the transaction that remembers the new place.
[[nodiscard]] Result<Done> settleIn(Connection& db, const ProfilePlace& place);
// Pauses with "restored", and turns what waited to be sent into Unknown "restored": it may have
// gone out since.
void distrustWhatWaited(Connection& db, qint64 nowMs);

} // namespace Textdesk
