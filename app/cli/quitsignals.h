// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+C and a service manager's stop end the event loop, so that what waits is committed.
#pragma once

namespace Textdesk {

// Before the first thread starts, so that every thread inherits the blocked signals.
void holdQuitSignals();
// From now on a held signal quits the application with code 0.
void quitOnHeldSignals();

} // namespace Textdesk
