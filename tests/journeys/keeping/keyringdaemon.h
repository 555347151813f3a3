// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The gnome-keyring that with-keyring.sh started, treated as a bad day treats it.
#pragma once

namespace Textdesk::Testing::KeyringDaemon {

// As a person who locks it, or a desktop that was left alone.
[[nodiscard]] bool lock();
// As a person who answers the question for the passphrase on the desktop.
[[nodiscard]] bool unlock();
// As kill -9; the next who asks the bus for it gets a locked one.
[[nodiscard]] bool kill();
// As a log-in does where none runs: one unlocked with the passphrase of with-keyring.sh.
[[nodiscard]] bool startUnlocked();

} // namespace Textdesk::Testing::KeyringDaemon
