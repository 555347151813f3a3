// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowfit.h"

#include <QMargins>

#include <algorithm>

namespace Textdesk {

namespace {

// A title bar of the large desktops has at most 37 pixels, a border at most five.
constexpr QMargins frame{5, 38, 5, 5};

} // namespace

QRect fittedInto(const QRect& available, const QRect& window)
{
    const QRect room{available.marginsRemoved(frame)};
    const QSize size{window.size().boundedTo(room.size())};
    if (!room.isValid()) {
        return window;
    }
    const int left{std::clamp(window.left(), room.left(), room.right() - size.width() + 1)};
    const int top{std::clamp(window.top(), room.top(), room.bottom() - size.height() + 1)};
    return {QPoint{left, top}, size};
}

} // namespace Textdesk
