// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A window that is larger than the screen hides what stands at its lower edge: Send.
#pragma once

#include <QRect>

namespace Textdesk {

// The place without its frame, made smaller and moved as little as needed, so that the window and
// its frame stand inside of what the screen has free. Frames are known only when the window shows:
// the usual ones are taken for granted.
[[nodiscard]] QRect fittedInto(const QRect& available, const QRect& window);

} // namespace Textdesk
