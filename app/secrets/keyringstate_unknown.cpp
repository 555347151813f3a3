// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Windows and macOS tell a locked keychain by their own error codes.
#include "app/secrets/keyringstate.h"

#include <QTimer>

namespace Textdesk {

void askKeyringState(QObject* context, std::function<void(KeyringState)> answer)
{
    QTimer::singleShot(0, context, [answer = std::move(answer)] { answer(KeyringState::Unknown); });
}

} // namespace Textdesk
