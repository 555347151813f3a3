// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How well typed words fit a title: the rule of the command palette, the same every time.
#pragma once

#include <QString>

namespace Textdesk {

// 0: does not fit. Every typed word must be found; better is the start of the title, then the
// start of a word, then the middle of one, then the first letters of its words ("nc" finds "New
// conversation"). Case and accents do not matter.
[[nodiscard]] int wordMatch(const QString& title, const QString& typed);

} // namespace Textdesk
