// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A screen reader must know a window when it meets one: Qt 6.4 tells it that a plain QWidget
// without a parent is a box like any other, and then nothing says which program one is in.
#pragma once

namespace Textdesk {

// Once a program, after the QApplication was made.
void announceWindows();

} // namespace Textdesk
