// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+C and a service manager's stop are told to the running command, so that it can end in order.
#pragma once

#include <functional>

namespace Textdesk {

// Before the first thread starts, so that every thread inherits the blocked signals.
void holdQuitSignals();
// From now on a held signal calls told on the application's thread, twice at the most: a third one
// ends the process where it stands.
void tellHeldSignals(std::function<void()> told);

} // namespace Textdesk
