// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every distance of the window, on one grid of 8 logical pixels (4 inside small parts).
#pragma once

namespace Textdesk::Metrics {

inline constexpr int unit{8};
inline constexpr int railWidth{176};
inline constexpr int railCollapsedWidth{56};
inline constexpr int collapseBelow{900}; // window width under which the rail shows icons only
inline constexpr int listWidth{336};
inline constexpr int listMinimum{264};
inline constexpr int rowHeight{60};
inline constexpr int avatar{36};
inline constexpr int headerHeight{64};
inline constexpr int icon{20};
inline constexpr int control{34}; // height of fields and buttons
inline constexpr int radius{8};
inline constexpr int bubbleRadius{14};
inline constexpr int bubbleCorner{4}; // the small corner that points to the writer
inline constexpr int bubbleMaximum{440};
inline constexpr int threadMargin{24};

} // namespace Textdesk::Metrics
