// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The spellings of a phone number that the real service takes (zoomconnect.md 1.6), read here on
// its own so that a mistake in the client's reading shows.
#pragma once

#include <QString>

#include <optional>

namespace Textdesk {

// E.164, or nullopt for what is no number: "+27821234567", "27821234567" and the national
// "0821234567".
[[nodiscard]] std::optional<QString> practiceNumber(const QString& text);

} // namespace Textdesk
