// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The colours a person can give to a label, legible in both themes.
#pragma once

#include "ui/theme/colours.h"

#include <QString>

namespace Textdesk {

struct LabelColour final {
    QColor fill;
    QColor ink; // on the fill, and as a dot on any of our grounds
};

inline constexpr int labelColourCount{8};
// index is taken modulo the count.
[[nodiscard]] LabelColour labelColour(const Colours& colours, int index);
// "Blue": for those who do not see it.
[[nodiscard]] QString labelColourName(int index);

} // namespace Textdesk
