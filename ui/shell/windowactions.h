// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the table of actions that belong to the window itself.
#pragma once

namespace Textdesk {

class MainWindow;

// Once, when the window is built; others add their own rows later.
void addWindowActions(MainWindow& window);

} // namespace Textdesk
