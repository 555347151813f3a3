// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader finds in a scroll area. Qt 6.4 lists only the scroll bars that are shown and
// reads past the end of that list when a reader asks for one that has just gone: the program ends.
#pragma once

namespace Textdesk {

// Once a program, after the QApplication was made.
void announceScrollAreas();

} // namespace Textdesk
