// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The colour tokens of the drawing (look/inbox.html), once for light and once for dark.
#pragma once

#include <QColor>
#include <QPalette>

namespace Textdesk {

struct Colours final {
    QColor background; // behind the thread and inside fields
    QColor panel; // lists, headers, cards
    QColor rail;
    QColor line;
    QColor text;
    QColor muted;
    QColor accent; // fills: buttons, pills, the selected bar
    QColor onAccent; // text on accent
    QColor accentInk; // accent as text; darker than the fill so that it reads on accentSoft
    QColor accentSoft; // the selected row
    QColor hover;
    QColor avatar;
    QColor bubble; // what we wrote
    QColor onBubble;
    QColor ok;
    QColor warn;
    QColor warnSoft;
    QColor bad;
    QColor badSoft;
    bool isDark{false};
};

[[nodiscard]] Colours lightColours();
[[nodiscard]] Colours darkColours();
// The same tokens as Qt's stock widgets (menus, tooltips, dialogs) ask for them.
[[nodiscard]] QPalette paletteFrom(const Colours& colours);
// WCAG 2.1 contrast of two opaque colours, 1 to 21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

} // namespace Textdesk
