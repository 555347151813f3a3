// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the desktop's keyring how it is: QtKeychain says "not found" of a locked one.
#pragma once

#include <QObject>

#include <functional>

namespace Textdesk {

enum class KeyringState {
    Unlocked,
    Locked,
    Absent, // no session bus, or nobody there who keeps secrets
    Unknown // this platform has no such question, or the answer made no sense
};

// answer runs once from the event loop, unless context dies before or the service never answers:
// the caller keeps the time.
void askKeyringState(QObject* context, std::function<void(KeyringState)> answer);

} // namespace Textdesk
